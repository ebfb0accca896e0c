package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.infer.Inference;
import kwix.lsp.infer.Member;
import kwix.lsp.text.TreePath;
import org.jspecify.annotations.Nullable;

/** Which option a definition in a module is about. */
final class OptionPath {

    private OptionPath() {}

    /** The names from the outermost binding to the one that is touched, which comes last; null where nothing is defined. */
    static @Nullable List<String> at(Document document, TreePath path) {
        var names = new ArrayList<String>();
        List<Tree> pieces = path.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Expression.Lambda lambda
                when lambda != document.tree().root() -> {
                    return null;
                }
                case Expression.ListLiteral list -> {
                    return null;
                }
                case Binding.Definition definition -> {
                    boolean local = i > 0 && !(pieces.get(i - 1) instanceof Expression.AttributeSetLiteral);
                    Tree next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
                    Tree touched = next instanceof AttributePath && i + 2 < pieces.size() ? pieces.get(i + 2) : null;
                    if (local || !add(definition.path(), touched, names)) {
                        return null;
                    }
                }
                default -> {}
            }
        }
        return whole(names);
    }

    private static boolean add(AttributePath path, @Nullable Tree touched, List<String> names) {
        for (AttributeName name : path.names()) {
            if (!(name instanceof AttributeName.Static known)) {
                return false;
            }
            names.add(known.name());
            if (name == touched) {
                break;
            }
        }
        return true;
    }

    private static @Nullable List<String> whole(List<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        return switch (names.getFirst()) {
            case "config" -> names.subList(1, names.size());
            case "options", "imports", "_file", "key", "disabledModules" -> null;
            default -> names;
        };
    }

    /** The option whose name is touched where it is defined. */
    static @Nullable Member option(Question question) {
        List<String> names = at(question.document(), question.path());
        return names == null || names.isEmpty() ? null : question.inference().option(question.document(), names);
    }

    /** What an option's declaration says, as Markdown. */
    static String describe(Member option) {
        var parts = new ArrayList<String>();
        var declaration = option.declaration();
        if (declaration == null) {
            return "";
        }
        for (String part : List.of("type", "default", "example")) {
            Member given = declaration.members().get(part);
            String text = given == null ? null : Inference.text(given);
            if (text != null) {
                parts.add(part + ": `" + cut(text) + "`");
            }
        }
        Member description = declaration.members().get("description");
        String text = description == null ? null : Inference.text(description);
        if (text != null) {
            parts.add(plain(text));
        }
        return String.join("\n\n", parts);
    }

    static @Nullable String type(Member option) {
        Member type = option.declaration() == null
                ? null
                : option.declaration().members().get("type");
        String text = type == null ? null : Inference.text(type);
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    /** A string as it reads, its quotes and its indentation taken off. */
    private static String plain(String text) {
        String inner = text.startsWith("''") && text.endsWith("''") && text.length() >= 4
                ? text.substring(2, text.length() - 2)
                : text.startsWith("\"") && text.length() >= 2 ? text.substring(1, text.length() - 1) : "`" + text + "`";
        return DocText.unindented(inner);
    }
}
