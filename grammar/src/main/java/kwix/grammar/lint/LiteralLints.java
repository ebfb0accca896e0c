package kwix.grammar.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * What to say of the literals that the reference has lint switches for: all are correct, and each is better written otherwise.
 *
 * @param url of URLs without quotes
 * @param shortPath of relative paths that begin with neither {@code ./} nor {@code ../}
 * @param absolutePath of paths that begin with {@code /} or {@code ~/}
 */
public record LiteralLints(Level url, Level shortPath, Level absolutePath) {

    public enum Level {
        IGNORE,
        WARN,
        FATAL
    }

    public static final LiteralLints NONE = new LiteralLints(Level.IGNORE, Level.IGNORE, Level.IGNORE);

    /** The findings in the order of the text. */
    public List<Diagnostic> check(SyntaxTree tree) {
        if (equals(NONE)) {
            return List.of();
        }
        var findings = new ArrayList<Diagnostic>();
        Deque<Tree> left = new ArrayDeque<>();
        left.push(tree.root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            Diagnostic finding = next instanceof Expression expression ? finding(expression) : null;
            if (finding != null) {
                findings.add(finding);
            }
            Parts.of(next).forEach(left::push);
        }
        findings.sort(Comparator.comparingInt(Diagnostic::start));
        return findings;
    }

    private @Nullable Diagnostic finding(Expression expression) {
        return switch (expression) {
            case Expression.UrlLiteral literal -> url(literal);
            case Expression.PathLiteral literal -> path(literal);
            default -> null;
        };
    }

    private @Nullable Diagnostic url(Expression.UrlLiteral literal) {
        String quoted = "\"" + literal.text() + "\"";
        return diagnostic(
                url,
                literal.start(),
                literal.end(),
                "The URL `" + literal.text() + "` stands here without quotes.",
                "Write the string `" + quoted + "`.",
                new Diagnostic.Edit(literal.start(), literal.end(), quoted));
    }

    private @Nullable Diagnostic path(Expression.PathLiteral literal) {
        if (!(literal.parts().getFirst() instanceof StringPart.Text text)) {
            return null;
        }
        String begin = text.text();
        int start = literal.start();
        if (begin.startsWith("/") || begin.startsWith("~")) {
            String whose = begin.startsWith("/") ? "of this machine" : "of a user's home folder";
            return diagnostic(
                    absolutePath,
                    start,
                    literal.end(),
                    "`" + begin + "` is a path " + whose + ", which other machines may not have.",
                    "Write a path relative to this file, a string, or take it as an argument.",
                    null);
        }
        if (begin.startsWith("./") || begin.startsWith("../")) {
            return null;
        }
        return diagnostic(
                shortPath,
                start,
                literal.end(),
                "The relative path `" + begin + "` does not show that it is one.",
                "Write `./" + begin + "`.",
                new Diagnostic.Edit(start, start, "./"));
    }

    private static @Nullable Diagnostic diagnostic(
            Level level, int start, int end, String message, String hint, Diagnostic.@Nullable Edit edit) {
        return switch (level) {
            case IGNORE -> null;
            case WARN ->
                new Diagnostic(
                        SyntaxCode.DISCOURAGED_LITERAL, Severity.WARNING, message, start, end, List.of(), hint, edit);
            case FATAL ->
                new Diagnostic(
                        SyntaxCode.DISCOURAGED_LITERAL, Severity.ERROR, message, start, end, List.of(), hint, edit);
        };
    }
}
