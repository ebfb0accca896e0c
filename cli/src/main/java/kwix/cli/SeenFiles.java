package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** Files and folders as they were when somebody first looked at them. That one was not there is known of it too. */
final class SeenFiles {

    /** What tells a file from what it is after a change. An editor that replaces a file changes its key. */
    private record State(
            boolean present,
            long size,
            long modified,
            @Nullable Object key) {

        private static final State ABSENT = new State(false, 0, 0, null);
    }

    private final Map<PathValue, State> states = new LinkedHashMap<>();

    void see(PathValue path) {
        states.computeIfAbsent(path, SeenFiles::state);
    }

    /** A file that is not as it was; null when there is none. */
    @Nullable
    PathValue changed() {
        for (Map.Entry<PathValue, State> seen : states.entrySet()) {
            if (!state(seen.getKey()).equals(seen.getValue())) {
                return seen.getKey();
            }
        }
        return null;
    }

    private static State state(PathValue path) {
        try {
            Path file = FileNames.path(path.path());
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            boolean folder = attributes.isDirectory();
            return new State(
                    true,
                    folder ? 0 : attributes.size(),
                    attributes.lastModifiedTime().toMillis(),
                    attributes.fileKey());
        } catch (IOException | KwixException absent) {
            return State.ABSENT;
        }
    }
}
