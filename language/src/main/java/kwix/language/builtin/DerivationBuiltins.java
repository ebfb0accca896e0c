package kwix.language.builtin;

import static kwix.language.builtin.Builtin.global;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.error.TraceFrame;
import kwix.language.module.StoredDerivations;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.store.Derivation;
import kwix.store.InvalidStoreNameException;
import kwix.store.StoreNames;

/** Build steps. Nothing is built: a derivation says how something would be, and where it would be. */
final class DerivationBuiltins {

    private static final String SOURCE = "derivation.kx";

    private DerivationBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("derivation")
                        .doc("""
                            A function from the attributes of a build step (`name`, `system`, `builder`, `args`, `outputs`, and variables for the
                            builder) to a set with its `drvPath` and, for each output, its `outPath`, which are computed when they are needed.\
                            """)
                        .example(
                                "(derivation { name = \"a\"; system = \"x86_64-linux\"; builder = \"/bin/sh\";"
                                        + " }).outPath",
                                "\"/nix/store/f37kxm5wf98b2s839zaiybv38zil0s40-a\"")
                        .constant(context -> program(context, SOURCE)),
                global("derivationStrict")
                        .set("attributes")
                        .doc("""
                            Makes a build step of its attributes at once: a set with the `drvPath` and the path of every output. `derivation` is
                            the lazy way to it.\
                            """)
                        .example(
                                "(derivationStrict { name = \"a\"; system = \"x86_64-linux\"; builder = \"/bin/sh\";"
                                        + " }).out",
                                "\"/nix/store/f37kxm5wf98b2s839zaiybv38zil0s40-a\"")
                        .unary((context, attributes) -> strict(context, (AttributeSet) attributes)));
    }

    /** The value of a part of Kwix that is written in Kwix. */
    static Object program(BuiltinContext context, String resource) {
        try (InputStream source =
                Objects.requireNonNull(DerivationBuiltins.class.getResourceAsStream(resource), resource)) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return context.importer()
                    .evaluate(new SourceText("«" + resource.replace(".kx", "") + "»", text), new PathValue("/"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static AttributeSet strict(BuiltinContext context, AttributeSet attributes) {
        int at = attributes.indexOf("name");
        if (at < 0) {
            throw new KwixException(ErrorCode.MISSING_ATTRIBUTE, "A derivation needs an attribute `name`.")
                    .withSubject("name")
                    .at(attributes.isEmpty() ? null : attributes.place(0));
        }
        Place place = attributes.place(at);
        String name;
        try {
            name = Needed.plainString(attributes.force(at), "derivationStrict", "the attribute `name`");
            checkName(name);
        } catch (KwixException failure) {
            throw failure.at(place);
        }
        try {
            Derivation derivation = new DerivationAttributes(context, name, attributes).derivation();
            return result(context.machine().store().derivations(), derivation, name);
        } catch (InvalidStoreNameException invalid) {
            throw invalidName(name, invalid).at(place);
        } catch (KwixException failure) {
            failure.addFrame(
                    new TraceFrame("while evaluating the derivation `" + Describe.text(name) + "`", place, false));
            throw failure.at(place);
        }
    }

    private static void checkName(String name) {
        try {
            StoreNames.check(name);
        } catch (InvalidStoreNameException invalid) {
            throw invalidName(name, invalid);
        }
    }

    private static KwixException invalidName(String name, InvalidStoreNameException invalid) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "The derivation " + Describe.quoted(name) + " cannot have its paths in the store: "
                                + invalid.getMessage() + ".")
                .withSubject(Describe.text(name));
    }

    private static AttributeSet result(StoredDerivations derivations, Derivation derivation, String name) {
        String path = derivations.add(derivation, name);
        var result = new AttributeSetBuilder(derivation.outputs().size() + 1);
        result.put("drvPath", dependent(path, new ContextElement.Deep(path)));
        derivation
                .outputs()
                .forEach((output, made) ->
                        result.put(output, dependent(made.path(), new ContextElement.Output(path, output))));
        return result.build();
    }

    static Object dependent(String text, ContextElement element) {
        return ContextString.of(text, StringContext.of(element));
    }
}
