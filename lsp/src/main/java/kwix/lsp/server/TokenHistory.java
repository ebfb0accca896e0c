package kwix.lsp.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The colours that each document was last given, so that only what changed is sent again. */
final class TokenHistory {

    record Given(String id, List<Integer> data) {}

    private final Map<String, Given> byUri = new HashMap<>();
    private long count;

    /** The earlier ones if they are just those that the client has. */
    synchronized @Nullable Given earlier(String uri, String id) {
        Given given = byUri.get(uri);
        return given != null && given.id().equals(id) ? given : null;
    }

    synchronized String give(String uri, List<Integer> data) {
        String id = String.valueOf(++count);
        byUri.put(uri, new Given(id, data));
        return id;
    }

    synchronized void forget(String uri) {
        byUri.remove(uri);
    }
}
