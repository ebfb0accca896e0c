package kwix.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.lsp.document.Document;
import kwix.lsp.document.Documents;
import kwix.lsp.document.Library;
import kwix.lsp.document.Workspace;
import kwix.lsp.feature.Question;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.text.Uris;

/**
 * A file of a case: lines that begin with {@code #!} say more of it ({@code #! file: other.kx} begins a further file, others are
 * settings), and {@code ‸} marks the cursor in one of the texts.
 */
record CaseFile(Path folder, Workspace workspace, Document document, int offset, Map<String, String> settings) {

    private static final String MARK = "‸";
    static final Path CASES = Path.of(System.getProperty("kwix.root"), "lsp", "src", "test", "cases");
    static final Library LIBRARY =
            new Library(List.of(System.getProperty("kwix.stdlib").split(":")).reversed().stream()
                    .map(Path::of)
                    .toList());

    static CaseFile read(Path file, Path folder) throws IOException {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        var current = new StringBuilder();
        texts.put("main.kx", current);
        for (String line : Files.readString(file).split("(?<=\n)")) {
            if (line.startsWith("#! file: ")) {
                current = new StringBuilder();
                texts.put(line.substring("#! file: ".length()).strip(), current);
            } else if (line.startsWith("#! ")) {
                String[] parts = line.substring(3).strip().split(": ", 2);
                settings.put(parts[0], parts.length == 1 ? "" : parts[1]);
            } else {
                current.append(line);
            }
        }
        var documents = new Documents();
        Document main = null;
        int offset = 0;
        for (Map.Entry<String, StringBuilder> entry : texts.entrySet()) {
            String text = entry.getValue().toString();
            int mark = text.indexOf(MARK);
            Path path = folder.resolve(entry.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, text.replace(MARK, ""));
            if (mark >= 0 || main == null) {
                documents.open(Uris.of(path), 1, text.replace(MARK, ""));
                main = documents.find(path);
                offset = Math.max(mark, 0);
            }
        }
        if (main == null) {
            throw new IllegalStateException("no text in " + file);
        }
        var workspace = new Workspace(documents, LIBRARY, List.of(folder));
        return new CaseFile(folder, workspace, main, offset, settings);
    }

    Question question() {
        return Question.of(workspace, new BuiltinTable(), document, offset);
    }
}
