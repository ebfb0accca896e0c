package kwix.language.builtin;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.EvaluationStore;
import kwix.language.module.FilteredTree;
import kwix.language.module.MachineTree;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.language.value.Thunk;
import kwix.store.Archive;
import kwix.store.FileTree;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.InvalidStoreNameException;
import kwix.store.StoreContents;
import kwix.store.StorePaths;
import kwix.store.UnsupportedFileException;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is copied to the store in a way of its own.
 *
 * @param path symbolic links at its end are followed, but the name is that of the path as it was given
 * @param filter a function from path and kind; null to take everything
 * @param isArchive false to take the contents of a single file only
 * @param expected the hash that it must have; null for any
 */
record PathCopy(
        BuiltinContext context,
        String builtin,
        PathValue path,
        String name,
        @Nullable Object filter,
        boolean isArchive,
        @Nullable Hash expected) {

    private static final String FOR_ROOT = "source";

    /** {@code builtins.path}. */
    static Object of(BuiltinContext context, AttributeSet arguments) {
        String builtin = "path";
        Object name = arguments.get("name");
        String given = name == null ? "" : Needed.plainString(name, builtin, "the attribute `name`");
        Object path = arguments.get("path");
        PathValue source = path == null ? null : PathArgument.readable(path, context.coercion(), builtin);
        Object filter = arguments.get("filter");
        if (filter != null) {
            Needed.function(filter, builtin, "the attribute `filter`");
        }
        Object recursive = arguments.get("recursive");
        boolean isArchive = recursive == null || Needed.bool(recursive, builtin, "the attribute `recursive`");
        Object hash = arguments.get("sha256");
        Hash expected = hash == null
                ? null
                : FixedOutput.contents(
                        context,
                        Needed.plainString(hash, builtin, "the attribute `sha256`"),
                        HashAlgorithm.SHA256,
                        "sha256");
        refuseOthers(arguments);
        if (source == null) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE, "`builtins.path` needs an attribute `path` in its argument.")
                    .withSubject("path");
        }
        return new PathCopy(
                        context,
                        builtin,
                        source,
                        given.isEmpty() ? baseName(source) : given,
                        filter,
                        isArchive,
                        expected)
                .storePath();
    }

    /** {@code builtins.filterSource}. */
    static Object filtered(BuiltinContext context, Object filter, Object argument) {
        String builtin = "filterSource";
        PathValue path = PathArgument.readable(argument, context.coercion(), builtin);
        Needed.function(filter, builtin, "argument 1");
        return new PathCopy(context, builtin, path, baseName(path), filter, true, null).storePath();
    }

    private static void refuseOthers(AttributeSet arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.name(i)) {
                case "name", "path", "filter", "recursive", "sha256" -> {}
                default ->
                    throw new KwixException(
                                    ErrorCode.WRONG_ARGUMENTS,
                                    "`builtins.path` does not know the attribute `"
                                            + Describe.attribute(arguments.name(i)) + "`.")
                            .withSubject(Describe.text(arguments.name(i)))
                            .withHint("There are `path`, `name`, `filter`, `recursive` and `sha256`.")
                            .at(arguments.place(i));
            }
        }
    }

    private static String baseName(PathValue path) {
        String name = path.path().substring(path.path().lastIndexOf('/') + 1);
        return name.isEmpty() ? FOR_ROOT : name;
    }

    private Object storePath() {
        EvaluationStore store = context.machine().store();
        try {
            String wanted = expected == null ? null : StorePaths.NIX.fixedOutput(isArchive, expected, name);
            if (wanted != null && store.has(wanted)) {
                store.use(wanted);
                return result(wanted);
            }
            return result(copied(store));
        } catch (InvalidStoreNameException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`" + Describe.text(path.path()) + "` cannot be copied to the store as "
                                    + Describe.quoted(name) + ": " + invalid.getMessage() + ".")
                    .withSubject(Describe.text(name));
        } catch (UnsupportedFileException unsupported) {
            throw new KwixException(
                            ErrorCode.MISSING_FILE,
                            "`" + Describe.text(unsupported.path()) + "` cannot be copied to the store: it "
                                    + unsupported.reason() + ".")
                    .withSubject(Describe.text(unsupported.path()));
        }
    }

    private String copied(EvaluationStore store) {
        PathValue source = context.machine().resolved(path);
        FileTree tree = new MachineTree(context.machine(), context.budget());
        if (filter != null) {
            tree = new FilteredTree(tree, this::passes);
        }
        Hash hash =
                isArchive ? Archive.hash(tree, source.path()) : HashAlgorithm.SHA256.hash(tree.contents(source.path()));
        if (expected != null && !expected.equals(hash)) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`" + Describe.text(path.path()) + "` does not have the hash that it should have: it has `"
                                    + hash + "`, not `" + expected + "`.")
                    .withSubject(Describe.text(path.path()));
        }
        String storePath = StorePaths.NIX.fixedOutput(isArchive, hash, name);
        store.add(
                storePath,
                isArchive
                        ? new StoreContents.Tree(tree, source.path(), hash)
                        : new StoreContents.Flat(tree, source.path(), hash));
        return storePath;
    }

    private boolean passes(String entry, FileTree.Kind kind) {
        String type = switch (kind) {
            case FILE -> "regular";
            case FOLDER -> "directory";
            case SYMBOLIC_LINK -> "symlink";
            case OTHER -> "unknown";
        };
        Object answer = Functions.call(Thunk.force(java.util.Objects.requireNonNull(filter)), entry, type);
        return Needed.bool(answer, builtin, "the filter's result");
    }

    private static Object result(String storePath) {
        return ContextString.of(storePath, StringContext.of(new ContextElement.Plain(storePath)));
    }
}
