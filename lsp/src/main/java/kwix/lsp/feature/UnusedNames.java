package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.lsp.document.Document;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Names that nothing uses. What the outermost function of a file takes is left alone, for whoever calls it decides what it is given; and
 * a name that begins with an underscore says itself that it is not used.
 */
final class UnusedNames {

    static final String CODE = "unused-name";

    private UnusedNames() {}

    /** @param edit what takes it out, where that is simple */
    record Unused(Span span, String message, @Nullable Edit edit) {}

    static List<Unused> in(Document document) {
        var found = new ArrayList<Unused>();
        Expression root = document.tree().root();
        for (LexicalName name : document.names().lexical()) {
            if (name.isUsed() || name.text().startsWith("_")) {
                continue;
            }
            switch (name.kind()) {
                case LET -> local(document, name, found);
                case PARAMETER -> {
                    if (name.scope() != root) {
                        found.add(of(name, "The parameter `" + name.text() + "` is not used.", null));
                    }
                }
                case FORMAL -> {
                    if (name.scope() != root && !hasAlias(name)) {
                        found.add(of(name, "The parameter `" + name.text() + "` is not used.", null));
                    }
                }
                case ALIAS -> {
                    if (name.scope() != root) {
                        found.add(of(name, "The name `" + name.text() + "` for the whole argument is not used.", null));
                    }
                }
                case RECURSIVE, GLOBAL -> {}
            }
        }
        return found;
    }

    /** With a name for the whole argument, a formal may be there only to say what the argument has to have. */
    private static boolean hasAlias(LexicalName name) {
        return name.scope() instanceof Expression.Lambda lambda
                && lambda.parameter() instanceof Parameter.Formals formals
                && formals.alias() != null;
    }

    private static void local(Document document, LexicalName name, List<Unused> found) {
        if (name.scope() instanceof Expression.LegacyLet) {
            return;
        }
        for (var definition : name.definitions()) {
            found.add(new Unused(
                    definition.span(),
                    "`" + name.text() + "` is not used.",
                    removal(document, name, definition.span())));
        }
    }

    private static Unused of(LexicalName name, String message, @Nullable Edit edit) {
        return new Unused(name.definitions().getFirst().span(), message, edit);
    }

    private static @Nullable Edit removal(Document document, LexicalName name, Span span) {
        DeclaredAttribute declared =
                name.attribute() == null ? null : document.names().of(name.attribute());
        if (declared == null || declared.places().size() != 1) {
            return null;
        }
        return switch (declared.places().getFirst().binding()) {
            case Binding.Definition definition -> line(document, definition.start(), definition.end());
            case Binding.Inherit inherit
            when inherit.names().size() == 1 -> line(document, inherit.start(), inherit.end());
            case Binding.Inherit inherit -> {
                InheritedName inherited = inherit.names().stream()
                        .filter(other -> other.start() == span.start())
                        .findFirst()
                        .orElse(null);
                yield inherited == null ? null : new Edit(withBlanks(document, span.start()), span.end(), "");
            }
            case Binding.Broken broken -> null;
        };
    }

    /** The whole line if nothing else stands on it. */
    private static Edit line(Document document, int start, int end) {
        String text = document.text();
        int from = start;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean begins = from == 0 || text.charAt(from - 1) == '\n';
        boolean ends = end < text.length() && text.charAt(end) == '\n';
        return begins && ends ? new Edit(from, end + 1, "") : new Edit(withBlanks(document, start), end, "");
    }

    private static int withBlanks(Document document, int start) {
        String text = document.text();
        int from = start;
        while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }
}
