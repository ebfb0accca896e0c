package kwix.language.translate;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.scope.Resolution;
import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.language.node.KwixNode;
import kwix.language.node.call.CallNode;
import kwix.language.node.literal.ConstantNode;
import kwix.language.node.string.InterpolationNode;
import kwix.language.node.string.PathInterpolationNode;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** Strings, paths and search paths. */
final class Texts {

    private final Translator translator;
    private final String baseDirectory;

    Texts(Translator translator, String baseDirectory) {
        this.translator = translator;
        this.baseDirectory = baseDirectory;
    }

    KwixNode string(Expression.StringLiteral literal) {
        List<StringPart> parts = literal.parts();
        if (parts.isEmpty()) {
            return new ConstantNode("");
        }
        if (parts.size() == 1 && parts.getFirst() instanceof StringPart.Text text) {
            return new ConstantNode(Translator.bytes(text.text()));
        }
        return new InterpolationNode(nodes(parts), translator.context().coercion());
    }

    private KwixNode[] nodes(List<StringPart> parts) {
        var nodes = new ArrayList<KwixNode>();
        for (StringPart part : parts) {
            nodes.add(
                    switch (part) {
                        case StringPart.Text text -> new ConstantNode(Translator.bytes(text.text()));
                        case StringPart.Interpolation interpolation -> translator.strict(interpolation.expression());
                    });
        }
        return nodes.toArray(KwixNode[]::new);
    }

    KwixNode path(Expression.PathLiteral literal) {
        List<StringPart> parts = literal.parts();
        String first = parts.getFirst() instanceof StringPart.Text text ? Translator.bytes(text.text()) : "";
        String absolute = absolute(first);
        if (parts.size() == 1) {
            return new ConstantNode(PathValue.normalised(absolute));
        }
        String prefix = PathValue.normalised(absolute).path();
        if (first.endsWith("/") && !prefix.endsWith("/")) {
            prefix += "/";
        }
        return new PathInterpolationNode(
                prefix,
                nodes(parts.subList(1, parts.size())),
                translator.context().coercion());
    }

    private String absolute(String written) {
        if (written.startsWith("/")) {
            return written;
        }
        if (written.startsWith("~/")) {
            return translator.linkage().home().path() + written.substring(1);
        }
        return baseDirectory + "/" + written;
    }

    /** {@code <name>} is {@code __findFile __nixPath "name"}. */
    KwixNode searchPath(Expression.SearchPathLiteral literal) {
        Scopes.Overrides overrides = translator.scopes().overrides(literal);
        return CallNode.of(named("__findFile", overrides == null ? null : overrides.first()), new KwixNode[] {
            named("__nixPath", overrides == null ? null : overrides.second()),
            new ConstantNode(Translator.bytes(literal.path()))
        });
    }

    private KwixNode named(String name, @Nullable Resolution override) {
        return override == null ? translator.global(name) : translator.variable(name, override);
    }
}
