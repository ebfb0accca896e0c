package kwix.kubernetes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Machine;
import kwix.language.read.YamlReader;
import kwix.language.read.YamlSource;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** Manifests that somebody wrote: YAML and JSON, in files and folders. */
public final class ManifestFiles {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    /** Files of kustomize, which say what to do with manifests and are none. */
    private static final Set<String> NOT_MANIFESTS = Set.of("kustomization.yaml", "kustomization.yml");

    private final Machine machine;
    private final Budget budget;
    private final List<Resource> resources = new ArrayList<>();

    private ManifestFiles(Machine machine, Budget budget) {
        this.machine = machine;
        this.budget = budget;
    }

    /** The resources of a file, or of all files in a folder and the folders below it, in the order of their names. */
    public static List<Resource> read(PathValue path, Machine machine, Budget budget) {
        var files = new ManifestFiles(machine, budget);
        if (machine.exists(path, true)) {
            int count = files.folder(path);
            if (count == 0) {
                throw new KwixException(
                                ErrorCode.MISSING_FILE,
                                "The folder `" + Describe.text(path.path()) + "` has no manifests.")
                        .withHint("Manifests are files whose names end with .yaml, .yml or .json.");
            }
        } else {
            files.file(path);
        }
        return files.resources;
    }

    /** The resources of a text that stands in no file. @param name what it is called */
    public static List<Resource> read(String bytes, String name, Budget budget) {
        return resources(bytes, name, budget);
    }

    private int folder(PathValue folder) {
        int count = 0;
        for (Map.Entry<String, String> entry : machine.readDirectory(folder).entrySet()) {
            String name = entry.getKey();
            PathValue path = PathValue.normalised(folder.path() + "/" + name);
            if (name.startsWith(".")) {
                continue;
            }
            if (machine.exists(path, true)) {
                // A link to a folder may lead back to where it stands.
                count += entry.getValue().equals("directory") ? folder(path) : 0;
            } else if (isManifest(name)) {
                file(path);
                count++;
            }
        }
        return count;
    }

    private void file(PathValue path) {
        resources.addAll(resources(machine.readFile(path), path.path(), budget));
    }

    /** Whether a file of this name is one that holds manifests. */
    public static boolean isManifest(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith) && !NOT_MANIFESTS.contains(name);
    }

    private static List<Resource> resources(String bytes, String name, Budget budget) {
        List<Object> documents = YamlReader.stream(new YamlSource(bytes, name), budget);
        String file = "`" + Describe.text(name) + "`";
        return ResourceReader.read(
                documents, index -> documents.size() == 1 ? file : "document " + (index + 1) + " of " + file);
    }
}
