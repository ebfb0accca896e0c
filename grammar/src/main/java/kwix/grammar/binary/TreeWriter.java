package kwix.grammar.binary;

import java.util.List;
import kwix.grammar.scope.FunctionScope;
import kwix.grammar.scope.Meaning;
import kwix.grammar.scope.Resolution;
import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A tree to bytes. */
final class TreeWriter {

    /** Something in a tree that has no form as bytes, or that would need a deep stack to be read. */
    static final class NotWritableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotWritableException(String what) {
            super(what, null, false, false);
        }
    }

    /** Expressions within expressions, operators included, so that any thread's stack bears their reading. */
    private static final int DEEPEST = 250;

    private final TreeOutput out = new TreeOutput();
    private final Scopes scopes;
    private int depth;

    private TreeWriter(Scopes scopes) {
        this.scopes = scopes;
    }

    /** @throws NotWritableException for rare trees */
    static byte[] write(SyntaxTree tree, Scopes scopes) {
        var writer = new TreeWriter(scopes);
        TreeOutput out = writer.out;
        out.number(tree.variables());
        out.number(tree.scopes());
        out.number(tree.depth());
        writer.expression(tree.root());
        return out.finish();
    }

    private interface Each<T> {
        void write(T each);
    }

    private <T> void trees(List<T> trees, Each<T> each) {
        out.number(trees.size());
        for (T tree : trees) {
            each.write(tree);
        }
    }

    private void begin(int tag, Tree tree) {
        out.tag(tag);
        out.place(tree.start(), tree.end());
    }

    private void end(Tree tree) {
        out.end(tree.end());
    }

    private void optional(@Nullable Expression expression) {
        if (expression == null) {
            out.tag(Tag.NONE);
        } else {
            expression(expression);
        }
    }

    private void expression(Expression expression) {
        if (++depth > DEEPEST) {
            throw new NotWritableException("nested too deeply");
        }
        switch (expression) {
            case Expression.IntegerLiteral literal -> {
                begin(Tag.INTEGER, literal);
                out.wide(literal.value());
            }
            case Expression.FloatLiteral literal -> {
                begin(Tag.FLOAT, literal);
                out.wide(Double.doubleToRawLongBits(literal.value()));
            }
            case Expression.StringLiteral string -> {
                begin(string.indented() ? Tag.INDENTED_STRING : Tag.STRING, string);
                trees(string.parts(), this::part);
            }
            case Expression.UrlLiteral url -> {
                begin(Tag.URL, url);
                out.text(url.text());
            }
            case Expression.PathLiteral path -> {
                begin(Tag.PATH, path);
                trees(path.parts(), this::part);
            }
            case Expression.SearchPathLiteral path -> {
                begin(Tag.SEARCH_PATH, path);
                out.text(path.path());
                operation(path, path.index());
            }
            case Expression.Variable variable -> {
                begin(Tag.VARIABLE, variable);
                out.text(variable.name());
                out.variable(variable.index());
                meaning(scopes.resolution(variable));
            }
            case Expression.Select select -> {
                begin(Tag.SELECT, select);
                expression(select.subject());
                path(select.path());
                optional(select.fallback());
            }
            case Expression.HasAttribute test -> {
                begin(Tag.HAS_ATTRIBUTE, test);
                expression(test.subject());
                path(test.path());
            }
            case Expression.Apply apply -> {
                begin(Tag.APPLY, apply);
                expression(apply.function());
                trees(apply.arguments(), this::expression);
            }
            case Expression.Unary unary -> {
                begin(Tag.UNARY, unary);
                out.number(unary.operator().ordinal());
                expression(unary.operand());
                operation(unary, unary.index());
            }
            case Expression.Binary binary -> {
                begin(Tag.BINARY, binary);
                out.number(binary.operator().ordinal());
                out.number(binary.operatorStart() - binary.start());
                expression(binary.left());
                expression(binary.right());
                operation(binary, binary.index());
            }
            case Expression.If choice -> {
                begin(Tag.IF, choice);
                expression(choice.condition());
                expression(choice.then());
                expression(choice.otherwise());
            }
            case Expression.Assert assertion -> {
                begin(Tag.ASSERT, assertion);
                expression(assertion.condition());
                expression(assertion.body());
            }
            case Expression.With with -> {
                begin(Tag.WITH, with);
                expression(with.namespace());
                expression(with.body());
                out.scope(with.index());
            }
            case Expression.Let let -> {
                begin(Tag.LET, let);
                trees(let.bindings(), this::binding);
                expression(let.body());
                out.scope(let.index());
            }
            case Expression.LegacyLet let -> {
                begin(Tag.LEGACY_LET, let);
                trees(let.bindings(), this::binding);
                out.scope(let.index());
            }
            case Expression.Lambda lambda -> lambda(lambda);
            case Expression.AttributeSetLiteral set -> {
                begin(set.recursive() ? Tag.RECURSIVE_SET : Tag.SET, set);
                trees(set.bindings(), this::binding);
                out.scope(set.index());
            }
            case Expression.ListLiteral list -> {
                begin(Tag.LIST, list);
                trees(list.elements(), this::expression);
            }
            case Expression.Parenthesized parenthesized -> {
                begin(Tag.PARENTHESIZED, parenthesized);
                expression(parenthesized.inner());
            }
            case Expression.Broken broken -> throw new NotWritableException("broken");
        }
        end(expression);
        depth--;
    }

    private void operation(Expression expression, int index) {
        if (scopes.overrides(expression) != null) {
            throw new NotWritableException("an operator of the program's own");
        }
        out.scope(index);
    }

    private void lambda(Expression.Lambda lambda) {
        FunctionScope scope = scopes.function(lambda);
        begin(scope.continued() ? Tag.CONTINUED_LAMBDA : Tag.LAMBDA, lambda);
        parameter(lambda.parameter());
        out.scope(lambda.index());
        out.number(scope.size());
        if (scope.continued()) {
            expression(lambda.body());
        } else {
            scopes.open(lambda);
            int opened = out.open();
            expression(lambda.body());
            out.close(opened);
        }
    }

    private void parameter(Parameter parameter) {
        switch (parameter) {
            case Parameter.Named named -> named(named);
            case Parameter.Formals formals -> {
                begin(formals.ellipsis() ? Tag.OPEN_FORMALS : Tag.FORMALS, formals);
                Parameter.Named alias = formals.alias();
                if (alias == null) {
                    out.tag(Tag.NONE);
                } else {
                    named(alias);
                }
                trees(formals.formals(), this::formal);
            }
        }
        end(parameter);
    }

    private void named(Parameter.Named named) {
        begin(Tag.NAMED, named);
        out.text(named.name());
        end(named);
    }

    private void formal(Formal formal) {
        out.place(formal.start(), formal.end());
        out.text(formal.name());
        optional(formal.fallback());
        end(formal);
    }

    private void binding(Binding binding) {
        switch (binding) {
            case Binding.Definition definition -> {
                begin(Tag.DEFINITION, definition);
                path(definition.path());
                expression(definition.value());
            }
            case Binding.Inherit inherit -> {
                Expression source = inherit.source();
                begin(source == null ? Tag.INHERIT : Tag.INHERIT_FROM, inherit);
                if (source != null) {
                    expression(source);
                }
                trees(inherit.names(), name -> inherited(name, source == null));
            }
            case Binding.Broken broken -> throw new NotWritableException("broken");
        }
        end(binding);
    }

    private void inherited(InheritedName name, boolean isVariable) {
        out.place(name.start(), name.end());
        out.text(name.name());
        out.variable(name.index());
        if (isVariable) {
            meaning(scopes.resolution(name));
        }
        end(name);
    }

    private void path(AttributePath path) {
        out.place(path.start(), path.end());
        trees(path.names(), this::name);
        end(path);
    }

    private void name(AttributeName name) {
        switch (name) {
            case AttributeName.Static written -> {
                begin(written.quoted() ? Tag.QUOTED_NAME : Tag.STATIC_NAME, written);
                out.text(written.name());
            }
            case AttributeName.Dynamic dynamic -> {
                begin(Tag.DYNAMIC_NAME, dynamic);
                expression(dynamic.expression());
            }
        }
        end(name);
    }

    private void part(StringPart part) {
        switch (part) {
            case StringPart.Text text -> {
                begin(Tag.TEXT, text);
                out.text(text.text());
            }
            case StringPart.Interpolation interpolation -> {
                begin(Tag.INTERPOLATION, interpolation);
                expression(interpolation.expression());
            }
        }
        end(part);
    }

    private void meaning(Resolution resolution) {
        out.number(
                switch (resolution) {
                    case Resolution.Builtin builtin -> Meaning.BUILTIN;
                    case Resolution.FromWith with -> Meaning.FROM_WITH;
                    // The name itself says it.
                    case Resolution.CurrentPosition current -> Meaning.BUILTIN;
                    case Resolution.Local local
                    when Meaning.fits(local.depth(), local.slot()) -> Meaning.local(local.depth(), local.slot());
                    case Resolution.Local local -> throw new NotWritableException("an environment too large");
                    case Resolution.Undefined undefined -> throw new NotWritableException("an undefined variable");
                });
    }
}
