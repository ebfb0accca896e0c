package kwix.language.module;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * A folder with {@code kwix.toml}: what belongs together, and the boundary of pure evaluation.
 *
 * @param file its {@code kwix.toml}
 * @param environments by name, in the order of the file
 * @param kubernetesVersion for example {@code 1.34}
 * @param unformatted patterns, as in a {@code .gitignore} of the root, of files that a formatter leaves alone
 */
public record Project(
        PathValue root,
        PathValue file,
        List<Module> modules,
        Map<String, List<Module>> environments,
        @Nullable String kubernetesVersion,
        List<String> unformatted) {

    /** The name of the file that makes a folder a project. */
    public static final String FILE_NAME = "kwix.toml";

    /** @param place where the project file names it */
    public record Module(PathValue path, Place place) {}

    /** The project that a file or folder lies in: the nearest one upward; null when there is none. */
    public static @Nullable Project around(PathValue start) {
        PathValue file = fileAround(start);
        return file == null ? null : ProjectFile.read(file);
    }

    /** The root of the project that a file or folder lies in, without reading the project's file. */
    public static @Nullable PathValue rootAround(PathValue start) {
        PathValue file = fileAround(start);
        return file == null ? null : parent(file);
    }

    /** The project's modules, and the environment's after them when one is named. */
    public List<Module> modules(@Nullable String environment) {
        if (environment == null) {
            return modules;
        }
        var all = new ArrayList<>(modules);
        all.addAll(environment(environment));
        return all;
    }

    public List<Module> environment(String name) {
        List<Module> found = environments.get(name);
        if (found == null) {
            throw new KwixException(
                            ErrorCode.PROJECT,
                            "The project `" + Describe.text(root.path()) + "` has no environment `" + name + "`.")
                    .withHint(environmentHint(name));
        }
        return found;
    }

    private String environmentHint(String name) {
        if (environments.isEmpty()) {
            return "Its " + FILE_NAME + " defines none; add a table [environments." + name + "].";
        }
        List<String> near = Suggestions.near(name, List.copyOf(environments.keySet()));
        return near.isEmpty()
                ? "It has " + String.join(", ", environments.keySet()) + "."
                : "Did you mean `" + near.getFirst() + "`?";
    }

    private static @Nullable PathValue fileAround(PathValue start) {
        PathValue folder = Files.isDirectory(FileNames.path(start.path())) ? start : parent(start);
        while (true) {
            PathValue file = PathValue.normalised(folder.path() + "/" + FILE_NAME);
            if (Files.exists(FileNames.path(file.path()))) {
                return file;
            }
            if (folder.path().equals("/")) {
                return null;
            }
            folder = parent(folder);
        }
    }

    private static PathValue parent(PathValue path) {
        return PathValue.normalised(path.path() + "/..");
    }
}
