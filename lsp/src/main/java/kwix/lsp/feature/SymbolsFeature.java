package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.InheritedName;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.document.Workspace;
import kwix.lsp.text.Lines;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The bindings of a file as an outline, and those of all files by name. */
public final class SymbolsFeature {

    private static final int MOST_FOUND = 500;

    /** Deeper ones become children of the deepest: who writes JSON recurses. */
    private static final int DEEPEST = 100;

    private SymbolsFeature() {}

    private record Step(Tree tree, List<DocumentSymbol> siblings, int depth) {}

    public static List<DocumentSymbol> outline(Document document) {
        var symbols = new ArrayList<DocumentSymbol>();
        Deque<Step> left = new ArrayDeque<>();
        left.push(new Step(document.tree().root(), symbols, 0));
        while (!left.isEmpty()) {
            Step step = left.pop();
            List<DocumentSymbol> children = step.siblings();
            int depth = step.depth();
            switch (step.tree()) {
                case Binding.Definition definition -> {
                    DocumentSymbol symbol = symbol(document, definition);
                    step.siblings().add(symbol);
                    if (depth < DEEPEST) {
                        symbol.setChildren(new ArrayList<>());
                        children = symbol.getChildren();
                        depth++;
                    }
                }
                case Binding.Inherit inherit -> {
                    for (InheritedName name : inherit.names()) {
                        var range = document.lines().range(name);
                        step.siblings()
                                .add(new DocumentSymbol(
                                        shown(name.name()), SymbolKind.Variable, range, range, "inherit"));
                    }
                }
                default -> {}
            }
            List<? extends Tree> parts = Parts.of(step.tree());
            for (int i = parts.size() - 1; i >= 0; i--) {
                left.push(new Step(parts.get(i), children, depth));
            }
        }
        return symbols;
    }

    private static DocumentSymbol symbol(Document document, Binding.Definition definition) {
        Lines lines = document.lines();
        String name = document.text()
                .substring(definition.path().start(), definition.path().end());
        return new DocumentSymbol(
                shown(name), kind(definition.value()), lines.range(definition), lines.range(definition.path()));
    }

    /** The protocol allows no empty name. */
    private static String shown(String name) {
        return name.isBlank() ? "\"\"" : name;
    }

    private static SymbolKind kind(Expression value) {
        Expression inner = value;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return switch (inner) {
            case Expression.Lambda lambda -> SymbolKind.Function;
            case Expression.AttributeSetLiteral set -> SymbolKind.Module;
            case Expression.StringLiteral literal -> SymbolKind.String;
            case Expression.UrlLiteral literal -> SymbolKind.String;
            case Expression.IntegerLiteral literal -> SymbolKind.Number;
            case Expression.FloatLiteral literal -> SymbolKind.Number;
            case Expression.ListLiteral list -> SymbolKind.Array;
            case Expression.PathLiteral path -> SymbolKind.File;
            case Expression.SearchPathLiteral path -> SymbolKind.File;
            case Expression.HasAttribute test -> SymbolKind.Boolean;
            case Expression.Variable(int start, int end, String name, int index)
            when name.equals("true") || name.equals("false") -> SymbolKind.Boolean;
            case Expression.Variable(int start, int end, String name, int index)
            when name.equals("null") -> SymbolKind.Null;
            default -> SymbolKind.Property;
        };
    }

    /** Bindings whose path has all letters of the query in its order, the better ones first. */
    public static List<WorkspaceSymbol> search(Workspace workspace, String query) {
        String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
        var found = new ArrayList<Ranked>();
        for (Document document : workspace.sources()) {
            Deque<Tree> left = new ArrayDeque<>();
            left.push(document.tree().root());
            while (!left.isEmpty() && found.size() < MOST_FOUND * 10) {
                Tree next = left.pop();
                if (next instanceof Binding.Definition definition) {
                    String name = last(document, definition);
                    int rank = rank(name, wanted);
                    if (rank >= 0) {
                        found.add(new Ranked(rank, name, document, definition));
                    }
                }
                Parts.of(next).forEach(left::push);
            }
        }
        found.sort((a, b) -> {
            int byRank = Integer.compare(a.rank(), b.rank());
            int byName = byRank != 0 ? byRank : a.name().compareTo(b.name());
            int byFile = byName != 0
                    ? byName
                    : a.document().uri().compareTo(b.document().uri());
            return byFile != 0
                    ? byFile
                    : Integer.compare(a.definition().start(), b.definition().start());
        });
        return found.stream().limit(MOST_FOUND).map(SymbolsFeature::symbol).toList();
    }

    private record Ranked(int rank, String name, Document document, Binding.Definition definition) {}

    private static WorkspaceSymbol symbol(Ranked ranked) {
        Document document = ranked.document();
        Binding.Definition definition = ranked.definition();
        var location = new Location(document.uri(), document.lines().range(definition.path()));
        return new WorkspaceSymbol(shown(ranked.name()), kind(definition.value()), Either.forLeft(location));
    }

    private static String last(Document document, Binding.Definition definition) {
        return definition.path().names().getLast() instanceof AttributeName.Static name
                ? name.name()
                : document.text()
                        .substring(definition.path().start(), definition.path().end());
    }

    /** 0 for the name itself, and more the less it fits; -1 if it does not. */
    static int rank(String name, String wanted) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.equals(wanted)) {
            return 0;
        }
        if (text.startsWith(wanted)) {
            return 1;
        }
        if (text.contains(wanted)) {
            return 2;
        }
        int at = 0;
        for (int i = 0; i < text.length() && at < wanted.length(); i++) {
            if (text.charAt(i) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length() ? 3 : -1;
    }
}
