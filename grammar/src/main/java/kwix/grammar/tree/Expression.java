package kwix.grammar.tree;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the language, as it was written: nothing is desugared, so that interpreter, formatter and editor share it.
 *
 * <p>{@code index} components are dense numbers within one file; side tables ({@link kwix.grammar.scope.Scopes}) are arrays over them.
 */
public sealed interface Expression extends Tree {

    record IntegerLiteral(int start, int end, long value) implements Expression {}

    record FloatLiteral(int start, int end, double value) implements Expression {}

    /** A string in double quotes or, if {@code indented}, in pairs of single quotes, its indentation already taken off. */
    record StringLiteral(int start, int end, List<StringPart> parts, boolean indented) implements Expression {}

    /** An unquoted URL, which is a string. */
    record UrlLiteral(int start, int end, String text) implements Expression {}

    /** A path; whether it is absolute ({@code /}), of the home folder ({@code ~/}) or relative is told by its first text. */
    record PathLiteral(int start, int end, List<StringPart> parts) implements Expression {}

    /** {@code <name/rest>}; {@code path} is what stands between the brackets. */
    record SearchPathLiteral(int start, int end, String path, int index) implements Expression {}

    /** A variable, {@code __curPos} included. */
    record Variable(int start, int end, String name, int index) implements Expression {}

    /** {@code subject.path} or {@code subject.path or fallback}. */
    record Select(
            int start,
            int end,
            Expression subject,
            AttributePath path,
            @Nullable Expression fallback) implements Expression {}

    /** {@code subject ? path}. */
    record HasAttribute(int start, int end, Expression subject, AttributePath path) implements Expression {}

    /** A function applied to one or more arguments, {@code f a b} being one application of two. */
    record Apply(int start, int end, Expression function, List<Expression> arguments) implements Expression {}

    record Unary(int start, int end, UnaryOperator operator, Expression operand, int index) implements Expression {}

    /** {@code operatorStart} is where the operator itself stands. Pipes are here too: {@code left |> right}. */
    record Binary(
            int start,
            int end,
            BinaryOperator operator,
            int operatorStart,
            Expression left,
            Expression right,
            int index)
            implements Expression {}

    record If(int start, int end, Expression condition, Expression then, Expression otherwise) implements Expression {}

    record Assert(int start, int end, Expression condition, Expression body) implements Expression {}

    record With(int start, int end, Expression namespace, Expression body, int index) implements Expression {}

    record Let(int start, int end, List<Binding> bindings, Expression body, int index) implements Expression {}

    /** The legacy form {@code let { …; body = …; }}. */
    record LegacyLet(int start, int end, List<Binding> bindings, int index) implements Expression {}

    /** A function. Its body may be read when it is first asked for: many functions of a stored library are never called. */
    final class Lambda implements Expression {

        private final int start;
        private final int end;
        private final Parameter parameter;
        private final @Nullable Comment doc;
        private final int index;
        private final @Nullable Supplier<Expression> unread;
        private @Nullable Expression body;

        /** @param doc a documentation comment that stands directly before the parameter */
        public Lambda(int start, int end, Parameter parameter, Expression body, @Nullable Comment doc, int index) {
            this(start, end, parameter, body, null, doc, index);
        }

        /** @param unread gives the same body each time */
        public static Lambda unread(int start, int end, Parameter parameter, Supplier<Expression> unread, int index) {
            return new Lambda(start, end, parameter, null, unread, null, index);
        }

        private Lambda(
                int start,
                int end,
                Parameter parameter,
                @Nullable Expression body,
                @Nullable Supplier<Expression> unread,
                @Nullable Comment doc,
                int index) {
            this.start = start;
            this.end = end;
            this.parameter = parameter;
            this.body = body;
            this.unread = unread;
            this.doc = doc;
            this.index = index;
        }

        @Override
        public int start() {
            return start;
        }

        @Override
        public int end() {
            return end;
        }

        public Parameter parameter() {
            return parameter;
        }

        public Expression body() {
            Expression known = body;
            if (known == null) {
                known = Objects.requireNonNull(unread, "a body, or what reads it")
                        .get();
                body = known;
            }
            return known;
        }

        public @Nullable Comment doc() {
            return doc;
        }

        public int index() {
            return index;
        }

        /** The {@code b: …} of {@code a: b: …}. */
        public @Nullable Lambda furtherLambda() {
            Expression inner = body();
            while (inner instanceof Parenthesized parenthesized) {
                inner = parenthesized.inner();
            }
            return inner instanceof Lambda further ? further : null;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Lambda lambda
                    && start == lambda.start
                    && end == lambda.end
                    && index == lambda.index
                    && parameter.equals(lambda.parameter)
                    && Objects.equals(doc, lambda.doc)
                    && body().equals(lambda.body());
        }

        @Override
        public int hashCode() {
            return 31 * start + index;
        }
    }

    record AttributeSetLiteral(int start, int end, boolean recursive, List<Binding> bindings, int index)
            implements Expression {}

    record ListLiteral(int start, int end, List<Expression> elements) implements Expression {}

    record Parenthesized(int start, int end, Expression inner) implements Expression {}

    /** What could not be read; a diagnostic covers it. */
    record Broken(int start, int end) implements Expression {}
}
