package kwix.lsp.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.scope.BindingGroup.Value;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Parts;
import kwix.grammar.tree.Tree;
import kwix.lsp.document.Document;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Lines;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** What names are, for colours: a grammar of regular expressions cannot tell a parameter from a local name, or a builtin from either. */
public final class TokensFeature {

    private static final int VARIABLE = 0;
    private static final int PARAMETER = 1;
    private static final int PROPERTY = 2;
    private static final int FUNCTION = 3;
    private static final int DECLARATION = 1;
    private static final int DEFAULT_LIBRARY = 2;

    public static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
            List.of(
                    SemanticTokenTypes.Variable,
                    SemanticTokenTypes.Parameter,
                    SemanticTokenTypes.Property,
                    SemanticTokenTypes.Function),
            List.of(SemanticTokenModifiers.Declaration, SemanticTokenModifiers.DefaultLibrary));

    private TokensFeature() {}

    private record Token(Span span, int type, int modifiers) {}

    /** Of the part of the document that the span covers. */
    public static List<Integer> tokens(Document document, Span part) {
        var tokens = new ArrayList<Token>();
        for (LexicalName name : document.names().lexical()) {
            for (Occurrence occurrence : name.occurrences()) {
                boolean handedOn = occurrence.role() == Occurrence.Role.INHERITED_DEFINITION;
                if (!handedOn || document.names().at(occurrence.span().start()).size() == 1) {
                    tokens.add(new Token(occurrence.span(), type(name), modifiers(name, occurrence)));
                }
            }
        }
        for (DeclaredAttribute attribute : document.names().attributes()) {
            if (!attribute.group().recursive()) {
                for (DeclaredAttribute.Place place : attribute.places()) {
                    if (document.names().exactly(place.name()) == null) {
                        tokens.add(new Token(place.name(), type(attribute.attribute(), PROPERTY), DECLARATION));
                    }
                }
            }
        }
        selections(document, tokens);
        tokens.removeIf(
                token -> token.span().end() <= part.start() || token.span().start() >= part.end());
        tokens.sort(Comparator.comparingInt(token -> token.span().start()));
        return encode(document, tokens);
    }

    private static int type(LexicalName name) {
        if (name.kind().isOfFunction()) {
            return PARAMETER;
        }
        BindingGroup.Attribute attribute = name.attribute();
        if (name.kind() == LexicalName.Kind.GLOBAL) {
            return switch (name.text()) {
                case "true", "false", "null", "builtins" -> VARIABLE;
                default -> FUNCTION;
            };
        }
        int usual = name.kind() == LexicalName.Kind.RECURSIVE ? PROPERTY : VARIABLE;
        return attribute == null ? usual : type(attribute, usual);
    }

    private static int type(BindingGroup.Attribute attribute, int otherwise) {
        return attribute.value() instanceof Value.Written(Expression.Lambda lambda) ? FUNCTION : otherwise;
    }

    private static int modifiers(LexicalName name, Occurrence occurrence) {
        return (occurrence.role().defines() ? DECLARATION : 0)
                | (name.kind() == LexicalName.Kind.GLOBAL ? DEFAULT_LIBRARY : 0);
    }

    private static void selections(Document document, List<Token> tokens) {
        Deque<Tree> left = new ArrayDeque<>();
        left.push(document.tree().root());
        while (!left.isEmpty()) {
            Tree next = left.pop();
            AttributePath path = switch (next) {
                case Expression.Select select -> select.path();
                case Expression.HasAttribute test -> test.path();
                default -> null;
            };
            if (path != null) {
                for (AttributeName name : path.names()) {
                    if (name instanceof AttributeName.Static known && !known.quoted()) {
                        tokens.add(new Token(Span.of(name), PROPERTY, 0));
                    }
                }
            }
            Parts.of(next).forEach(left::push);
        }
    }

    /** As the protocol packs them: each five numbers, places relative to the token before. */
    private static List<Integer> encode(Document document, List<Token> tokens) {
        Lines lines = document.lines();
        var data = new ArrayList<Integer>(tokens.size() * 5);
        int line = 0;
        int start = 0;
        for (Token token : tokens) {
            int at = lines.line(token.span().start());
            int column = token.span().start() - lines.start(at);
            if (token.span().end() > lines.end(at)) {
                continue;
            }
            data.add(at - line);
            data.add(at == line ? column - start : column);
            data.add(token.span().end() - token.span().start());
            data.add(token.type());
            data.add(token.modifiers());
            line = at;
            start = column;
        }
        return data;
    }

    /** What makes the later list of the earlier one: what both begin and end with stays. */
    public static List<SemanticTokensEdit> changes(List<Integer> earlier, List<Integer> later) {
        int shorter = Math.min(earlier.size(), later.size());
        int head = 0;
        while (head < shorter && earlier.get(head).equals(later.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && earlier.get(earlier.size() - 1 - tail).equals(later.get(later.size() - 1 - tail))) {
            tail++;
        }
        int deleted = earlier.size() - head - tail;
        List<Integer> inserted = List.copyOf(later.subList(head, later.size() - tail));
        return deleted == 0 && inserted.isEmpty()
                ? List.of()
                : List.of(new SemanticTokensEdit(head, deleted, inserted));
    }
}
