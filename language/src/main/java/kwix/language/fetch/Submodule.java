package kwix.language.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the file {@code .gitmodules} of a repository says of another one that lies in it.
 *
 * @param path where it lies, below the repository's folder
 * @param url where it comes from, maybe relative to where the repository itself comes from
 */
record Submodule(String path, @Nullable String url) {

    private static final String SECTION = "submodule.";

    /** @param settings of the file, each a name and, behind the end of a line, a value */
    static List<Submodule> listed(List<String> settings) {
        var paths = new TreeMap<String, String>();
        var urls = new TreeMap<String, String>();
        for (String setting : settings) {
            int end = setting.indexOf('\n');
            if (end < 0 || !setting.startsWith(SECTION)) {
                continue;
            }
            String value = setting.substring(end + 1);
            int dot = setting.lastIndexOf('.', end);
            String section = setting.substring(0, dot);
            switch (setting.substring(dot + 1, end)) {
                case "path" -> paths.put(section, value);
                case "url" -> urls.put(section, value);
                default -> {
                    continue;
                }
            }
        }
        var listed = new ArrayList<Submodule>();
        paths.forEach((section, path) -> listed.add(new Submodule(path, urls.get(section))));
        return listed;
    }

    /** Whether the path stays below the folder and is written in the one way that git writes it. */
    boolean liesBelow() {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where it comes from in full; null when what the file says is no place.
     *
     * @param base where the repository itself comes from
     */
    @Nullable
    String place(String base) {
        if (url == null || url.isEmpty()) {
            return null;
        }
        if (!url.startsWith("./") && !url.startsWith("../")) {
            return url.startsWith("/") || url.indexOf(':') >= 0 ? url : null;
        }
        String folder = base;
        String rest = url;
        while (true) {
            while (folder.endsWith("/")) {
                folder = folder.substring(0, folder.length() - 1);
            }
            if (rest.startsWith("./")) {
                rest = rest.substring(2);
            } else if (rest.startsWith("../")) {
                int slash = folder.lastIndexOf('/');
                if (slash < 0) {
                    return null;
                }
                folder = folder.substring(0, slash);
                rest = rest.substring(3);
            } else {
                return folder + "/" + rest;
            }
        }
    }
}
