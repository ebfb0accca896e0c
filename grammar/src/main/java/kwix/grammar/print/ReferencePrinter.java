package kwix.grammar.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.grammar.parse.IndentedPieces;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.BindingGroup.Attribute;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.UnaryOperator;

/**
 * Prints a program as the reference's {@code --parse} does: byte for byte its text, in which abbreviations are written out. Recursion goes
 * as deep as the program, chains of operators included.
 */
public final class ReferencePrinter {

    /** What the reference reads of a path at once: it stops after the first of two slashes. */
    private static final Pattern PATH_PIECE =
            Pattern.compile("~?[a-zA-Z0-9._+-]*+(/[a-zA-Z0-9._+-]++)+/?|~?[a-zA-Z0-9._+-]*+/|[a-zA-Z0-9._+-]++");

    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit");

    private static final int LONGEST_KEYWORD = 7;

    private final Scopes scopes;
    private final String folder;
    private final String home;
    private final IndentedPieces indented;
    private final PrintedBytes out;

    private ReferencePrinter(SourceText source, Scopes scopes, String folder, String home) {
        this.scopes = scopes;
        this.folder = folder;
        this.home = home;
        indented = new IndentedPieces(source);
        out = new PrintedBytes(indented.length() + indented.length() / 2 + 64, indented.isAscii());
    }

    /**
     * The program must be without errors.
     *
     * @param folder what relative paths start from
     * @param home what {@code ~} stands for
     */
    public static PrintedBytes print(SyntaxTree tree, Scopes scopes, String folder, String home) {
        var printer = new ReferencePrinter(tree.source(), scopes, folder, home);
        printer.print(tree.root());
        return printer.out;
    }

    private void print(Expression expression) {
        switch (expression) {
            case Expression.Variable variable -> out.append(variable.name());
            case Expression.Binary binary -> print(binary);
            case Expression.IntegerLiteral literal -> out.append(Long.toString(literal.value()));
            case Expression.StringLiteral string -> print(string.indented() ? indented.of(string) : string.parts());
            case Expression.Parenthesized parenthesized -> print(parenthesized.inner());
            case Expression.Select select -> print(select);
            case Expression.Apply apply -> {
                out.append('(');
                callee(apply);
                out.append(')');
            }
            case Expression.AttributeSetLiteral set -> {
                out.append(set.recursive() ? "rec " : "");
                print(scopes.bindings(set));
            }
            case Expression.Lambda lambda -> {
                out.append('(');
                print(lambda.parameter());
                surrounded(": ", lambda.body(), ")");
            }
            case Expression.ListLiteral list -> {
                out.append("[ ");
                List<Expression> elements = list.elements();
                for (int i = 0, size = elements.size(); i < size; i++) {
                    surrounded("(", elements.get(i), ") ");
                }
                out.append(']');
            }
            case Expression.Unary unary ->
                surrounded(unary.operator() == UnaryOperator.NOT ? "(! " : "(__sub 0 ", unary.operand(), ")");
            case Expression.If choice -> {
                surrounded("(if ", choice.condition(), " then ");
                followed(choice.then(), " else ");
                followed(choice.otherwise(), ")");
            }
            case Expression.Let let -> {
                out.append("(let ");
                bindings(scopes.bindings(let));
                surrounded("in ", let.body(), ")");
            }
            case Expression.HasAttribute test -> {
                surrounded("((", test.subject(), ") ? ");
                print(test.path());
                out.append(')');
            }
            case Expression.With with -> {
                surrounded("(with ", with.namespace(), "; ");
                followed(with.body(), ")");
            }
            case Expression.Assert assertion -> {
                surrounded("assert ", assertion.condition(), "; ");
                print(assertion.body());
            }
            case Expression.FloatLiteral literal -> out.append(sixDigits(literal.value()));
            case Expression.PathLiteral path -> print(path);
            case Expression.LegacyLet let -> {
                out.append("(rec ");
                print(scopes.bindings(let));
                out.append(").body");
            }
            case Expression.SearchPathLiteral path -> {
                out.append("(__findFile __nixPath ");
                out.quote(path.path());
                out.append(')');
            }
            case Expression.UrlLiteral url -> out.quote(url.text());
            case Expression.Broken broken -> throw new IllegalArgumentException("broken");
        }
    }

    private void surrounded(String before, Expression expression, String after) {
        out.append(before);
        print(expression);
        out.append(after);
    }

    private void followed(Expression expression, String after) {
        print(expression);
        out.append(after);
    }

    private void print(Expression.Select select) {
        surrounded("(", select.subject(), ").");
        print(select.path());
        if (select.fallback() != null) {
            surrounded(" or (", select.fallback(), ")");
        }
    }

    private static Expression bare(Expression expression) {
        return expression instanceof Expression.Parenthesized inner ? bare(inner.inner()) : expression;
    }

    /** Applications to applications are one, parentheses or not. */
    private void callee(Expression function) {
        if (bare(function) instanceof Expression.Apply apply) {
            callee(apply.function());
            List<Expression> arguments = apply.arguments();
            for (int i = 0, size = arguments.size(); i < size; i++) {
                out.append(' ');
                print(arguments.get(i));
            }
        } else {
            print(function);
        }
    }

    private void print(Expression.Binary binary) {
        Expression left = binary.left();
        Expression right = binary.right();
        switch (binary.operator()) {
            case SUBTRACT -> operation("(__sub ", left, " ", right, ")");
            case MULTIPLY -> operation("(__mul ", left, " ", right, ")");
            case DIVIDE -> operation("(__div ", left, " ", right, ")");
            case LESS -> operation("(__lessThan ", left, " ", right, ")");
            case GREATER -> operation("(__lessThan ", right, " ", left, ")");
            case LESS_OR_EQUAL -> operation("(! (__lessThan ", right, " ", left, "))");
            case GREATER_OR_EQUAL -> operation("(! (__lessThan ", left, " ", right, "))");
            case PIPE_FORWARD -> pipe(right, left);
            case PIPE_BACKWARD -> pipe(left, right);
            default -> {
                surrounded("(", left, " ");
                out.append(binary.operator().symbol()).append(' ');
                followed(right, ")");
            }
        }
    }

    private void operation(String before, Expression first, String between, Expression second, String after) {
        surrounded(before, first, between);
        followed(second, after);
    }

    private void pipe(Expression function, Expression argument) {
        out.append('(');
        callee(function);
        surrounded(" ", argument, ")");
    }

    private void print(Parameter parameter) {
        switch (parameter) {
            case Parameter.Named named -> out.append(named.name());
            case Parameter.Formals formals -> {
                out.append("{ ");
                String separator = "";
                Formal[] sorted = formals.formals().toArray(Formal[]::new);
                Arrays.sort(sorted, (left, right) -> left.name().compareTo(right.name()));
                for (Formal formal : sorted) {
                    out.append(separator).append(formal.name());
                    if (formal.fallback() != null) {
                        surrounded(" ? ", formal.fallback(), "");
                    }
                    separator = ", ";
                }
                if (formals.ellipsis()) {
                    out.append(separator).append("...");
                }
                out.append(" }");
                if (formals.alias() != null) {
                    out.append(" @ ").append(formals.alias().name());
                }
            }
        }
    }

    private void print(AttributePath path) {
        String separator = "";
        List<AttributeName> names = path.names();
        for (int i = 0, size = names.size(); i < size; i++) {
            out.append(separator);
            switch (names.get(i)) {
                case AttributeName.Static plain -> symbol(plain.name());
                case AttributeName.Dynamic dynamic -> surrounded("\"${", dynamic.expression(), "}\"");
            }
            separator = ".";
        }
    }

    private void print(BindingGroup group) {
        out.append("{ ");
        bindings(group);
        out.append('}');
    }

    private void bindings(BindingGroup group) {
        Attribute[] sorted = group.attributes().toArray(Attribute[]::new);
        Arrays.sort(sorted, (left, right) -> compareBytes(left.name(), right.name()));
        inherited(sorted);
        if (!group.sources().isEmpty()) {
            inheritedFrom(group, sorted);
        }
        for (var attribute : sorted) {
            if (isWritten(attribute.value())) {
                symbol(attribute.name());
                value(attribute.value());
            }
        }
        for (var dynamic : group.dynamicAttributes()) {
            surrounded("\"${", dynamic.name(), "}\"");
            value(dynamic.value());
        }
    }

    /** Compares names by their bytes, which is not the order of UTF-16 where there are surrogates. */
    private static int compareBytes(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                return one < Character.MIN_SURROGATE && other < Character.MIN_SURROGATE
                        ? one - other
                        : SourceText.encode(left).compareTo(SourceText.encode(right));
            }
        }
        return left.length() - right.length();
    }

    private void inherited(Attribute[] sorted) {
        boolean some = false;
        for (Attribute attribute : sorted) {
            if (attribute.value() instanceof Value.Inherited) {
                out.append(some ? " " : "inherit ");
                symbol(attribute.name());
                some = true;
            }
        }
        if (some) {
            out.append("; ");
        }
    }

    private void inheritedFrom(BindingGroup group, Attribute[] sorted) {
        Map<Integer, List<String>> from = new TreeMap<>();
        for (Attribute attribute : sorted) {
            if (attribute.value() instanceof Value.InheritedFrom inherited) {
                from.computeIfAbsent(inherited.source(), any -> new ArrayList<>())
                        .add(attribute.name());
            }
        }
        from.forEach((source, names) -> {
            surrounded("inherit (", group.sources().get(source), ")");
            for (String name : names) {
                out.append(' ');
                symbol(name);
            }
            out.append("; ");
        });
    }

    private static boolean isWritten(Value value) {
        return value instanceof Value.Written || value instanceof Value.Nested;
    }

    private void value(Value value) {
        out.append(" = ");
        if (value instanceof Value.Written written) {
            print(written.expression());
        } else if (value instanceof Value.Nested nested) {
            out.append(nested.group().recursive() ? "rec " : "");
            print(nested.group());
        }
        out.append("; ");
    }

    private void print(List<StringPart> parts) {
        if (parts.isEmpty()) {
            out.append("\"\"");
            return;
        }
        boolean alone = parts.size() == 1 && parts.getFirst() instanceof StringPart.Text;
        String separator = alone ? "" : "(";
        for (int i = 0, size = parts.size(); i < size; i++) {
            out.append(separator);
            switch (parts.get(i)) {
                case StringPart.Text text -> out.quote(text.text());
                case StringPart.Interpolation interpolation -> print(interpolation.expression());
            }
            separator = " + ";
        }
        out.append(alone ? "" : ")");
    }

    private void print(Expression.PathLiteral path) {
        boolean several = pieces(path) != 1;
        if (several) {
            out.append('(');
        }
        int pieces = 0;
        for (StringPart part : path.parts()) {
            switch (part) {
                case StringPart.Text text -> {
                    Matcher piece = PATH_PIECE.matcher(text.text());
                    while (piece.find()) {
                        if (pieces++ == 0) {
                            out.appendForeign(absolute(piece.group()));
                        } else {
                            out.append(" + ");
                            out.quote(piece.group());
                        }
                    }
                }
                case StringPart.Interpolation interpolation -> {
                    out.append(pieces++ == 0 ? "" : " + ");
                    print(interpolation.expression());
                }
            }
        }
        if (several) {
            out.append(')');
        }
    }

    private static int pieces(Expression.PathLiteral path) {
        int pieces = 0;
        for (StringPart part : path.parts()) {
            if (part instanceof StringPart.Text text) {
                Matcher piece = PATH_PIECE.matcher(text.text());
                while (piece.find()) {
                    pieces++;
                }
            } else {
                pieces++;
            }
        }
        return pieces;
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

    private void symbol(String name) {
        if (isIdentifier(name) && (name.length() > LONGEST_KEYWORD || !KEYWORDS.contains(name))) {
            out.append(name);
        } else {
            out.quote(name);
        }
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean first = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!first && (i == 0 || !(c >= '0' && c <= '9' || c == '\'' || c == '-'))) {
                return false;
            }
        }
        return !name.isEmpty();
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
