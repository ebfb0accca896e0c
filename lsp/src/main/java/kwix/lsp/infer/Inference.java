package kwix.lsp.infer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.lsp.document.Document;
import kwix.lsp.document.Workspace;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Namespaces;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Follows names, selections, calls of written functions and imports to what is written in the end. It gives up after so many steps, so
 * that programs which loop, or are large, cost no more than others. Made anew for every question, since texts change between them.
 */
public final class Inference {

    private static final int MOST_STEPS = 20_000;
    private static final int DEEPEST = 120;
    private static final int LONGEST_TEXT = 60;

    private final Workspace workspace;
    private final BuiltinTable builtins;
    private final Sets sets = new Sets(this);
    private final Options options;
    private final Map<Key, Found> known = new HashMap<>();
    private int steps;
    private int depth;

    public Inference(Workspace workspace, BuiltinTable builtins) {
        this.workspace = workspace;
        this.builtins = builtins;
        options = new Options(this, workspace);
    }

    public BuiltinTable builtins() {
        return builtins;
    }

    /** Both count as what they are and not as what they look like: comparing trees would take long. */
    private static final class Key {
        private final Expression expression;
        private final @Nullable Environment environment;

        Key(Expression expression, @Nullable Environment environment) {
            this.expression = expression;
            this.environment = environment;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.expression == expression && key.environment == environment;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(expression) + System.identityHashCode(environment);
        }
    }

    private record Found(@Nullable Shape shape) {}

    /** What an expression is where nothing is known of the functions around it. */
    public @Nullable Shape shape(Document document, Expression expression) {
        return shape(document, expression, null);
    }

    @Nullable
    Shape shape(Document document, Expression expression, @Nullable Environment environment) {
        if (depth >= DEEPEST || steps >= MOST_STEPS) {
            return null;
        }
        var key = new Key(expression, environment);
        Found found = known.get(key);
        if (found != null) {
            return found.shape();
        }
        depth++;
        steps++;
        try {
            // What needs itself is not known.
            known.put(key, new Found(null));
            Shape shape = look(document, expression, environment);
            known.put(key, new Found(shape));
            return shape;
        } finally {
            depth--;
        }
    }

    private @Nullable Shape look(Document document, Expression expression, @Nullable Environment environment) {
        return switch (expression) {
            case Expression.Parenthesized inner -> shape(document, inner.inner(), environment);
            case Expression.Variable variable -> variable(document, variable.index(), variable.name(), environment);
            case Expression.Select select -> select(document, select, environment);
            case Expression.AttributeSetLiteral set -> {
                BindingGroup group = document.scopes().foundBindings(set.index());
                yield group == null ? null : sets.of(document, group, environment);
            }
            case Expression.Let let -> shape(document, let.body(), environment);
            case Expression.LegacyLet let -> {
                BindingGroup group = document.scopes().foundBindings(let.index());
                Member body = group == null
                        ? null
                        : sets.of(document, group, environment).members().get("body");
                yield body == null ? null : body.shape();
            }
            case Expression.With with -> shape(document, with.body(), environment);
            case Expression.Assert assertion -> shape(document, assertion.body(), environment);
            case Expression.If choice -> {
                Shape then = shape(document, choice.then(), environment);
                yield then != null ? then : shape(document, choice.otherwise(), environment);
            }
            case Expression.Binary binary -> binary(document, binary, environment);
            case Expression.Apply apply -> apply(document, apply, environment);
            case Expression.Lambda lambda -> new Shape.Function(document, lambda, environment);
            case Expression.IntegerLiteral literal -> plain(document, "int", literal);
            case Expression.FloatLiteral literal -> plain(document, "float", literal);
            case Expression.StringLiteral literal -> plain(document, "string", literal);
            case Expression.UrlLiteral literal -> plain(document, "string", literal);
            case Expression.ListLiteral literal -> plain(document, "list", literal);
            case Expression.PathLiteral literal -> {
                Path path = path(document, literal);
                yield path == null ? new Shape.Plain("path", null) : new Shape.PathTo(path);
            }
            case Expression.SearchPathLiteral literal -> {
                Path path = workspace.library().find(literal.path());
                yield path == null ? new Shape.Plain("path", null) : new Shape.PathTo(path);
            }
            case Expression.HasAttribute test -> new Shape.Plain("bool", null);
            case Expression.Unary unary ->
                switch (unary.operator()) {
                    case NOT -> new Shape.Plain("bool", null);
                    case NEGATE -> withoutText(shape(document, unary.operand(), environment));
                };
            case Expression.Broken broken -> null;
        };
    }

    private static Shape plain(Document document, String type, Expression literal) {
        boolean small = literal.end() - literal.start() <= LONGEST_TEXT;
        String text = small ? document.text().substring(literal.start(), literal.end()) : null;
        return new Shape.Plain(type, text == null || text.contains("\n") ? null : text);
    }

    private static @Nullable Shape withoutText(@Nullable Shape shape) {
        return shape instanceof Shape.Plain plain ? new Shape.Plain(plain.type(), null) : null;
    }

    /** Null for paths that are put together, or begin in a folder that is not known here. */
    public static @Nullable Path path(Document document, Expression.PathLiteral literal) {
        if (literal.parts().size() != 1 || !(literal.parts().getFirst() instanceof StringPart.Text text)) {
            return null;
        }
        Path folder = document.folder();
        if (text.text().startsWith("/")) {
            return Path.of(text.text()).normalize();
        }
        return folder == null || text.text().startsWith("~")
                ? null
                : folder.resolve(text.text()).normalize();
    }

    /** A variable, or a name that {@code inherit} hands on. */
    @Nullable
    Shape variable(Document document, int index, String name, @Nullable Environment environment) {
        Member member = bound(document, index, name, environment);
        return member == null ? null : member.shape();
    }

    /** What a variable, or a name that {@code inherit} hands on, is bound to. */
    public @Nullable Member bound(Document document, int index, String name, @Nullable Environment environment) {
        LexicalName lexical = document.names().of(index);
        if (lexical != null) {
            return sets.member(document, lexical, environment);
        }
        for (Namespaces at = document.names().namespaces(index); at != null; at = at.outer()) {
            if (!(shape(document, at.innermost().namespace(), environment) instanceof Shape.Set set)) {
                return null;
            }
            Member member = set.members().get(name);
            if (member != null) {
                return member;
            }
        }
        return null;
    }

    /** The option, or the group of options, that a module's definition of this path is about. */
    public @Nullable Member option(Document document, List<String> path) {
        Shape shape = options.config(document);
        Member member = null;
        for (String name : path) {
            member = shape instanceof Shape.Set set ? set.find(name) : null;
            if (member == null) {
                return null;
            }
            shape = member.shape();
        }
        return member;
    }

    /** What may be defined under a path. */
    public @Nullable Shape definable(Document document, List<String> path) {
        if (path.isEmpty()) {
            return options.config(document);
        }
        Member member = option(document, path);
        return member == null ? null : member.shape();
    }

    /** The text that an attribute is bound to, if it is written in one place. */
    public static @Nullable String text(Member member) {
        Expression value = Options.value(member);
        return value == null || member.written() == null
                ? null
                : member.written().document().text().substring(value.start(), value.end());
    }

    /** What a lexical name is bound to. */
    public @Nullable Member member(Document document, LexicalName name) {
        return sets.member(document, name, null);
    }

    public Member member(Document document, DeclaredAttribute attribute) {
        return sets.member(document, attribute.group(), attribute.attribute(), null);
    }

    /** The members of the innermost {@code with}s around a variable, as far as they are known. */
    public Map<String, Member> inScopeOfWith(Document document, @Nullable Namespaces namespaces) {
        Map<String, Member> members = new HashMap<>();
        for (Namespaces at = namespaces; at != null; at = at.outer()) {
            if (shape(document, at.innermost().namespace()) instanceof Shape.Set set) {
                set.members().forEach(members::putIfAbsent);
            }
        }
        return members;
    }

    @Nullable
    Shape parameter(Document document, LexicalName name, @Nullable Environment environment) {
        int start = name.occurrences().getFirst().span().start();
        Deferred given = Environment.find(environment, document, start);
        if (given != null) {
            return given.shape();
        }
        if (name.text().equals("lib")) {
            Path library = workspace.library().find("kwix/lib");
            return library == null ? null : file(library);
        }
        if (name.text().equals("config") && name.scope() == document.tree().root()) {
            return options.config(document);
        }
        return name.occurrences().getFirst().tree() instanceof Formal formal && formal.fallback() != null
                ? shape(document, formal.fallback(), environment)
                : null;
    }

    /** What a file evaluates to. */
    public @Nullable Shape file(Path path) {
        Document document = workspace.documents().find(path);
        return document == null ? null : shape(document, document.tree().root());
    }

    private @Nullable Shape select(Document document, Expression.Select select, @Nullable Environment environment) {
        Member member = member(
                document, select.subject(), select.path(), select.path().names().size(), environment);
        Shape shape = member == null ? null : member.shape();
        return shape == null && select.fallback() != null ? shape(document, select.fallback(), environment) : shape;
    }

    /** What the first names of a path lead to. */
    public @Nullable Member member(Document document, Expression subject, AttributePath path, int names) {
        return member(document, subject, path, names, null);
    }

    private @Nullable Member member(
            Document document, Expression subject, AttributePath path, int names, @Nullable Environment environment) {
        Shape shape = shape(document, subject, environment);
        Member member = null;
        for (AttributeName name : path.names().subList(0, names)) {
            if (!(shape instanceof Shape.Set set) || !(name instanceof AttributeName.Static known)) {
                return null;
            }
            member = set.find(known.name());
            if (member == null) {
                return null;
            }
            shape = member.shape();
        }
        return member;
    }

    private @Nullable Shape binary(Document document, Expression.Binary binary, @Nullable Environment environment) {
        return switch (binary.operator()) {
            case UPDATE ->
                Sets.update(shape(document, binary.left(), environment), shape(document, binary.right(), environment));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, IMPLIES ->
                new Shape.Plain("bool", null);
            case CONCATENATE -> new Shape.Plain("list", null);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
                Shape left = shape(document, binary.left(), environment);
                yield left instanceof Shape.PathTo ? new Shape.Plain("path", null) : withoutText(left);
            }
            case PIPE_FORWARD ->
                call(shape(document, binary.left(), environment), document, binary.right(), environment);
            case PIPE_BACKWARD -> {
                Expression argument = binary.right();
                yield call(shape(document, binary.left(), environment), () -> shape(document, argument, environment));
            }
        };
    }

    private @Nullable Shape call(
            @Nullable Shape argument, Document document, Expression function, @Nullable Environment environment) {
        return call(shape(document, function, environment), () -> argument);
    }

    private @Nullable Shape apply(Document document, Expression.Apply apply, @Nullable Environment environment) {
        Shape function = shape(document, apply.function(), environment);
        for (Expression argument : apply.arguments()) {
            function = call(function, () -> shape(document, argument, environment));
            if (function == null) {
                return null;
            }
        }
        return function;
    }

    private @Nullable Shape call(@Nullable Shape function, Deferred argument) {
        return switch (function) {
            case Shape.BuiltinFunction builtin
            when builtin.builtin().name().equals("import") ->
                argument.shape() instanceof Shape.PathTo path ? file(path.path()) : null;
            case Shape.Function written -> {
                Expression.Lambda lambda = written.lambda();
                Document document = written.document();
                yield shape(
                        document, lambda.body(), given(document, lambda.parameter(), argument, written.environment()));
            }
            case null, default -> null;
        };
    }

    private static @Nullable Environment given(
            Document document, Parameter parameter, Deferred argument, @Nullable Environment outer) {
        return switch (parameter) {
            case Parameter.Named named -> new Environment(document, named.start(), argument, outer);
            case Parameter.Formals formals -> {
                Environment inner = outer;
                Parameter.Named alias = formals.alias();
                if (alias != null) {
                    inner = new Environment(document, alias.start(), argument, inner);
                }
                for (Formal formal : formals.formals()) {
                    if (formal.fallback() == null) {
                        inner = new Environment(document, formal.start(), () -> part(argument, formal.name()), inner);
                    }
                }
                yield inner;
            }
        };
    }

    private static @Nullable Shape part(Deferred argument, String name) {
        Member member =
                argument.shape() instanceof Shape.Set set ? set.members().get(name) : null;
        return member == null ? null : member.shape();
    }

    /** What gets the argument after so many others; of a builtin that takes several, that builtin. */
    public @Nullable Shape function(Document document, Expression.Apply apply, int argumentsBefore) {
        Shape function = shape(document, apply.function());
        List<Expression> before = apply.arguments().subList(0, argumentsBefore);
        for (Expression argument : before) {
            boolean imports = function instanceof Shape.BuiltinFunction builtin
                    && builtin.builtin().name().equals("import");
            if (!imports && !(function instanceof Shape.Function)) {
                return function;
            }
            function = call(function, () -> shape(document, argument));
        }
        return function;
    }

    static Span span(Document document, BindingGroup.Attribute attribute) {
        var declared = document.names().of(attribute);
        return declared == null
                ? new Span(attribute.start(), attribute.end())
                : declared.places().getFirst().name();
    }
}
