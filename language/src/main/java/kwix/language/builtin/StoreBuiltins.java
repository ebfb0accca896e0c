package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.store.HashAlgorithm;
import kwix.store.InvalidStoreNameException;
import kwix.store.StorePaths;

/** The store. */
final class StoreBuiltins {

    private StoreBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("placeholder")
                        .plainString("output")
                        .doc("A text that stands for the path of a derivation's own output, which it replaces when the"
                                + " derivation is built.")
                        .example("placeholder \"out\"", "\"/1rz4g4znpzjwh1xymhjpm42vipw92pr73vdgl6xs1hycac8kf2n9\"")
                        .unary((context, output) -> StorePaths.placeholder((String) output)),
                builtin("toFile")
                        .plainString("name")
                        .lazy("text")
                        .doc("""
                            The store path of a file with this name and text. The text may refer to other files in the store, but not to what
                            would have to be built.\
                            """)
                        .example("builtins.toFile \"a\" \"b\"", "\"/nix/store/g76zcpqc540lrc8i6g7xy6ip0npn2hnp-a\"")
                        .binary((context, name, text) -> toFile(context, (String) name, text)),
                builtin("path")
                        .set("arguments")
                        .doc("""
                            Copies the file or folder `path` to the store, under the `name` that is given, without what `filter`, a function from path
                            and kind, is false for. With `recursive = false` it is a single file, whose contents alone count. When `sha256` is given, the
                            copy must have that hash.\
                            """)
                        .example(
                                "builtins.path { path = ./.; name = \"empty\"; filter = path: type: false; }",
                                "\"/nix/store/9ljssglw74jabzzsqsl3lim4d5jgh4ya-empty\"")
                        .unary((context, arguments) -> PathCopy.of(context, (AttributeSet) arguments)),
                builtin("filterSource")
                        .lazy("filter")
                        .lazy("path")
                        .doc("""
                            Copies a folder to the store, without what the filter, a function from path and kind (`regular`, `directory`, `symlink`
                            or `unknown`), is false for. `builtins.path` can do more.\
                            """)
                        .example("builtins.isFunction builtins.filterSource", "true")
                        .binary(PathCopy::filtered),
                builtin("storePath")
                        .strict("path")
                        .doc("The path of something in the store as a string that depends on it. Not possible in"
                                + " pure evaluation.")
                        .example("builtins.isFunction builtins.storePath", "true")
                        .unary((context, path) -> storePath(context, path)));
    }

    private static Object toFile(BuiltinContext context, String name, Object argument) {
        Object value = Needed.string(argument, "toFile", "argument 2");
        if (ContextString.isSecret(value)) {
            throw Expect.secret("A secret cannot be in a file of the store, which everybody can read.", value);
        }
        SortedSet<String> references = new TreeSet<>();
        for (ContextElement element : ContextString.context(value).elements()) {
            if (!(element instanceof ContextElement.Plain plain)) {
                throw new KwixException(
                                ErrorCode.INVALID_VALUE,
                                "The text for `builtins.toFile` refers to " + Describe.text(element.key())
                                        + ", which would have to be built, and nothing is built while evaluating.")
                        .withSubject(Describe.text(name));
            }
            references.add(plain.path());
        }
        String text = ContextString.text(value);
        try {
            String path = StorePaths.NIX.text(HashAlgorithm.SHA256.hash(text), references, name);
            context.machine().store().addText(path, text, references);
            return dependent(path);
        } catch (InvalidStoreNameException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.toFile` cannot name a file " + Describe.quoted(name) + ": "
                                    + invalid.getMessage() + ".")
                    .withSubject(Describe.text(name));
        }
    }

    private static Object storePath(BuiltinContext context, Object argument) {
        if (context.machine().pure()) {
            throw new KwixException(ErrorCode.FORBIDDEN, "`builtins.storePath` is not possible in pure evaluation.")
                    .withSubject("storePath");
        }
        PathArgument given = PathArgument.of(argument, context.coercion(), "storePath");
        PathValue path = given.path();
        if (!path.path().equals(StorePaths.NIX.object(path.path()))
                && context.machine().exists(path, false)) {
            path = context.machine().resolved(path);
        }
        String object = StorePaths.NIX.object(path.path());
        if (object == null) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.storePath` needs a path in the store, but `" + Describe.text(path.path())
                                    + "` is not.")
                    .withSubject(Describe.text(path.path()));
        }
        StringContext dependencies = given.context().and(StringContext.of(new ContextElement.Plain(object)));
        return ContextString.of(path.path(), dependencies);
    }

    private static Object dependent(String path) {
        return ContextString.of(path, StringContext.of(new ContextElement.Plain(path)));
    }
}
