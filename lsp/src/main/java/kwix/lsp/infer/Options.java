package kwix.lsp.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parameter;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.document.Workspace;
import kwix.lsp.name.DeclaredAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The options of a module, of those that it imports, and of {@code <kwix/kubernetes>}, as they are written: what {@code config} has. What
 * only an evaluation would find is not here.
 */
final class Options {

    private static final int MOST_MODULES = 200;
    private static final Set<String> ELEMENTS = Set.of("attrsOf", "lazyAttrsOf");
    private static final Set<String> WRAPPERS = Set.of("nullOr", "uniq", "unique");
    private static final Set<String> SUBMODULES = Set.of("submodule", "deferredModuleWith");

    private final Inference inference;
    private final Workspace workspace;
    private final Map<Document, Shape.Set> known = new HashMap<>();

    Options(Inference inference, Workspace workspace) {
        this.inference = inference;
        this.workspace = workspace;
    }

    /** What {@code config} has in this file; null if it does not look like a module. */
    Shape.@Nullable Set config(Document document) {
        Shape.Set found = known.get(document);
        if (found != null) {
            return found;
        }
        if (!isModule(document)) {
            return null;
        }
        Map<String, Member> members = new LinkedHashMap<>();
        var config = new Shape.Set(members);
        known.put(document, config);
        var seen = new HashSet<Document>();
        collect(document, members, seen);
        var kubernetes = workspace.library().find("kwix/kubernetes");
        Document always = kubernetes == null ? null : workspace.documents().find(kubernetes);
        if (always != null) {
            collect(always, members, seen);
        }
        return config;
    }

    private boolean isModule(Document document) {
        Expression root = document.tree().root();
        if (root instanceof Expression.Lambda lambda) {
            return lambda.parameter() instanceof Parameter.Formals formals && formals.ellipsis();
        }
        return body(document) instanceof Shape.Set set
                && (set.members().containsKey("options")
                        || set.members().containsKey("config")
                        || set.members().containsKey("imports"));
    }

    private @Nullable Shape body(Document document) {
        Expression root = document.tree().root();
        return inference.shape(document, root instanceof Expression.Lambda lambda ? lambda.body() : root);
    }

    private void collect(Document document, Map<String, Member> into, Set<Document> seen) {
        if (seen.size() >= MOST_MODULES || !seen.add(document) || !(body(document) instanceof Shape.Set module)) {
            return;
        }
        Member options = module.members().get("options");
        if (options != null && options.shape() instanceof Shape.Set declared) {
            merge(declared, into);
        }
        Member imports = module.members().get("imports");
        Location place = imports == null ? null : imports.written();
        Expression list = imports == null ? null : value(imports);
        if (list instanceof Expression.ListLiteral literal && place != null) {
            for (Expression element : literal.elements()) {
                Document imported = inference.shape(place.document(), element) instanceof Shape.PathTo path
                        ? workspace.documents().find(path.path())
                        : null;
                if (imported != null) {
                    collect(imported, into, seen);
                }
            }
        }
    }

    private void merge(Shape.Set declared, Map<String, Member> into) {
        declared.members().forEach((name, member) -> {
            if (!(member.shape() instanceof Shape.Set inner)) {
                return;
            }
            if (isOption(inner)) {
                into.putIfAbsent(name, option(member, inner));
                return;
            }
            Map<String, Member> nested = new LinkedHashMap<>();
            Member before = into.get(name);
            if (before != null && before.shape() instanceof Shape.Set group) {
                nested.putAll(group.members());
            }
            merge(inner, nested);
            var group = new Shape.Set(nested);
            into.put(name, new Member(name, member.written(), null, () -> group, false, () -> null, null));
        });
    }

    private static boolean isOption(Shape.Set set) {
        Member type = set.members().get("_type");
        return type != null && type.shape() instanceof Shape.Plain plain && "\"option\"".equals(plain.text());
    }

    private Member option(Member member, Shape.Set declaration) {
        Member type = declaration.members().get("type");
        return new Member(
                member.name(),
                member.written(),
                member.doc(),
                () -> type == null ? null : typed(type),
                false,
                () -> null,
                null,
                declaration);
    }

    private @Nullable Shape typed(Member type) {
        Location written = type.written();
        Expression expression = value(type);
        return written == null || expression == null ? null : typed(written.document(), expression, 0);
    }

    /** What values of a type have, told from how the type is written. */
    private @Nullable Shape typed(Document document, Expression type, int depth) {
        if (depth > 10) {
            return null;
        }
        Expression bare = bare(type);
        if (bare instanceof Expression.Variable variable) {
            Member bound = inference.bound(document, variable.index(), variable.name(), null);
            Location written = bound == null ? null : bound.written();
            Expression value = bound == null ? null : value(bound);
            return written == null || value == null ? null : typed(written.document(), value, depth + 1);
        }
        if (!(bare instanceof Expression.Apply apply)) {
            return null;
        }
        String name = lastName(apply.function());
        Expression last = apply.arguments().getLast();
        if (WRAPPERS.contains(name)) {
            return typed(document, last, depth + 1);
        }
        if (ELEMENTS.contains(name)) {
            return new Shape.Set(Map.of(), () -> typed(document, last, depth + 1));
        }
        return SUBMODULES.contains(name) ? submodule(document, last) : null;
    }

    private @Nullable Shape submodule(Document document, Expression argument) {
        Expression bare = bare(argument);
        Expression body = bare instanceof Expression.Lambda lambda ? lambda.body() : bare;
        if (!(inference.shape(document, body) instanceof Shape.Set module)) {
            return null;
        }
        Map<String, Member> members = new LinkedHashMap<>();
        Member options = module.members().get("options");
        if (options != null && options.shape() instanceof Shape.Set declared) {
            merge(declared, members);
        }
        return new Shape.Set(members);
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner;
    }

    private static String lastName(Expression function) {
        return switch (bare(function)) {
            case Expression.Variable variable -> variable.name();
            case Expression.Select select
            when select.path().names().getLast() instanceof AttributeName.Static name -> name.name();
            default -> "";
        };
    }

    /** The expression that a member is bound to where it is written. */
    static @Nullable Expression value(Member member) {
        Location written = member.written();
        if (written == null) {
            return null;
        }
        DeclaredAttribute attribute =
                written.document().names().attributeAt(written.span().start());
        List<DeclaredAttribute.Place> places = attribute == null ? List.of() : attribute.places();
        return !places.isEmpty() && places.getFirst().binding() instanceof Binding.Definition definition
                ? bare(definition.value())
                : null;
    }
}
