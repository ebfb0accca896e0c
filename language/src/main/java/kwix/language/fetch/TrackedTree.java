package kwix.language.fetch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import kwix.store.FileTree;
import kwix.store.FolderTree;
import org.jspecify.annotations.Nullable;

/** The files of a folder that belong to a list, and the folders that they are in. */
final class TrackedTree implements FileTree {

    private final FileTree files;
    private final Map<String, TreeSet<String>> folders = new HashMap<>();

    /**
     * @param tracked names below the folder, without a slash in front; those of folders, which may be empty, end in one; those that are not
     *     there are left out
     */
    TrackedTree(Path folder, Collection<String> tracked) {
        files = new FolderTree(folder);
        folders.put("", new TreeSet<>());
        for (String name : tracked) {
            if (name.endsWith("/")) {
                String path = "/" + name.substring(0, name.length() - 1);
                if (present(path) == Kind.FOLDER) {
                    folder(path);
                }
                continue;
            }
            Kind kind = present("/" + name);
            if (kind == Kind.FILE || kind == Kind.SYMBOLIC_LINK) {
                add("/" + name);
            }
        }
    }

    /** A folder on the way that has become a link is not gone through: what is behind it is not what is tracked. */
    private @Nullable Kind present(String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (files.kind(path.substring(0, slash)) != Kind.FOLDER) {
                return null;
            }
        }
        return files.kind(path);
    }

    private TreeSet<String> folder(String path) {
        TreeSet<String> names = folders.get(path);
        if (names == null) {
            names = new TreeSet<>();
            add(path);
            folders.put(path, names);
        }
        return names;
    }

    private void add(String path) {
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        folder(parent).add(path.substring(slash + 1));
    }

    @Override
    public @Nullable Kind kind(String path) {
        return folders.containsKey(path) ? Kind.FOLDER : files.kind(path);
    }

    @Override
    public byte[] contents(String path) {
        return files.contents(path);
    }

    @Override
    public boolean executable(String path) {
        return files.executable(path);
    }

    @Override
    public String target(String path) {
        return files.target(path);
    }

    @Override
    public Collection<String> names(String path) {
        TreeSet<String> names = folders.get(path);
        return names == null ? new TreeSet<>() : names;
    }
}
