package kwix.lsp.name;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.Resolution;
import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import kwix.lsp.name.LexicalName.Kind;
import kwix.lsp.name.Occurrence.Role;
import kwix.lsp.text.Span;
import org.jspecify.annotations.Nullable;

/** Collects names. Definitions stand outside of what sees them, and so are met first. */
final class NameWalk {

    private final Scopes scopes;
    private final List<LexicalName> lexical = new ArrayList<>();
    private final IdentityHashMap<BindingGroup.Attribute, DeclaredAttribute> attributes = new IdentityHashMap<>();
    private final Map<Integer, Namespaces> namespaces = new HashMap<>();
    private final Map<Integer, LexicalName> byVariable = new HashMap<>();
    private final Map<Key, LexicalName> bound = new HashMap<>();
    private final Map<String, LexicalName> globals = new HashMap<>();
    private final Deque<Step> left = new ArrayDeque<>();

    /** Of a path that gives attributes to two groups, both may begin at the same place, so the place alone is not enough. */
    private record Key(String name, int start) {}

    private record Step(Tree tree, @Nullable Namespaces namespaces) {}

    NameWalk(Scopes scopes) {
        this.scopes = scopes;
    }

    Names walk(SyntaxTree tree) {
        left.push(new Step(tree.root(), null));
        while (!left.isEmpty()) {
            Step step = left.pop();
            visit(step.tree(), step.namespaces());
            List<? extends Tree> parts = Parts.of(step.tree());
            for (int i = parts.size() - 1; i >= 0; i--) {
                Tree part = parts.get(i);
                Namespaces inside = step.tree() instanceof Expression.With with && part == with.body()
                        ? new Namespaces(with, step.namespaces())
                        : step.namespaces();
                left.push(new Step(part, inside));
            }
        }
        return new Names(lexical, attributes, namespaces, byVariable);
    }

    private void visit(Tree tree, @Nullable Namespaces around) {
        switch (tree) {
            case Expression.Let let -> bindings(scopes.foundBindings(let.index()), let.bindings(), let, Kind.LET);
            case Expression.LegacyLet let -> bindings(scopes.foundBindings(let.index()), let.bindings(), let, Kind.LET);
            case Expression.AttributeSetLiteral set ->
                bindings(scopes.foundBindings(set.index()), set.bindings(), set, Kind.RECURSIVE);
            case Expression.Lambda lambda -> parameters(lambda);
            case Expression.Variable variable ->
                refer(variable.index(), variable.name(), variable, Role.REFERENCE, around);
            case Binding.Inherit inherit
            when inherit.source() == null -> {
                for (InheritedName name : inherit.names()) {
                    refer(name.index(), name.name(), name, Role.INHERITED_REFERENCE, around);
                }
            }
            default -> {}
        }
    }

    private void parameters(Expression.Lambda lambda) {
        switch (lambda.parameter()) {
            case Parameter.Named named ->
                parameter(named.name(), Kind.PARAMETER, lambda, named, Span.of(named), lambda.doc());
            case Parameter.Formals formals -> {
                Parameter.Named alias = formals.alias();
                if (alias != null) {
                    parameter(alias.name(), Kind.ALIAS, lambda, alias, Span.of(alias), null);
                }
                for (Formal formal : formals.formals()) {
                    var span = new Span(
                            formal.start(), formal.start() + formal.name().length());
                    parameter(formal.name(), Kind.FORMAL, lambda, formal, span, formal.doc());
                }
            }
        }
    }

    private void parameter(
            String text, Kind kind, Expression.Lambda lambda, Tree tree, Span span, @Nullable Comment doc) {
        var name = new LexicalName(text, kind, lambda, null, doc);
        name.add(new Occurrence(name, span, Role.DEFINITION, tree));
        lexical.add(name);
        bound.put(new Key(text, span.start()), name);
    }

    private void refer(int variable, String text, Tree tree, Role role, @Nullable Namespaces around) {
        LexicalName name = switch (scopes.found(variable)) {
            case Resolution.Local(int depth, int slot, Resolution.Definition definition) ->
                definition == null ? null : bound.get(new Key(text, definition.start()));
            case Resolution.Builtin builtin -> globals.computeIfAbsent(text, this::global);
            case Resolution.FromWith with -> {
                if (around != null) {
                    namespaces.put(variable, around);
                }
                yield null;
            }
            case Resolution.CurrentPosition position -> null;
            case Resolution.Undefined undefined -> null;
            case null -> null;
        };
        if (name != null) {
            name.add(new Occurrence(name, Span.of(tree), role, tree));
            byVariable.put(variable, name);
        }
    }

    private LexicalName global(String text) {
        var name = new LexicalName(text, Kind.GLOBAL, null, null, null);
        lexical.add(name);
        return name;
    }

    private record Group(
            BindingGroup group,
            Map<String, BindingGroup.Attribute> byName,
            @Nullable DeclaredAttribute outer) {

        static Group of(BindingGroup group, @Nullable DeclaredAttribute outer) {
            var byName = new HashMap<String, BindingGroup.Attribute>();
            group.attributes().forEach(attribute -> byName.put(attribute.name(), attribute));
            return new Group(group, byName, outer);
        }
    }

    /** Bindings that are still to be put into their group; of a path, the names from one on. */
    private record Pending(Group group, Binding binding, int from) {}

    private void bindings(@Nullable BindingGroup top, List<Binding> bindings, Expression scope, Kind kind) {
        if (top == null) {
            return;
        }
        var nested = new IdentityHashMap<BindingGroup, Group>();
        Deque<Pending> pending = new ArrayDeque<>();
        var outermost = Group.of(top, null);
        bindings.forEach(binding -> pending.add(new Pending(outermost, binding, 0)));
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            Kind here = next.group() == outermost ? kind : Kind.RECURSIVE;
            switch (next.binding()) {
                case Binding.Inherit inherit -> inherit(inherit, next.group(), scope, here);
                case Binding.Definition definition -> define(definition, next, scope, here, nested, pending);
                case Binding.Broken broken -> {}
            }
        }
    }

    private void inherit(Binding.Inherit inherit, Group group, Expression scope, Kind kind) {
        for (InheritedName name : inherit.names()) {
            BindingGroup.Attribute attribute = group.byName().get(name.name());
            if (attribute != null) {
                declare(group, attribute, Span.of(name), inherit, true);
                bind(group, attribute, scope, kind, Span.of(name), Role.INHERITED_DEFINITION, name, inherit);
            }
        }
    }

    private void define(
            Binding.Definition definition,
            Pending step,
            Expression scope,
            Kind kind,
            IdentityHashMap<BindingGroup, Group> nested,
            Deque<Pending> pending) {
        var names = definition.path().names();
        if (step.from() >= names.size()
                || !(names.get(step.from()) instanceof kwix.grammar.tree.AttributeName.Static name)) {
            return;
        }
        BindingGroup.Attribute attribute = step.group().byName().get(name.name());
        if (attribute == null) {
            return;
        }
        boolean whole = step.from() == names.size() - 1;
        DeclaredAttribute declared = declare(step.group(), attribute, Span.of(name), definition, whole);
        bind(step.group(), attribute, scope, kind, Span.of(name), Role.DEFINITION, name, definition);
        if (!(attribute.value() instanceof BindingGroup.Value.Nested inner)) {
            return;
        }
        Group group = nested.computeIfAbsent(inner.group(), found -> Group.of(found, declared));
        if (!whole) {
            pending.push(new Pending(group, definition, step.from() + 1));
        } else if (bare(definition.value()) instanceof Expression.AttributeSetLiteral set) {
            for (Binding binding : set.bindings().reversed()) {
                pending.push(new Pending(group, binding, 0));
            }
        }
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner;
    }

    private DeclaredAttribute declare(
            Group group, BindingGroup.Attribute attribute, Span span, Binding binding, boolean whole) {
        DeclaredAttribute declared = attributes.computeIfAbsent(
                attribute, found -> new DeclaredAttribute(group.group(), found, group.outer()));
        declared.add(new DeclaredAttribute.Place(span, binding, whole));
        return declared;
    }

    private void bind(
            Group group,
            BindingGroup.Attribute attribute,
            Expression scope,
            Kind kind,
            Span span,
            Role role,
            Tree tree,
            Binding binding) {
        if (!group.group().recursive()) {
            return;
        }
        LexicalName name = bound.computeIfAbsent(new Key(attribute.name(), attribute.start()), key -> {
            var made = new LexicalName(attribute.name(), kind, scope, attribute, DeclaredAttribute.doc(binding));
            lexical.add(made);
            return made;
        });
        name.add(new Occurrence(name, span, role, tree));
    }
}
