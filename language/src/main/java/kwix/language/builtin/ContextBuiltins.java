package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.ListValue;
import kwix.language.value.StringContext;

/** What strings depend on. */
final class ContextBuiltins {

    private static final String STORE = "/nix/store/";
    private static final int DIGEST_LENGTH = 32;
    private static final String DERIVATION = ".drv";

    private ContextBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("hasContext")
                        .string("string")
                        .doc("Whether a string depends on a store path.")
                        .example("builtins.hasContext \"plain\"", "false")
                        .unary((context, string) -> string instanceof ContextString dependent
                                && !dependent
                                        .context()
                                        .equals(dependent.context().secrets())),
                builtin("getContext")
                        .string("string")
                        .doc("""
                            The store paths that a string depends on, each with how: on the `path` itself, on `outputs` of a derivation, or
                            on `allOutputs` and everything needed to build them.\
                            """)
                        .example("builtins.getContext \"plain\"", "{ }")
                        .unary((context, string) -> describe(ContextString.context(string))),
                builtin("appendContext")
                        .string("string")
                        .set("context")
                        .doc("The string, made to depend on more store paths, in the form that `getContext` gives.")
                        .example("builtins.appendContext \"plain\" { }", "\"plain\"")
                        .binary((context, string, added) -> append(string, (AttributeSet) added)),
                builtin("markSecret")
                        .string("origin")
                        .string("string")
                        .doc("""
                            The string as a secret: what is made of it is one too, and is shown as `<secret>` outside of Secrets. `origin` says
                            in messages where it comes from. Not part of Nix.\
                            """)
                        .example("builtins.isSecret \"${builtins.markSecret \"an example\" \"hunter2\"}!\"", "true")
                        .binary((context, origin, string) -> ContextString.of(
                                ContextString.text(string),
                                ContextString.context(string)
                                        .and(StringContext.of(new ContextElement.Secret(ContextString.text(origin)))))),
                builtin("isSecret")
                        .strict("value")
                        .doc("Whether a value is a string in which there is a secret. Not part of Nix.")
                        .example("builtins.isSecret \"plain\"", "false")
                        .unary((context, value) -> ContextString.isSecret(value)),
                builtin("unsafeDiscardStringContext")
                        .strict("string")
                        .doc("The string, made to depend on nothing. What it names may then not be there.")
                        .example("builtins.unsafeDiscardStringContext \"plain\"", "\"plain\"")
                        .unary((context, string) ->
                                ContextString.text(context.coercion().interpolated(string))),
                builtin("unsafeDiscardOutputDependency")
                        .strict("string")
                        .doc("The string, made to depend on the texts of derivations where it depended on all their"
                                + " outputs.")
                        .example("builtins.unsafeDiscardOutputDependency \"plain\"", "\"plain\"")
                        .unary((context, string) ->
                                discardOutputs(context.coercion().interpolated(string))),
                builtin("addDrvOutputDependencies")
                        .strict("string")
                        .doc("The string, which must depend on one derivation's text, made to depend on all its"
                                + " outputs.")
                        .example("builtins.isFunction builtins.addDrvOutputDependencies", "true")
                        .unary((context, string) ->
                                addOutputs(context.coercion().interpolated(string))));
    }

    private static final class Uses {
        private boolean path;
        private boolean allOutputs;
        private final List<Object> outputs = new ArrayList<>();
    }

    private static AttributeSet describe(StringContext context) {
        Map<String, Uses> byPath = new TreeMap<>();
        for (ContextElement element : context.elements()) {
            switch (element) {
                case ContextElement.Plain plain -> uses(byPath, plain.path()).path = true;
                case ContextElement.Deep deep -> uses(byPath, deep.derivation()).allOutputs = true;
                case ContextElement.Output output ->
                    uses(byPath, output.derivation()).outputs.add(output.output());
                case ContextElement.Secret ignored -> {}
            }
        }
        var result = new AttributeSetBuilder(byPath.size());
        byPath.forEach((path, uses) -> {
            var how = new AttributeSetBuilder(3);
            if (uses.allOutputs) {
                how.put("allOutputs", true);
            }
            if (!uses.outputs.isEmpty()) {
                how.put("outputs", ListValue.of(uses.outputs));
            }
            if (uses.path) {
                how.put("path", true);
            }
            result.put(path, how.build());
        });
        return result.build();
    }

    private static Uses uses(Map<String, Uses> byPath, String path) {
        return byPath.computeIfAbsent(path, ignored -> new Uses());
    }

    private static Object append(Object string, AttributeSet added) {
        String builtin = "appendContext";
        List<ContextElement> elements =
                new ArrayList<>(ContextString.context(string).elements());
        for (int i = 0; i < added.size(); i++) {
            String path = added.name(i);
            if (!isStorePath(path)) {
                throw new KwixException(
                                ErrorCode.INVALID_VALUE,
                                "`builtins.appendContext` needs store paths as names, but got " + Describe.quoted(path)
                                        + ".")
                        .withSubject(Describe.text(path))
                        .at(added.place(i));
            }
            AttributeSet how = Needed.set(added.force(i), builtin, "each attribute of argument 2");
            Object whole = how.get("path");
            if (whole != null && Needed.bool(whole, builtin, "the attribute `path`")) {
                elements.add(new ContextElement.Plain(path));
            }
            Object all = how.get("allOutputs");
            if (all != null && Needed.bool(all, builtin, "the attribute `allOutputs`")) {
                elements.add(new ContextElement.Deep(derivation(path, "all outputs")));
            }
            Object outputs = how.get("outputs");
            if (outputs != null) {
                ListValue names = Needed.list(outputs, builtin, "the attribute `outputs`");
                for (int j = 0; j < names.size(); j++) {
                    derivation(path, "outputs");
                    String name = Needed.plainString(names.force(j), builtin, "each element of `outputs`");
                    elements.add(new ContextElement.Output(path, name));
                }
            }
        }
        return ContextString.of(ContextString.text(string), StringContext.of(elements));
    }

    private static String derivation(String path, String what) {
        if (!path.endsWith(DERIVATION)) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.appendContext` cannot make a string depend on " + what + " of `"
                                    + Describe.text(path) + "`, which is no derivation.")
                    .withSubject(Describe.text(path));
        }
        return path;
    }

    private static boolean isStorePath(String path) {
        int dash = STORE.length() + DIGEST_LENGTH;
        if (!path.startsWith(STORE) || path.length() < dash + 2 || path.charAt(dash) != '-') {
            return false;
        }
        for (int i = STORE.length(); i < path.length(); i++) {
            char c = path.charAt(i);
            boolean digest = i < dash;
            boolean fits = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' && !(digest && "eotu".indexOf(c) >= 0);
            if (!fits && (digest || !(c >= 'A' && c <= 'Z') && "+-._?=".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static Object discardOutputs(Object string) {
        List<ContextElement> elements = new ArrayList<>();
        for (ContextElement element : ContextString.context(string).elements()) {
            elements.add(
                    element instanceof ContextElement.Deep deep
                            ? new ContextElement.Plain(deep.derivation())
                            : element);
        }
        return ContextString.of(ContextString.text(string), StringContext.of(elements));
    }

    private static Object addOutputs(Object string) {
        List<ContextElement> elements =
                List.copyOf(ContextString.context(string).elements());
        String text = ContextString.text(string);
        if (elements.size() != 1) {
            throw invalid(
                    "`builtins.addDrvOutputDependencies` needs a string that depends on exactly one store path, but "
                            + Describe.quoted(text) + " depends on " + elements.size() + ".",
                    text);
        }
        return switch (elements.getFirst()) {
            case ContextElement.Deep ignored -> string;
            case ContextElement.Secret ignored ->
                throw Expect.secret(
                        "`builtins.addDrvOutputDependencies` needs a derivation, but found a secret.", string);
            case ContextElement.Plain plain
            when plain.path().endsWith(DERIVATION) ->
                ContextString.of(text, StringContext.of(new ContextElement.Deep(plain.path())));
            case ContextElement.Plain plain ->
                throw invalid(
                        "`builtins.addDrvOutputDependencies` needs a derivation, but `" + Describe.text(plain.path())
                                + "` is none.",
                        plain.path());
            case ContextElement.Output output ->
                throw invalid(
                        "`builtins.addDrvOutputDependencies` needs a derivation itself, not its output `"
                                + Describe.text(output.output()) + "`.",
                        output.output());
        };
    }

    private static KwixException invalid(String message, String subject) {
        return new KwixException(ErrorCode.INVALID_VALUE, message).withSubject(Describe.text(subject));
    }
}
