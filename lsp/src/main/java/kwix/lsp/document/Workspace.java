package kwix.lsp.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that an answer may be about.
 *
 * @param folders those that the editor works in
 */
public record Workspace(Documents documents, Library library, List<Path> folders) {

    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 30;
    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "result");

    public static boolean isSource(Path path) {
        String name = path.toString();
        return name.endsWith(".kx") || name.endsWith(".nix");
    }

    /** Every source in the folders, and those that are open elsewhere. */
    public List<Document> sources() {
        Map<String, Document> sources = new LinkedHashMap<>();
        for (Document open : documents.open()) {
            sources.put(open.uri(), open);
        }
        for (Path path : paths()) {
            Document document = documents.find(path);
            if (document != null) {
                sources.putIfAbsent(document.uri(), document);
            }
        }
        return List.copyOf(sources.values());
    }

    /** The source files in the folders, hidden ones left out. */
    public List<Path> paths() {
        var paths = new ArrayList<Path>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                        String name = String.valueOf(entered.getFileName());
                        boolean skipped = !entered.equals(folder) && (name.startsWith(".") || SKIPPED.contains(name));
                        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isSource(file)) {
                            paths.add(file);
                        }
                        return paths.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException gone) {
                continue;
            }
        }
        paths.sort(null);
        return paths;
    }
}
