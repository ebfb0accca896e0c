package kwix.grammar.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.grammar.parse.IndentedPieces;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Prints a program as the reference's {@code --parse} does: byte for byte its text, in which abbreviations are written out. Recursion goes
 * as deep as the program, chains of operators included.
 */
public final class ReferencePrinter {

    /** What the reference reads of a path at once: it stops after the first of two slashes. */
    private static final Pattern PATH_PIECE =
            Pattern.compile("~?[a-zA-Z0-9._+-]*+(/[a-zA-Z0-9._+-]++)+/?|~?[a-zA-Z0-9._+-]*+/|[a-zA-Z0-9._+-]++");

    private final SourceText source;
    private final Scopes scopes;
    private final String folder;
    private final String home;

    /**
     * @param folder what relative paths start from
     * @param home what {@code ~} stands for
     */
    public ReferencePrinter(SourceText source, Scopes scopes, String folder, String home) {
        this.source = source;
        this.scopes = scopes;
        this.folder = folder;
        this.home = home;
    }

    /** The program must be without errors. */
    public String print(Expression expression) {
        return switch (expression) {
            case Expression.IntegerLiteral literal -> Long.toString(literal.value());
            case Expression.FloatLiteral literal -> sixDigits(literal.value());
            case Expression.StringLiteral string ->
                print(string.indented() ? IndentedPieces.of(source, string) : string.parts());
            case Expression.UrlLiteral url -> quote(url.text());
            case Expression.PathLiteral path -> print(path);
            case Expression.SearchPathLiteral path -> "(__findFile __nixPath " + quote(path.path()) + ")";
            case Expression.Variable variable -> variable.name();
            case Expression.Select select ->
                "(" + print(select.subject()) + ")." + print(select.path())
                        + (select.fallback() == null ? "" : " or (" + print(select.fallback()) + ")");
            case Expression.HasAttribute test -> "((" + print(test.subject()) + ") ? " + print(test.path()) + ")";
            case Expression.Apply apply -> call(apply);
            case Expression.Unary unary ->
                unary.operator() == UnaryOperator.NOT
                        ? "(! " + print(unary.operand()) + ")"
                        : "(__sub 0 " + print(unary.operand()) + ")";
            case Expression.Binary binary -> print(binary);
            case Expression.If choice ->
                "(if " + print(choice.condition()) + " then " + print(choice.then()) + " else "
                        + print(choice.otherwise()) + ")";
            case Expression.Assert assertion ->
                "assert " + print(assertion.condition()) + "; " + print(assertion.body());
            case Expression.With with -> "(with " + print(with.namespace()) + "; " + print(with.body()) + ")";
            case Expression.Let let ->
                "(let " + print(scopes.bindings(let)).substring(2).replaceFirst("}$", "") + "in " + print(let.body())
                        + ")";
            case Expression.LegacyLet let -> "(rec " + print(scopes.bindings(let)) + ").body";
            case Expression.Lambda lambda -> "(" + print(lambda.parameter()) + ": " + print(lambda.body()) + ")";
            case Expression.AttributeSetLiteral set -> (set.recursive() ? "rec " : "") + print(scopes.bindings(set));
            case Expression.ListLiteral list -> {
                var out = new StringBuilder("[ ");
                list.elements().forEach(e -> out.append('(').append(print(e)).append(") "));
                yield out.append("]").toString();
            }
            case Expression.Parenthesized parenthesized -> print(parenthesized.inner());
            case Expression.Broken broken -> throw new IllegalArgumentException("broken");
        };
    }

    private static Expression bare(Expression expression) {
        return expression instanceof Expression.Parenthesized inner ? bare(inner.inner()) : expression;
    }

    private String call(Expression.Apply apply) {
        return "(" + callee(apply) + ")";
    }

    /** Applications to applications are one, parentheses or not. */
    private String callee(Expression.Apply apply) {
        var out = new StringBuilder(callee(apply.function()));
        apply.arguments().forEach(a -> out.append(' ').append(print(a)));
        return out.toString();
    }

    private String callee(Expression function) {
        return bare(function) instanceof Expression.Apply inner ? callee(inner) : print(function);
    }

    private String print(Expression.Binary binary) {
        String left = print(binary.left());
        String right = print(binary.right());
        return switch (binary.operator()) {
            case SUBTRACT -> "(__sub " + left + " " + right + ")";
            case MULTIPLY -> "(__mul " + left + " " + right + ")";
            case DIVIDE -> "(__div " + left + " " + right + ")";
            case LESS -> "(__lessThan " + left + " " + right + ")";
            case GREATER -> "(__lessThan " + right + " " + left + ")";
            case LESS_OR_EQUAL -> "(! (__lessThan " + right + " " + left + "))";
            case GREATER_OR_EQUAL -> "(! (__lessThan " + left + " " + right + "))";
            case PIPE_FORWARD -> "(" + callee(binary.right()) + " " + left + ")";
            case PIPE_BACKWARD -> "(" + callee(binary.left()) + " " + right + ")";
            default -> "(" + left + " " + binary.operator().symbol() + " " + right + ")";
        };
    }

    private String print(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Named named -> named.name();
            case Parameter.Formals formals -> {
                var out = new ArrayList<String>();
                formals.formals().stream()
                        .sorted(Comparator.comparing(Formal::name))
                        .forEach(f -> out.add(f.name() + (f.fallback() == null ? "" : " ? " + print(f.fallback()))));
                if (formals.ellipsis()) {
                    out.add("...");
                }
                yield "{ " + String.join(", ", out) + " }"
                        + (formals.alias() == null
                                ? ""
                                : " @ " + formals.alias().name());
            }
        };
    }

    private String print(AttributePath path) {
        var names = new ArrayList<String>();
        for (AttributeName name : path.names()) {
            names.add(
                    switch (name) {
                        case AttributeName.Static plain -> symbol(plain.name());
                        case AttributeName.Dynamic dynamic -> "\"${" + print(dynamic.expression()) + "}\"";
                    });
        }
        return String.join(".", names);
    }

    private String print(BindingGroup group) {
        var out = new StringBuilder("{ ");
        var sorted = group.attributes().stream()
                .sorted(Comparator.comparing(attribute -> SourceText.encode(attribute.name())))
                .toList();
        var plain = new ArrayList<String>();
        Map<Integer, List<String>> from = new LinkedHashMap<>();
        for (var attribute : sorted) {
            switch (attribute.value()) {
                case Value.Inherited inherited -> plain.add(symbol(attribute.name()));
                case Value.InheritedFrom inherited ->
                    from.computeIfAbsent(inherited.source(), any -> new ArrayList<>())
                            .add(symbol(attribute.name()));
                default -> {}
            }
        }
        if (!plain.isEmpty()) {
            out.append("inherit ").append(String.join(" ", plain)).append("; ");
        }
        from.keySet().stream()
                .sorted()
                .forEach(source -> out.append("inherit (")
                        .append(print(group.sources().get(source)))
                        .append(") ")
                        .append(String.join(" ", from.get(source)))
                        .append("; "));
        for (var attribute : sorted) {
            String value = value(attribute.value());
            if (value != null) {
                out.append(symbol(attribute.name())).append(" = ").append(value).append("; ");
            }
        }
        for (var dynamic : group.dynamicAttributes()) {
            out.append("\"${")
                    .append(print(dynamic.name()))
                    .append("}\" = ")
                    .append(value(dynamic.value()))
                    .append("; ");
        }
        return out.append("}").toString();
    }

    private @Nullable String value(Value value) {
        return switch (value) {
            case Value.Written written -> print(written.expression());
            case Value.Nested nested -> (nested.group().recursive() ? "rec " : "") + print(nested.group());
            default -> null;
        };
    }

    private String print(List<StringPart> parts) {
        if (parts.isEmpty()) {
            return "\"\"";
        }
        var out = new ArrayList<String>();
        boolean interpolated = false;
        for (StringPart part : parts) {
            switch (part) {
                case StringPart.Text text -> out.add(quote(text.text()));
                case StringPart.Interpolation interpolation -> {
                    interpolated = true;
                    out.add(print(interpolation.expression()));
                }
            }
        }
        String joined = String.join(" + ", out);
        return interpolated || out.size() > 1 ? "(" + joined + ")" : joined;
    }

    private String print(Expression.PathLiteral path) {
        var out = new ArrayList<String>();
        for (StringPart part : path.parts()) {
            switch (part) {
                case StringPart.Text text -> {
                    Matcher piece = PATH_PIECE.matcher(text.text());
                    while (piece.find()) {
                        out.add(out.isEmpty() ? absolute(piece.group()) : quote(piece.group()));
                    }
                }
                case StringPart.Interpolation interpolation -> out.add(print(interpolation.expression()));
            }
        }
        return out.size() == 1 ? out.getFirst() : "(" + String.join(" + ", out) + ")";
    }

    private String absolute(String text) {
        String whole =
                text.startsWith("/") ? text : text.startsWith("~") ? home + text.substring(1) : folder + "/" + text;
        var parts = new ArrayList<String>();
        for (String part : whole.split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String canonical = "/" + String.join("/", parts);
        return text.endsWith("/") && !canonical.equals("/") ? canonical + "/" : canonical;
    }

    private static String symbol(String name) {
        return name.matches("[a-zA-Z_][a-zA-Z0-9_'-]*")
                        && !List.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit")
                                .contains(name)
                ? name
                : quote(name);
    }

    private static String quote(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append(text.startsWith("{", i + 1) ? "\\$" : "$");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** As C++ streams print: six significant digits, without trailing zeros. */
    private static String sixDigits(double value) {
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value)
                .round(new MathContext(6, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
