package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorPrinter;
import kwix.language.module.Bounds;
import kwix.language.module.Conduct;
import kwix.language.module.FileNames;
import kwix.language.module.LayeredTrees;
import kwix.language.module.LibraryFolders;
import kwix.language.module.LibraryTrees;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.module.Project;
import kwix.language.module.SearchPath;
import kwix.language.module.TreeCache;
import kwix.language.module.TreeStore;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.PhysicalStore;
import org.jspecify.annotations.Nullable;

/** What of the machine an evaluation gets to see. */
final class Access {

    /** How many bytes the trees of the user's files may take together. */
    private static final long CACHE_BOUND = 128L << 20;

    private static final List<String> WARNINGS_ABORT = List.of("1", "yes", "true");

    private final Settings settings;
    private final List<String> includes;
    private final Invocation invocation;

    /** @param includes the arguments of {@code -I} */
    Access(Settings settings, List<String> includes, Invocation invocation) {
        this.settings = settings;
        this.includes = includes;
        this.invocation = invocation;
    }

    /** The installation's folders of Kwix sources, one char per byte, as {@link LibraryFolders} takes them. */
    private static String standardLibrary() {
        return SourceText.encode(Objects.requireNonNull(System.getProperty("kwix.stdlib"), "kwix.stdlib is not set"));
    }

    static LibraryFolders library() {
        return LibraryFolders.of(standardLibrary());
    }

    /**
     * {@code --restrict} narrows what every mode allows; the standard library and folders named by {@code -I} stay readable.
     *
     * @param start where the search for a project begins
     */
    Bounds bounds(PathValue start, List<String> restrictions) {
        if (restrictions.isEmpty() && settings.restricted()) {
            return ofSearchPath(searchPath());
        }
        if (restrictions.isEmpty() && !settings.pure()) {
            return Bounds.none();
        }
        var folders = new ArrayList<Path>();
        String hint;
        if (!restrictions.isEmpty()) {
            restrictions.forEach(
                    folder -> folders.add(FileNames.path(invocation.path(folder).path())));
            hint = "Files are read only inside " + shown(folders) + ", as --restrict says.";
        } else {
            folders.add(FileNames.path(projectRoot(start).path()));
            hint = "Pure evaluation reads only inside " + shown(folders)
                    + " and the standard library; --impure reads everything.";
        }
        folders.addAll(libraryPaths());
        for (String include : includes) {
            String folder = SearchPath.folder(
                    SourceText.encode(include), invocation.workingDirectory().path());
            if (folder != null) {
                folders.add(FileNames.path(folder));
            }
        }
        return Bounds.within(folders, hint);
    }

    /** As in the reference nothing is readable in pure evaluation, and in a restricted one what the search path names. */
    Bounds referenceBounds() {
        if (settings.pure()) {
            return Bounds.within(libraryPaths(), "Pure evaluation reads no files; --impure reads everything.");
        }
        return settings.restricted() ? ofSearchPath(referenceSearchPath()) : Bounds.none();
    }

    /** With the standard library, which the reference does not have, at the end, for {@link Conduct#libraryListed} to hide. */
    List<SearchPathEntry> referenceSearchPath() {
        var entries = new ArrayList<>(settings.pure() ? List.of() : searchPath(null));
        entries.add(new SearchPathEntry(SearchPath.LIBRARY, library().sources()));
        return entries;
    }

    private static List<Path> libraryPaths() {
        return library().paths().stream().map(FileNames::path).toList();
    }

    private static Bounds ofSearchPath(List<SearchPathEntry> entries) {
        var folders = new ArrayList<Path>();
        for (SearchPathEntry entry : entries) {
            if (entry.path().startsWith("/")) {
                folders.add(FileNames.path(entry.path()));
            }
        }
        return Bounds.within(
                folders,
                "Restricted evaluation reads only what -I and NIX_PATH name; add -I with the folder, for example.");
    }

    List<SearchPathEntry> searchPath() {
        return searchPath(standardLibrary());
    }

    private List<SearchPathEntry> searchPath(@Nullable String library) {
        List<String> nixPath = settings.nixPath();
        List<String> after = settings.furtherPath();
        return SearchPath.of(
                encoded(includes),
                settings.pure() || nixPath != null ? null : environment().get("NIX_PATH"),
                encoded(
                        nixPath == null
                                ? after
                                : Stream.concat(nixPath.stream(), after.stream())
                                        .toList()),
                library,
                invocation.workingDirectory().path());
    }

    private static List<String> encoded(List<String> texts) {
        return texts.stream().map(SourceText::encode).toList();
    }

    /**
     * What the settings ask for.
     *
     * @param printer for findings about sources
     * @param restricted whether {@code --restrict} was given
     */
    Conduct conduct(ErrorPrinter printer, boolean libraryListed, boolean restricted) {
        String system = settings.system();
        return new Conduct(
                settings.traceVerbose(),
                settings.abortOnWarn()
                        || WARNINGS_ABORT.contains(invocation.environment().getOrDefault("NIX_ABORT_ON_WARN", "")),
                settings.lints(),
                (finding, source) -> invocation.report(printer.print(finding, source)),
                libraryListed,
                system == null ? null : SourceText.encode(system),
                settings.restricted() || restricted,
                invocation.phases(),
                trees(),
                settings.restricted() ? encoded(settings.allowedUris()) : null);
    }

    private TreeStore trees() {
        String home = System.getProperty("kwix.home");
        if (home == null) {
            return TreeStore.NONE;
        }
        var library = new LibraryTrees(library(), SourceText.encode(home) + "/library.trees");
        return invocation.caching()
                ? new LayeredTrees(library, new TreeCache(() -> treeFolder(invocation), () -> build(home), CACHE_BOUND))
                : library;
    }

    private static @Nullable Path treeFolder(Invocation invocation) {
        Path folder = invocation.cacheFolder();
        return folder == null ? null : folder.resolve("trees");
    }

    /** What tells this build of Kwix from all others. */
    private static byte @Nullable [] build(String home) {
        try {
            return Files.readAllBytes(Path.of(home, "id"));
        } catch (IOException missing) {
            return null;
        }
    }

    /** Where contents of store paths are kept. */
    PhysicalStore store() {
        return PhysicalStore.of(environment());
    }

    /** The environment that a program sees. */
    Map<String, String> visibleEnvironment() {
        return settings.restricted() ? Map.of() : environment();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        invocation
                .environment()
                .forEach((name, value) -> environment.put(SourceText.encode(name), SourceText.encode(value)));
        return environment;
    }

    /** The project's folder, else that of the file. */
    private static PathValue projectRoot(PathValue start) {
        PathValue root = Project.rootAround(start);
        if (root != null) {
            return root;
        }
        return FileNames.path(start.path()).toFile().isDirectory() ? start : PathValue.normalised(start.path() + "/..");
    }

    private static String shown(List<Path> folders) {
        return String.join(
                " and ",
                folders.stream()
                        .map(folder -> "`" + Describe.text(FileNames.bytes(folder)) + "`")
                        .toList());
    }
}
