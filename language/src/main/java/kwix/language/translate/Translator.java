package kwix.language.translate;

import java.util.Set;
import java.util.function.Supplier;
import kwix.grammar.scope.Resolution;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.DeepStack;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.binding.LetNode;
import kwix.language.node.binding.SlotNode;
import kwix.language.node.call.CallNode;
import kwix.language.node.control.AssertNode;
import kwix.language.node.control.IfNode;
import kwix.language.node.literal.ConstantNode;
import kwix.language.node.literal.CurrentPositionNode;
import kwix.language.node.literal.ListNode;
import kwix.language.node.select.Attribute;
import kwix.language.node.select.HasAttributeNode;
import kwix.language.node.select.SelectNode;
import kwix.language.node.select.SelectOrNode;
import kwix.language.node.thunk.LoggedSuspensionNode;
import kwix.language.node.thunk.SuspensionNode;
import kwix.language.node.variable.FillingLocalNode;
import kwix.language.node.variable.GlobalNode;
import kwix.language.node.variable.LocalNode;
import kwix.language.node.variable.OuterNode;
import kwix.language.node.variable.WithVariableNode;
import kwix.language.value.Budget;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import kwix.language.value.ReadLog;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** Translates one source, which has no errors. Expression families with more to them have classes of their own. */
public final class Translator {

    /** Globals that are literals in all but name. */
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    /** An expression of as many characters is worth an object that waits for being translated. */
    private static final int LONG = 128;

    private final SourceText source;
    private final Scopes scopes;
    private final Linkage linkage;
    private final Bindings bindings;
    private final Texts texts;
    private final Operators operators;
    private final Functions functions;
    private final boolean waiting;

    private Translator(SyntaxTree tree, Scopes scopes, String baseDirectory, Linkage linkage) {
        this.source = tree.source();
        this.scopes = scopes;
        this.linkage = linkage;
        this.bindings = new Bindings(this);
        this.texts = new Texts(this, baseDirectory);
        this.operators = new Operators(this);
        this.functions = new Functions(this);
        this.waiting =
                linkage.roots() == Linkage.Roots.DIRECT && !scopes.namesHome() && tree.depth() <= DeepStack.SHALLOW;
    }

    /** @param baseDirectory the folder against which relative paths resolve: absolute, as bytes */
    public static Program translate(SyntaxTree tree, Scopes scopes, String baseDirectory, Linkage linkage) {
        var translator = new Translator(tree, scopes, baseDirectory, linkage);
        Expression root = tree.root();
        KwixNode body = translator.root(translator.strict(root), null, root);
        return new Program(body, scopes.root().size());
    }

    /**
     * Whether functions and long expressions are translated when they first run, which most of a large source never do. An engine wants
     * to know all of them from the start, a path in a home folder that must not show is an error of the whole source, and a deep tree
     * would not fit on the stack of a call that is deep itself.
     */
    boolean isWaiting() {
        return waiting;
    }

    Scopes scopes() {
        return scopes;
    }

    Linkage linkage() {
        return linkage;
    }

    EvaluationContext context() {
        return linkage.context();
    }

    Place place(int start, int end) {
        return new Place(source, start, end);
    }

    <N extends KwixNode> N at(Tree tree, N node) {
        node.setPlace(source, tree.start(), tree.end());
        return node;
    }

    /** Names in trees are text; names in values are bytes. One object for equal names makes comparing them cheap. */
    static String bytes(String text) {
        return SourceText.encode(text).intern();
    }

    KwixNode root(KwixNode body, @Nullable String name, Tree tree) {
        KwixNode root = linkage.roots().root(body, name, source, tree.start(), tree.end());
        return root == body ? body : at(tree, root);
    }

    /** A node for a place where the value is needed whenever the place is reached. */
    KwixNode strict(Expression expression) {
        return strict(expression, null);
    }

    /** @param name what the value is bound to, for messages */
    KwixNode strict(Expression expression, @Nullable String name) {
        return at(
                expression,
                switch (expression) {
                    case Expression.IntegerLiteral literal -> new ConstantNode(literal.value());
                    case Expression.FloatLiteral literal -> new ConstantNode(literal.value());
                    case Expression.StringLiteral literal -> texts.string(literal);
                    case Expression.UrlLiteral literal -> new ConstantNode(bytes(literal.text()));
                    case Expression.PathLiteral literal -> texts.path(literal);
                    case Expression.SearchPathLiteral literal -> texts.searchPath(literal);
                    case Expression.Variable variable -> variable(variable.name(), scopes.resolution(variable));
                    case Expression.Select select -> select(select);
                    case Expression.HasAttribute test ->
                        new HasAttributeNode(
                                strict(test.subject()), path(test.path().names()));
                    case Expression.Apply apply ->
                        CallNode.of(
                                strict(apply.function()),
                                apply.arguments().stream().map(this::lazy).toArray(KwixNode[]::new));
                    case Expression.Unary unary -> operators.unary(unary);
                    case Expression.Binary binary -> operators.binary(binary);
                    case Expression.If choice ->
                        new IfNode(
                                strict(choice.condition()),
                                strict(choice.then(), name),
                                strict(choice.otherwise(), name));
                    case Expression.Assert check ->
                        new AssertNode(strict(check.condition()), strict(check.body(), name));
                    case Expression.With with ->
                        new LetNode(
                                new SlotNode[] {new SlotNode(scopes.slot(with), lazy(with.namespace(), null, true))},
                                strict(with.body(), name));
                    case Expression.Let let -> bindings.let(scopes.bindings(let), strict(let.body(), name));
                    case Expression.LegacyLet let -> bindings.legacyLet(scopes.bindings(let), let);
                    case Expression.Lambda lambda -> functions.lambda(lambda, name);
                    case Expression.AttributeSetLiteral set -> bindings.set(scopes.bindings(set));
                    case Expression.ListLiteral list ->
                        list.elements().isEmpty()
                                ? new ConstantNode(ListValue.EMPTY)
                                : new ListNode(
                                        list.elements().stream().map(this::lazy).toArray(KwixNode[]::new));
                    case Expression.Parenthesized parenthesized -> strict(parenthesized.inner(), name);
                    case Expression.Broken broken ->
                        throw new IllegalStateException("a broken tree is not translated: " + broken);
                });
    }

    KwixNode lazy(Expression expression) {
        return lazy(expression, null, false);
    }

    /**
     * A node for a place where the value may not be needed.
     *
     * @param filling slots of the environment are being filled: one that this variable names may still be empty
     */
    KwixNode lazy(Expression expression, @Nullable String name, boolean filling) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        if (waiting && inner.end() - inner.start() >= LONG && isComputation(inner)) {
            return waitingFor(inner, name);
        }
        KwixNode node = strict(inner, name);
        return switch (inner) {
            case Expression.Lambda ignored -> node;
            case Expression.Variable variable -> lazyVariable(node, name, scopes.resolution(variable), filling, inner);
            default -> node instanceof ConstantNode ? node : suspended(node, name, inner);
        };
    }

    /** Whether it can become neither a constant nor a node that is suspended in another way. */
    private static boolean isComputation(Expression expression) {
        return switch (expression) {
            case Expression.AttributeSetLiteral ignored -> true;
            case Expression.Apply ignored -> true;
            case Expression.Let ignored -> true;
            case Expression.LegacyLet ignored -> true;
            case Expression.With ignored -> true;
            case Expression.If ignored -> true;
            case Expression.Assert ignored -> true;
            case Expression.Binary ignored -> true;
            default -> false;
        };
    }

    private SuspensionNode waitingFor(Expression expression, @Nullable String name) {
        Supplier<KwixNode> body = () -> root(strict(expression, name), name, expression);
        Budget budget = context().budget();
        ReadLog log = context().log();
        return at(
                expression,
                log == null ? new SuspensionNode(body, budget) : new LoggedSuspensionNode(body, budget, log));
    }

    /** A variable, of which {@code node} is the node, in a place where its value may not be needed. */
    KwixNode lazyVariable(KwixNode node, @Nullable String name, Resolution resolution, boolean filling, Tree tree) {
        return switch (resolution) {
            case Resolution.Local local
            when filling && local.depth() == 0 ->
                at(tree, new FillingLocalNode(local.slot(), suspended(node, name, tree)));
            case Resolution.Local ignored -> node;
            case Resolution.Builtin ignored -> node;
            case Resolution.CurrentPosition ignored -> node;
            case Resolution.FromWith ignored -> suspended(node, name, tree);
            case Resolution.Undefined ignored -> suspended(node, name, tree);
        };
    }

    SuspensionNode suspended(KwixNode node, @Nullable String name, Tree tree) {
        KwixNode body = root(node, name, tree);
        Budget budget = context().budget();
        ReadLog log = context().log();
        return at(tree, log == null ? new SuspensionNode(body, budget) : new LoggedSuspensionNode(body, budget, log));
    }

    KwixNode variable(String name, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Local local -> local(local);
            case Resolution.Builtin builtin -> global(builtin.name());
            case Resolution.CurrentPosition ignored -> new CurrentPositionNode();
            case Resolution.FromWith with ->
                new WithVariableNode(
                        bytes(name),
                        with.namespaces().stream().map(Translator::local).toArray(KwixNode[]::new));
            case Resolution.Undefined ignored -> throw new IllegalStateException("scope analysis reports " + name);
        };
    }

    private static KwixNode local(Resolution.Local local) {
        return local.depth() == 0
                ? new LocalNode(local.slot(), local.definition())
                : new OuterNode(local.depth(), local.slot(), local.definition());
    }

    KwixNode global(String name) {
        Object value = linkage.globals().get(name);
        if (value == null) {
            throw new IllegalStateException("scope analysis knows a global that has no value: " + name);
        }
        boolean constant = CONSTANTS.contains(name);
        return !constant && value instanceof Thunk thunk && !thunk.isEvaluated()
                ? new GlobalNode(thunk)
                : new ConstantNode(Thunk.force(value));
    }

    private KwixNode select(Expression.Select select) {
        Expression fallback = select.fallback();
        if (fallback != null) {
            return new SelectOrNode(strict(select.subject()), path(select.path().names()), strict(fallback));
        }
        KwixNode node = strict(select.subject());
        for (AttributeName name : select.path().names()) {
            node = new SelectNode(node, attribute(name));
            node.setPlace(source, select.start(), name.end());
        }
        return node;
    }

    private Attribute[] path(java.util.List<AttributeName> names) {
        return names.stream().map(this::attribute).toArray(Attribute[]::new);
    }

    private Attribute attribute(AttributeName name) {
        return switch (name) {
            case AttributeName.Static written -> Attribute.written(bytes(written.name()));
            case AttributeName.Dynamic computed -> Attribute.computed(strict(computed.expression()));
        };
    }
}
