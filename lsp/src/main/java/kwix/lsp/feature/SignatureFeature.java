package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Tree;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Document;
import kwix.lsp.infer.Shape;
import kwix.lsp.text.TreePath;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.jspecify.annotations.Nullable;

/** What the function takes whose argument is being written. */
public final class SignatureFeature {

    private SignatureFeature() {}

    public static @Nullable SignatureHelp help(Question question) {
        var placeholder = Placeholder.in(question.document(), question.offset());
        return help(question, placeholder.document(), placeholder.start());
    }

    private static @Nullable SignatureHelp help(Question question, Document document, int offset) {
        TreePath path = TreePath.at(document.tree(), offset);
        for (int i = 0; path.outer(i) != null; i++) {
            Tree piece = path.outer(i);
            if (piece instanceof Expression.Apply apply && i > 0) {
                int argument = argument(apply, offset);
                SignatureHelp help = argument < 0 ? null : help(question, document, apply, argument);
                if (help != null) {
                    return help;
                }
            }
        }
        return null;
    }

    private static int argument(Expression.Apply apply, int offset) {
        for (int i = 0; i < apply.arguments().size(); i++) {
            Expression argument = apply.arguments().get(i);
            if (argument.start() <= offset && offset <= argument.end()) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable SignatureHelp help(
            Question question, Document document, Expression.Apply apply, int argument) {
        Shape shape = question.inference().shape(document, apply.function());
        String name = document.text()
                .substring(apply.function().start(), apply.function().end());
        String shown = name.length() > 60 || name.contains("\n") ? "function" : name;
        var information = new SignatureInformation(shown);
        List<String> parameters = switch (shape) {
            case Shape.BuiltinFunction builtin -> {
                document(information, DocText.of(builtin.builtin()));
                yield builtin.builtin().parameters().stream()
                        .map(Builtin.Parameter::name)
                        .toList();
            }
            case Shape.Function function -> {
                Comment doc = comment(question, document, apply);
                if (doc != null) {
                    document(information, DocText.of(doc));
                }
                yield ShapeText.parameters(function.document(), function.lambda());
            }
            case null, default -> List.of();
        };
        if (argument >= parameters.size()) {
            return null;
        }
        information.setParameters(new ArrayList<>());
        var label = new StringBuilder(shown);
        for (String parameter : parameters) {
            label.append(' ').append(parameter);
            information.getParameters().add(new ParameterInformation(parameter));
        }
        information.setLabel(label.toString());
        information.setActiveParameter(argument);
        return new SignatureHelp(List.of(information), 0, argument);
    }

    private static @Nullable Comment comment(Question question, Document document, Expression.Apply apply) {
        var member = switch (apply.function()) {
            case Expression.Variable variable ->
                question.inference().bound(document, variable.index(), variable.name(), null);
            case Expression.Select select ->
                question.inference()
                        .member(
                                document,
                                select.subject(),
                                select.path(),
                                select.path().names().size());
            default -> null;
        };
        return member == null ? null : member.documentation();
    }

    private static void document(SignatureInformation information, String text) {
        information.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text));
    }
}
