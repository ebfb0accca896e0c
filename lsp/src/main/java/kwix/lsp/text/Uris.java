package kwix.lsp.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files as the protocol names them. */
public final class Uris {

    private Uris() {}

    /** Null for what is no file. */
    public static @Nullable Path path(String uri) {
        try {
            var parsed = new URI(uri);
            return "file".equals(parsed.getScheme()) ? Path.of(parsed).normalize() : null;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return null;
        }
    }

    /** Editors write {@code file:///} with three slashes, also for folders without one at the end. */
    public static String of(Path path) {
        String uri = path.toAbsolutePath().normalize().toUri().toString();
        return uri.length() > "file:///".length() && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
