package kwix.language.module;

import java.util.List;
import java.util.stream.Stream;
import kwix.language.module.Machine.SearchPathEntry;

/**
 * The folders that are the standard library together: one in a release; in a checkout its sources, and what the build made of other
 * things.
 *
 * @param paths without slashes at their ends; the first, the sources, is never missing
 */
public record LibraryFolders(List<String> paths) {

    /** @param property the folders, separated as in a class path */
    public static LibraryFolders of(String property) {
        List<String> parts = Stream.of(property.split(":", -1))
                .map(part -> part.length() > 1 && part.endsWith("/") ? part.substring(0, part.length() - 1) : part)
                .toList();
        return new LibraryFolders(parts);
    }

    /** The folder of the sources, which has the version and what is part of every installation. */
    public String sources() {
        return paths.getFirst();
    }

    /** What {@code <kwix/…>} is looked up in; the sources come last. */
    List<SearchPathEntry> entries() {
        return paths.reversed().stream()
                .map(path -> new SearchPathEntry(SearchPath.LIBRARY, path))
                .toList();
    }

    public boolean holds(String path) {
        for (String folder : paths) {
            if (path.length() > folder.length() && path.startsWith(folder) && path.charAt(folder.length()) == '/') {
                return true;
            }
        }
        return false;
    }
}
