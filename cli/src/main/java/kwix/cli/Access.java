package kwix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.module.Bounds;
import kwix.language.module.FileNames;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.module.Project;
import kwix.language.module.SearchPath;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** What of the machine an evaluation gets to see. */
final class Access {

    private final EvalRequest request;
    private final Invocation invocation;

    Access(EvalRequest request, Invocation invocation) {
        this.request = request;
        this.invocation = invocation;
    }

    /** The installation's folder of Kwix sources, one char per byte. */
    static String standardLibrary() {
        return SourceText.encode(Objects.requireNonNull(System.getProperty("kwix.stdlib"), "kwix.stdlib is not set"));
    }

    /** Where the search for a project begins: the first file, else the working directory. */
    static PathValue start(EvalRequest request, Invocation invocation) {
        return request.source() instanceof EvalRequest.Files files
                        && !files.names().isEmpty()
                ? invocation.path(files.names().getFirst())
                : invocation.workingDirectory();
    }

    /** {@code --restrict} narrows what either mode allows; the standard library and folders named by {@code -I} stay readable. */
    Bounds bounds() {
        boolean restricted = !request.restrictions().isEmpty();
        if (!restricted && !request.pure()) {
            return Bounds.none();
        }
        var folders = new ArrayList<Path>();
        String hint;
        if (restricted) {
            request.restrictions()
                    .forEach(folder ->
                            folders.add(FileNames.path(invocation.path(folder).path())));
            hint = "Files are read only inside " + shown(folders) + ", as --restrict says.";
        } else {
            folders.add(FileNames.path(projectRoot().path()));
            hint = "Pure evaluation reads only inside " + shown(folders)
                    + " and the standard library; --impure reads everything.";
        }
        folders.add(FileNames.path(standardLibrary()));
        for (String include : request.includes()) {
            String folder = SearchPath.folder(
                    SourceText.encode(include), invocation.workingDirectory().path());
            if (folder != null) {
                folders.add(FileNames.path(folder));
            }
        }
        return Bounds.within(folders, hint);
    }

    List<SearchPathEntry> searchPath() {
        return SearchPath.of(
                request.includes().stream().map(SourceText::encode).toList(),
                request.pure() ? null : environment().get("NIX_PATH"),
                standardLibrary(),
                invocation.workingDirectory().path());
    }

    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        invocation
                .environment()
                .forEach((name, value) -> environment.put(SourceText.encode(name), SourceText.encode(value)));
        return environment;
    }

    /** The project's folder, else that of the file. */
    private PathValue projectRoot() {
        PathValue start = start(request, invocation);
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
                        .map(folder -> "'" + Describe.text(FileNames.bytes(folder)) + "'")
                        .toList());
    }
}
