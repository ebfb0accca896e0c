package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.module.SearchPath;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.NameTable;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** Other files of the program: imports and the search path. */
final class SearchBuiltins {

    private static final NameTable ENTRY = NameTable.constant("path", "prefix");

    private static final String BUNDLED = "nix/";

    private SearchBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("import")
                        .strict("path")
                        .doc("""
                            The value of the expression in a file; of a folder, that in its `default.kx`, else `default.nix`. Each file is
                            evaluated once. Of a derivation in the store it is what `derivation` gave for it.\
                            """)
                        .example("builtins.typeOf (import <kwix/lib>)", "\"set\"")
                        .unary((context, path) -> {
                            PathValue file = PathArgument.readable(path, context.coercion(), "import");
                            Object derivation = ImportedDerivation.of(context, file);
                            return derivation == null ? context.importer().importFile(file) : derivation;
                        }),
                global("scopedImport")
                        .lazy("scope")
                        .lazy("path")
                        .doc("Like `import`, but evaluates the file afresh, with the set's attributes as additional"
                                + " variables.")
                        .example("builtins.isFunction scopedImport", "true")
                        .binary((context, scope, path) -> {
                            PathValue file = PathArgument.readable(path, context.coercion(), "scopedImport");
                            AttributeSet variables = Needed.set(scope, "scopedImport", "argument 1");
                            return context.importer().importScoped(variables, file);
                        }),
                builtin("findFile")
                        .list("searchPath")
                        .lazy("name")
                        .doc("""
                            Where `<name>` is according to a search path: a list of sets with a `path` and the `prefix` that a name must have
                            to be looked for there.\
                            """)
                        .example(
                                "builtins.findFile [ { prefix = \"sys\"; path = \"/dev\"; } ] \"sys/null\"",
                                "/dev/null")
                        .binary((context, searchPath, name) -> find(context, (ListValue) searchPath, name)),
                builtin("nixPath")
                        .doc("The search path by which `<name>` is found, as a list for `findFile`.")
                        .example("builtins.isList builtins.nixPath", "true")
                        .constant(SearchBuiltins::searchPath));
    }

    private static ListValue searchPath(BuiltinContext context) {
        List<SearchPathEntry> entries = context.machine().searchPath();
        if (!context.machine().conduct().libraryListed()) {
            // It then stands at the end.
            entries = entries.subList(0, entries.size() - 1);
        }
        var list = new Object[entries.size()];
        for (int i = 0; i < list.length; i++) {
            SearchPathEntry entry = entries.get(i);
            list[i] = new AttributeSet(ENTRY, new Object[] {entry.path(), entry.prefix()}, null);
        }
        return list.length == 0 ? ListValue.EMPTY : new ListValue(list);
    }

    /** Every entry is evaluated and checked before any is tried. */
    private static PathValue find(BuiltinContext context, ListValue searchPath, Object argument) {
        var entries = new SearchPathEntry[searchPath.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(context, searchPath.force(i));
        }
        String name = Needed.plainString(argument, "findFile", "argument 2");
        for (SearchPathEntry entry : entries) {
            PathValue candidate = candidate(context, entry, name);
            if (candidate != null && context.machine().exists(candidate, false)) {
                return candidate;
            }
        }
        PathValue bundled = bundled(context, name);
        if (bundled != null) {
            return bundled;
        }
        throw new KwixException(
                        ErrorCode.UNKNOWN_SEARCH_PATH,
                        "`" + Describe.text(name) + "` was not found on the search path.")
                .withSubject(Describe.text(name))
                .withHint("Add it with `-I name=path`, or to NIX_PATH.");
    }

    /** What every installation has as {@code <nix/…>} when nothing else is called so, as the reference does. */
    private static @Nullable PathValue bundled(BuiltinContext context, String name) {
        if (!name.startsWith(BUNDLED)) {
            return null;
        }
        return context.machine().searchPath().stream()
                .filter(entry -> entry.prefix().equals(SearchPath.LIBRARY))
                .map(entry -> PathValue.normalised(entry.path() + "/" + name))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static SearchPathEntry entry(BuiltinContext context, Object element) {
        String role = "each element of argument 1";
        AttributeSet set = Needed.set(element, "findFile", role);
        Object prefix = set.get("prefix");
        String start = prefix == null ? "" : Needed.plainString(prefix, "findFile", "the attribute `prefix`");
        Object path = Thunk.force(Needed.attribute(set, "path", "findFile", role));
        return new SearchPathEntry(start, ContextString.text(context.coercion().operand(path, false)));
    }

    private static @Nullable PathValue candidate(BuiltinContext context, SearchPathEntry entry, String name) {
        String prefix = entry.prefix();
        String rest;
        if (prefix.isEmpty()) {
            rest = name;
        } else if (name.equals(prefix)) {
            rest = "";
        } else if (name.startsWith(prefix + "/")) {
            rest = name.substring(prefix.length() + 1);
        } else {
            return null;
        }
        String base = entry.path();
        if (!base.startsWith("/")) {
            String workingDirectory = context.machine().environment("PWD");
            if (workingDirectory == null || !workingDirectory.startsWith("/")) {
                return null;
            }
            base = workingDirectory + "/" + base;
        }
        return PathValue.normalised(base + "/" + rest);
    }
}
