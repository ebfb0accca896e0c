package kwix.lsp.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders that {@code <kwix/…>} is looked up in.
 *
 * @param folders the first that has a file wins
 */
public record Library(List<Path> folders) {

    private static final String NAME = "kwix";

    /** @param searchPath what stands between the brackets */
    public @Nullable Path find(String searchPath) {
        if (!searchPath.equals(NAME) && !searchPath.startsWith(NAME + "/")) {
            return null;
        }
        String rest = searchPath.length() == NAME.length() ? "" : searchPath.substring(NAME.length() + 1);
        for (Path folder : folders) {
            Path found = folder.resolve(rest).normalize();
            if (found.startsWith(folder) && Files.exists(found)) {
                return found;
            }
        }
        return null;
    }

    public boolean holds(Path path) {
        return folders.stream().anyMatch(path::startsWith);
    }
}
