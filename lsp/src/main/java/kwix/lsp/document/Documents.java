package kwix.lsp.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kwix.grammar.source.SourceText;
import kwix.lsp.text.Lines;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * The texts there are: those that an editor has open, and files as they lie on the disk. Of the files, those that were asked for last are
 * kept, so that the memory taken does not grow with the folders.
 */
public final class Documents {

    private static final int KEPT_FILES = 200;
    private static final long LARGEST_FILE = 8L << 20;

    private final Map<String, Document> open = new ConcurrentHashMap<>();
    private final Map<Path, Stored> files = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Stored> eldest) {
            return size() > KEPT_FILES;
        }
    };

    /** A file's text when it had this time and size. */
    private record Stored(FileTime time, long size, Document document) {}

    public void open(String uri, int version, String text) {
        open.put(uri, new Document(uri, version, text));
    }

    public void close(String uri) {
        open.remove(uri);
    }

    /** Applies the changes one after the other, each to what the ones before it left. */
    public void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        Document document = open.get(uri);
        if (document == null) {
            return;
        }
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            String text = change.getText();
            if (range != null) {
                Lines lines = document.lines();
                int start = lines.offset(range.getStart());
                int end = Math.max(start, lines.offset(range.getEnd()));
                String before = document.text();
                text = before.substring(0, start) + text + before.substring(end);
            }
            document = new Document(uri, version, text);
        }
        open.put(uri, document);
    }

    public Collection<Document> open() {
        return List.copyOf(open.values());
    }

    public @Nullable Document open(String uri) {
        return open.get(uri);
    }

    /** A file, as the editor has it if it is open there; for a folder its {@code default.kx} or {@code default.nix}. */
    public @Nullable Document find(Path path) {
        Path file = path.normalize();
        Document known = open.get(Uris.of(file));
        if (known != null) {
            return known;
        }
        if (Files.isDirectory(file)) {
            for (String entry : List.of("default.kx", "default.nix")) {
                if (Files.isRegularFile(file.resolve(entry))) {
                    return find(file.resolve(entry));
                }
            }
            return null;
        }
        return read(file);
    }

    private synchronized @Nullable Document read(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile() || attributes.size() > LARGEST_FILE) {
                return null;
            }
            Stored stored = files.get(file);
            if (stored == null
                    || stored.size() != attributes.size()
                    || !stored.time().equals(attributes.lastModifiedTime())) {
                String text = SourceText.decode(Files.readAllBytes(file));
                stored = new Stored(
                        attributes.lastModifiedTime(), attributes.size(), new Document(Uris.of(file), 0, text));
                files.put(file, stored);
            }
            return stored.document();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
