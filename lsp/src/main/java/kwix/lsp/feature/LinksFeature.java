package kwix.lsp.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.document.Workspace;
import kwix.lsp.infer.Inference;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.DocumentLink;

/** Paths of files that exist; of a folder its {@code default.kx}. */
public final class LinksFeature {

    private LinksFeature() {}

    public static List<DocumentLink> links(Workspace workspace, Document document) {
        var links = new ArrayList<DocumentLink>();
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            Path path = switch (next) {
                case Expression.PathLiteral literal -> Inference.path(document, literal);
                case Expression.SearchPathLiteral literal -> workspace.library().find(literal.path());
                default -> null;
            };
            if (path != null && Files.exists(path)) {
                Document target = workspace.documents().find(path);
                if (target != null || Files.isRegularFile(path)) {
                    links.add(new DocumentLink(
                            document.lines().range(next), target == null ? Uris.of(path) : target.uri()));
                }
            }
            Parts.of(next).forEach(left::push);
        }
        links.sort(Comparator.<DocumentLink>comparingInt(
                        link -> link.getRange().getStart().getLine())
                .thenComparingInt(link -> link.getRange().getStart().getCharacter()));
        return links;
    }
}
