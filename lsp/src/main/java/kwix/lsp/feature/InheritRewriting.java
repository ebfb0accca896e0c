package kwix.lsp.feature;

import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.lsp.document.Document;
import kwix.lsp.text.Span;
import kwix.lsp.text.TreePath;

/** {@code inherit} says one name for two things; when only one of them changes, a binding has to say both. */
final class InheritRewriting {

    /** Takes what is to be replaced by what. */
    @FunctionalInterface
    interface Edits {
        void replace(Document document, Span span, String text);
    }

    private InheritRewriting() {}

    /** What the name hands on is called otherwise from now on; what it binds keeps its name. */
    static void handedOn(Document document, Span name, String newName, Edits edits) {
        rewrite(document, name, edits, (source, old) -> old + " = " + selected(source, newName) + ";");
    }

    /** What the name binds is called otherwise from now on. */
    static void bound(Document document, Span name, String newName, Edits edits) {
        rewrite(
                document,
                name,
                edits,
                (source, old) -> Identifiers.attribute(newName) + " = " + selected(source, old) + ";");
    }

    private static String selected(String source, String name) {
        return source.isEmpty() ? name : source + "." + Identifiers.attribute(name);
    }

    @FunctionalInterface
    private interface Words {
        String binding(String source, String name);
    }

    private static void rewrite(Document document, Span name, Edits edits, Words words) {
        TreePath path = TreePath.at(document.tree(), name.start());
        Binding.Inherit inherit = path.innermost(Binding.Inherit.class);
        if (inherit == null) {
            return;
        }
        String text = document.text();
        String old = text.substring(name.start(), name.end());
        String binding = words.binding(source(document, inherit), old);
        if (inherit.names().size() == 1) {
            edits.replace(document, Span.of(inherit), binding);
            return;
        }
        int from = name.start();
        while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        edits.replace(document, new Span(from, name.end()), "");
        int end = inherit.end();
        edits.replace(document, new Span(end, end), " " + binding);
    }

    private static String source(Document document, Binding.Inherit inherit) {
        Expression source = inherit.source();
        if (source == null) {
            return "";
        }
        String written = document.text().substring(source.start(), source.end());
        boolean simple = source instanceof Expression.Variable || source instanceof Expression.Select;
        return simple ? written : "(" + written + ")";
    }
}
