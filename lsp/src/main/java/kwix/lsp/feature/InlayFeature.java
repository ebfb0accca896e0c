package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.text.Lines;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The name of a long binding where it closes, since its beginning is off the screen there. */
public final class InlayFeature {

    private static final int LONG = 25;
    private static final int LONGEST_NAME = 40;

    private InlayFeature() {}

    public static List<InlayHint> hints(Document document, Span part) {
        var hints = new ArrayList<InlayHint>();
        Lines lines = document.lines();
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            if (next.end() < part.start() || next.start() > part.end()) {
                continue;
            }
            if (next instanceof Binding.Definition definition
                    && lines.line(definition.end()) - lines.line(definition.start()) >= LONG
                    && closes(document, definition)) {
                String name = document.text()
                        .substring(definition.path().start(), definition.path().end());
                if (name.length() <= LONGEST_NAME && !name.contains("\n")) {
                    var hint = new InlayHint(lines.position(definition.end()), Either.forLeft(name));
                    hint.setKind(InlayHintKind.Type);
                    hint.setPaddingLeft(true);
                    hints.add(hint);
                }
            }
            Parts.of(next).forEach(left::push);
        }
        hints.sort(Comparator.comparingInt(hint -> hint.getPosition().getLine()));
        return hints;
    }

    /** Whether nothing follows on the line. */
    private static boolean closes(Document document, Binding.Definition definition) {
        Lines lines = document.lines();
        int line = lines.line(definition.end());
        return document.text().substring(definition.end(), lines.end(line)).isBlank();
    }
}
