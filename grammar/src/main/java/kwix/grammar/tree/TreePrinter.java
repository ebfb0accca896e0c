package kwix.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints a tree as indented text: one node a line, its kind, what is written in it, its children below; with spans, if asked for, as
 * {@code @start-end} in UTF-16 offsets.
 */
public final class TreePrinter {

    /** No line is indented further, or a deep tree would take quadratic room. */
    private static final int DEEPEST = 200;

    private final StringBuilder out = new StringBuilder();
    private final boolean spans;
    private int indentation;

    private TreePrinter(boolean spans) {
        this.spans = spans;
    }

    public static String print(SyntaxTree tree, boolean spans) {
        return DeepStack.call(tree.depth(), () -> print(tree.root(), spans));
    }

    public static String print(Expression expression, boolean spans) {
        var printer = new TreePrinter(spans);
        printer.expression(expression);
        return printer.out.toString();
    }

    private void line(Tree tree, String text) {
        out.append("  ".repeat(Math.min(indentation, DEEPEST))).append(text);
        if (spans) {
            out.append(" @").append(tree.start()).append('-').append(tree.end());
        }
        out.append('\n');
    }

    private void below(Runnable children) {
        indentation++;
        children.run();
        indentation--;
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.IntegerLiteral literal -> line(literal, "integer " + literal.value());
            case Expression.FloatLiteral literal -> line(literal, "float " + literal.value());
            case Expression.StringLiteral string -> {
                line(string, string.indented() ? "indented-string" : "string");
                parts(string.parts());
            }
            case Expression.UrlLiteral url -> line(url, "url " + url.text());
            case Expression.PathLiteral path -> {
                line(path, "path");
                parts(path.parts());
            }
            case Expression.SearchPathLiteral path -> line(path, "search-path " + path.path());
            case Expression.Variable variable -> line(variable, "variable " + variable.name());
            case Expression.Select select -> {
                line(select, "select");
                below(() -> {
                    expression(select.subject());
                    path(select.path());
                    labelled("or", select.fallback());
                });
            }
            case Expression.HasAttribute test -> {
                line(test, "has-attribute");
                below(() -> {
                    expression(test.subject());
                    path(test.path());
                });
            }
            case Expression.Apply apply -> {
                line(apply, "apply");
                below(() -> {
                    expression(apply.function());
                    apply.arguments().forEach(this::expression);
                });
            }
            case Expression.Unary unary -> {
                line(unary, "unary " + unary.operator().symbol());
                below(() -> expression(unary.operand()));
            }
            case Expression.Binary binary -> {
                line(binary, "binary " + binary.operator().symbol());
                below(() -> {
                    expression(binary.left());
                    expression(binary.right());
                });
            }
            case Expression.If choice -> {
                line(choice, "if");
                below(() -> {
                    expression(choice.condition());
                    labelled("then", choice.then());
                    labelled("else", choice.otherwise());
                });
            }
            case Expression.Assert assertion -> {
                line(assertion, "assert");
                below(() -> {
                    expression(assertion.condition());
                    labelled("in", assertion.body());
                });
            }
            case Expression.With with -> {
                line(with, "with");
                below(() -> {
                    expression(with.namespace());
                    labelled("in", with.body());
                });
            }
            case Expression.Let let -> {
                line(let, "let");
                below(() -> {
                    let.bindings().forEach(this::binding);
                    labelled("in", let.body());
                });
            }
            case Expression.LegacyLet let -> {
                line(let, "legacy-let");
                below(() -> let.bindings().forEach(this::binding));
            }
            case Expression.Lambda lambda -> {
                line(lambda, "lambda");
                below(() -> {
                    doc(lambda.doc());
                    parameter(lambda.parameter());
                    labelled("body", lambda.body());
                });
            }
            case Expression.AttributeSetLiteral set -> {
                line(set, set.recursive() ? "rec-set" : "set");
                below(() -> set.bindings().forEach(this::binding));
            }
            case Expression.ListLiteral list -> {
                line(list, "list");
                below(() -> list.elements().forEach(this::expression));
            }
            case Expression.Parenthesized parenthesized -> {
                line(parenthesized, "parentheses");
                below(() -> expression(parenthesized.inner()));
            }
            case Expression.Broken broken -> line(broken, "broken");
        }
    }

    private void labelled(String label, @Nullable Expression expression) {
        if (expression != null) {
            line(expression, label);
            below(() -> expression(expression));
        }
    }

    private void doc(@Nullable Comment doc) {
        if (doc != null) {
            line(doc, "doc " + quote(doc.text()));
        }
    }

    private void parts(List<StringPart> parts) {
        below(() -> {
            for (StringPart part : parts) {
                switch (part) {
                    case StringPart.Text text -> line(text, "text " + quote(text.text()));
                    case StringPart.Interpolation interpolation -> {
                        line(interpolation, "interpolation");
                        below(() -> expression(interpolation.expression()));
                    }
                }
            }
        });
    }

    private void path(AttributePath path) {
        line(path, "path");
        below(() -> {
            for (AttributeName name : path.names()) {
                switch (name) {
                    case AttributeName.Static plain ->
                        line(plain, "name " + (plain.quoted() ? quote(plain.name()) : plain.name()));
                    case AttributeName.Dynamic dynamic -> {
                        line(dynamic, "dynamic-name");
                        below(() -> expression(dynamic.expression()));
                    }
                }
            }
        });
    }

    private void binding(Binding binding) {
        switch (binding) {
            case Binding.Definition definition -> {
                line(definition, "definition");
                below(() -> {
                    doc(definition.doc());
                    path(definition.path());
                    expression(definition.value());
                });
            }
            case Binding.Inherit inherit -> {
                line(inherit, "inherit");
                below(() -> {
                    doc(inherit.doc());
                    labelled("from", inherit.source());
                    inherit.names().forEach(name -> line(name, "name " + quoteIfNeeded(name.name())));
                });
            }
            case Binding.Broken broken -> line(broken, "broken-binding");
        }
    }

    private void parameter(Parameter parameter) {
        switch (parameter) {
            case Parameter.Named named -> line(named, "parameter " + named.name());
            case Parameter.Formals formals -> {
                line(formals, formals.ellipsis() ? "formals ..." : "formals");
                below(() -> {
                    if (formals.alias() != null) {
                        line(formals.alias(), "alias " + formals.alias().name());
                    }
                    for (Formal formal : formals.formals()) {
                        line(formal, "formal " + formal.name());
                        below(() -> {
                            doc(formal.doc());
                            labelled("default", formal.fallback());
                        });
                    }
                });
            }
        }
    }

    private static String quoteIfNeeded(String name) {
        return name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '"') ? quote(name) : name;
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c >= 0xDC80 && c <= 0xDCFF && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                        quoted.append(String.format("\\x%02X", c - 0xDC00));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
