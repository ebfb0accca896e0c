package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Comment;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.infer.Inference;
import kwix.lsp.infer.Member;
import kwix.lsp.infer.Shape;
import kwix.lsp.name.LexicalName;
import kwix.lsp.text.Span;
import kwix.lsp.text.TreePath;
import org.eclipse.lsp4j.CompletionItemKind;
import org.jspecify.annotations.Nullable;

/** What could be written at the cursor, from broken texts too. */
public final class CompletionFeature {

    private static final Pattern WORDS_ONLY = Pattern.compile("\\s*\\S*\\s*");

    private final Question question;
    private final Placeholder placeholder;
    private final Document document;
    private final Inference inference;
    private final List<Suggestion> found = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();

    private CompletionFeature(Question question, Placeholder placeholder) {
        this.question = question;
        this.placeholder = placeholder;
        document = placeholder.document();
        inference = question.inference();
    }

    /**
     * @param replaced what the suggestions stand for: what is typed of the word
     */
    public record Answer(Span replaced, List<Suggestion> suggestions) {}

    public static Answer complete(Question question) {
        int offset = question.offset();
        Document document = question.document();
        Answer paths = PathCompletion.complete(question);
        if (paths != null) {
            return paths;
        }
        if (isText(document, offset)) {
            return new Answer(new Span(offset, offset), List.of());
        }
        var placeholder = Placeholder.in(document, offset);
        var completion = new CompletionFeature(question, placeholder);
        completion.look();
        return new Answer(new Span(placeholder.start(), offset), completion.fitting());
    }

    /** In comments and texts nothing is completed. */
    private static boolean isText(Document document, int offset) {
        for (Comment comment : document.tree().comments()) {
            boolean line = comment.text().startsWith("#");
            if (comment.start() < offset && (offset < comment.end() || line && offset == comment.end())) {
                return true;
            }
        }
        Tree last = TreePath.at(document.tree(), offset).last();
        return switch (last) {
            case StringPart.Text text -> offset > text.start() || offset < text.end();
            case Expression.StringLiteral string -> offset > string.start() && offset < string.end();
            case AttributeName.Static name -> name.quoted() && offset > name.start() && offset < name.end();
            case Expression.IntegerLiteral literal -> offset == literal.end();
            case Expression.FloatLiteral literal -> offset == literal.end();
            default -> false;
        };
    }

    private List<Suggestion> fitting() {
        String word = placeholder.word();
        record Ranked(int rank, Suggestion suggestion) {}
        return found.stream()
                .map(suggestion -> new Ranked(
                        SymbolsFeature.rank(bare(suggestion.label()), word.toLowerCase(java.util.Locale.ROOT)),
                        suggestion))
                .filter(ranked -> ranked.rank() >= 0)
                .sorted(Comparator.<Ranked>comparingInt(ranked -> Math.max(ranked.rank(), 1))
                        .thenComparingInt(ranked -> ranked.suggestion().nearness())
                        .thenComparing(ranked -> ranked.suggestion().label()))
                .map(Ranked::suggestion)
                .toList();
    }

    private static String bare(String label) {
        return label.startsWith("\"") ? label.substring(1, label.length() - 1) : label;
    }

    private void look() {
        var path = TreePath.at(document.tree(), placeholder.start());
        Tree last = path.last();
        switch (last) {
            case Expression.Variable variable
            when variable.name().equals(Placeholder.NAME) -> expression(path, variable);
            case AttributeName.Static name
            when name.name().equals(Placeholder.NAME) && path.outer(1) instanceof AttributePath names ->
                attribute(path, names, names.names().indexOf(name));
            case InheritedName name when name.name().equals(Placeholder.NAME) -> inherited(path);
            case Formal formal when formal.name().equals(Placeholder.NAME) -> formal(path);
            default -> {}
        }
    }

    private void add(Suggestion suggestion) {
        if (labels.add(suggestion.label())) {
            found.add(suggestion);
        }
    }

    private void expression(TreePath path, Expression.Variable variable) {
        visible(null);
        inference
                .inScopeOfWith(document, document.names().namespaces(variable.index()))
                .values()
                .forEach(member -> add(Suggestion.of(member, Suggestion.THROUGH_WITH)));
        globals();
        keywords(path, variable);
        if (WORDS_ONLY.matcher(question.document().text()).matches()) {
            Skeletons.FILES.forEach(this::add);
        }
    }

    /** The names that are bound around the place, the innermost first. */
    private void visible(@Nullable Tree except) {
        List<LexicalName> names = document.names().lexical().stream()
                .filter(name -> name.scope() != null
                        && name.scope() != except
                        && Span.of(name.scope()).touches(placeholder.start())
                        && !name.text().equals(Placeholder.NAME))
                .sorted(Comparator.comparingInt(
                        name -> name.scope() == null ? 0 : -name.scope().start()))
                .toList();
        names.forEach(name -> add(Suggestion.of(name, inference.member(document, name))));
    }

    private void globals() {
        add(new Suggestion(
                BuiltinTable.SELF,
                CompletionItemKind.Module,
                Suggestion.EVERYWHERE,
                null,
                () -> new Suggestion.Details(null, "The set of all builtins.")));
        inference.builtins().byGlobal().forEach((name, builtin) -> {
            boolean reserved = name.startsWith("__");
            if (!reserved || placeholder.word().startsWith("_")) {
                CompletionItemKind kind =
                        builtin.parameters().isEmpty() ? CompletionItemKind.Constant : CompletionItemKind.Function;
                add(new Suggestion(
                        name,
                        kind,
                        reserved ? Suggestion.RESERVED : Suggestion.EVERYWHERE,
                        null,
                        () -> new Suggestion.Details(DocText.signature(builtin), DocText.of(builtin))));
            }
        });
    }

    private void keywords(TreePath path, Expression.Variable variable) {
        for (String word : List.of("if", "let", "with", "assert", "rec")) {
            add(Suggestion.word(word, Suggestion.WORD));
        }
        boolean follows = path.outer(1) instanceof Expression.Apply apply && apply.function() != variable;
        if (!follows) {
            return;
        }
        if (path.outer(2) instanceof Expression.Select || path.outer(1) instanceof Expression.Apply) {
            add(Suggestion.word("or", Suggestion.WORD));
        }
        if (path.innermost(Expression.If.class) != null
                || question.document().text().contains("if ")) {
            add(Suggestion.word("then", Suggestion.WORD));
            add(Suggestion.word("else", Suggestion.WORD));
        }
    }

    private void attribute(TreePath path, AttributePath names, int index) {
        switch (path.outer(2)) {
            case Expression.Select select -> members(select.subject(), names, index);
            case Expression.HasAttribute test -> members(test.subject(), names, index);
            case Binding.Definition definition -> binding(path, names, index);
            case null, default -> {}
        }
    }

    private void members(Expression subject, AttributePath names, int index) {
        Shape shape;
        if (index == 0) {
            shape = inference.shape(document, subject);
        } else {
            Member member = inference.member(document, subject, names, index);
            shape = member == null ? null : member.shape();
        }
        members(shape);
    }

    private void members(@Nullable Shape shape) {
        if (shape instanceof Shape.Set set) {
            set.members().values().stream()
                    .filter(member -> !member.name().equals(Placeholder.NAME))
                    .forEach(member -> add(Suggestion.of(member, Suggestion.LOCAL)));
        }
    }

    /** The name of a binding: what a function that gets the set takes, and what can begin a binding. */
    private void binding(TreePath path, AttributePath names, int index) {
        Tree around = path.outer(3);
        if (index == 0 && path.outer(4) instanceof Expression.Apply apply && around instanceof Expression set) {
            int argument = apply.arguments().indexOf(set);
            if (argument >= 0
                    && inference.function(document, apply, argument) instanceof Shape.Function function
                    && function.lambda().parameter() instanceof kwix.grammar.tree.Parameter.Formals formals) {
                formals.formals().forEach(formal -> argument(function, formal, set));
            }
        }
        List<String> option = OptionPath.at(document, path);
        if (option != null && !option.isEmpty()) {
            members(inference.definable(document, option.subList(0, option.size() - 1)));
        }
        if (index == 0) {
            add(Suggestion.word("inherit", Suggestion.WORD));
            if (around instanceof Expression.Let) {
                add(Suggestion.word("in", Suggestion.WORD));
            }
        }
    }

    private void argument(Shape.Function function, Formal formal, Expression set) {
        boolean given = set instanceof Expression.AttributeSetLiteral literal
                && literal.bindings().stream()
                        .anyMatch(binding -> binding instanceof Binding.Definition definition
                                && definition.path().names().getFirst() instanceof AttributeName.Static name
                                && name.name().equals(formal.name()));
        if (!given) {
            String signature = ShapeText.formal(function.document(), formal);
            Comment doc = formal.doc();
            add(new Suggestion(
                    formal.name(),
                    CompletionItemKind.Field,
                    Suggestion.LOCAL,
                    null,
                    () -> new Suggestion.Details(signature, doc == null ? null : DocText.of(doc))));
        }
    }

    private void inherited(TreePath path) {
        if (!(path.outer(1) instanceof Binding.Inherit inherit)) {
            return;
        }
        Expression source = inherit.source();
        if (source != null) {
            members(inference.shape(document, source));
        } else {
            visible(path.outer(2));
            globals();
        }
        inherit.names()
                .forEach(name -> found.removeIf(suggestion -> suggestion.label().equals(name.name())));
    }

    /** The outermost function of a file is most often a module. */
    private void formal(TreePath path) {
        if (path.outer(2) == document.tree().root()) {
            Skeletons.MODULE_ARGUMENTS.forEach(this::add);
        }
    }
}
