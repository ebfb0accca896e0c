package kwix.lsp.feature;

import java.util.List;
import java.util.stream.Collectors;
import kwix.grammar.tree.Comment;
import kwix.language.builtin.Builtin;

/** Documentation as Markdown. */
final class DocText {

    private DocText() {}

    /** What a comment says, without its delimiters and without the indentation that all of its lines share. */
    static String of(Comment comment) {
        String text = comment.text();
        String inner = text.startsWith("#")
                ? text.substring(1)
                : text.substring(
                        text.startsWith("/**") ? 3 : 2, text.endsWith("*/") ? text.length() - 2 : text.length());
        return unindented(inner);
    }

    /** A text without the indentation that all lines after its first share. */
    static String unindented(String text) {
        List<String> lines = text.lines().toList();
        int shared = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(DocText::indentation)
                .min()
                .orElse(0);
        String joined = lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(Math.min(shared, indentation(line))))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        return joined.strip();
    }

    private static int indentation(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }

    static String of(Builtin builtin) {
        var text = new StringBuilder(builtin.doc().strip());
        if (!builtin.parameters().isEmpty()) {
            text.append("\n");
            for (Builtin.Parameter parameter : builtin.parameters()) {
                text.append("\n- `")
                        .append(parameter.name())
                        .append("`: ")
                        .append(parameter.kind().words());
            }
        }
        for (Builtin.Example example : builtin.examples()) {
            text.append("\n\n").append(code(example.expression() + "\n=> " + example.result()));
        }
        return text.toString();
    }

    static String signature(Builtin builtin) {
        String parameters = builtin.parameters().stream()
                .map(parameter -> " " + parameter.name())
                .collect(Collectors.joining());
        return "builtins." + builtin.name() + parameters;
    }

    static String code(String text) {
        return "```kwix\n" + text + "\n```";
    }
}
