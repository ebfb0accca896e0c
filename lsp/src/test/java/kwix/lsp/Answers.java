package kwix.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.feature.ActionsFeature;
import kwix.lsp.feature.CompletionFeature;
import kwix.lsp.feature.DefinitionFeature;
import kwix.lsp.feature.Diagnostics;
import kwix.lsp.feature.FoldingFeature;
import kwix.lsp.feature.HighlightFeature;
import kwix.lsp.feature.HoverFeature;
import kwix.lsp.feature.InlayFeature;
import kwix.lsp.feature.LinksFeature;
import kwix.lsp.feature.ReferencesFeature;
import kwix.lsp.feature.RenameFeature;
import kwix.lsp.feature.RenameRefused;
import kwix.lsp.feature.SelectionFeature;
import kwix.lsp.feature.SignatureFeature;
import kwix.lsp.feature.Suggestion;
import kwix.lsp.feature.SymbolsFeature;
import kwix.lsp.feature.TokensFeature;
import kwix.lsp.text.Span;
import kwix.lsp.text.Uris;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What each feature answers to a case, as text. */
final class Answers {

    private static final int SHOWN = 25;

    private final CaseFile file;

    Answers(CaseFile file) {
        this.file = file;
    }

    String of(String feature) {
        var question = file.question();
        Document document = file.document();
        var whole = new Span(0, document.text().length());
        return switch (feature) {
            case "definition" -> locations(DefinitionFeature.definition(question));
            case "declaration" -> locations(DefinitionFeature.declaration(question));
            case "references" -> locations(ReferencesFeature.references(question, true));
            case "highlight" ->
                lines(
                        HighlightFeature.highlights(question),
                        highlight -> highlight.getKind() + " " + marked(document, highlight.getRange()));
            case "diagnostics" -> lines(Diagnostics.of(document), this::diagnostic);
            case "symbols" -> outline(SymbolsFeature.outline(document), "");
            case "workspace-symbols" ->
                lines(
                        SymbolsFeature.search(file.workspace(), file.settings().getOrDefault("query", "")),
                        symbol -> symbol.getName() + " " + symbol.getKind() + " "
                                + place(
                                        symbol.getLocation().getLeft().getUri(),
                                        symbol.getLocation().getLeft().getRange()));
            case "folding" ->
                lines(
                        FoldingFeature.folds(document),
                        fold -> (fold.getStartLine() + 1) + "-" + (fold.getEndLine() + 1)
                                + (fold.getKind() == null ? "" : " " + fold.getKind()));
            case "selection" -> selections();
            case "links" ->
                lines(
                        LinksFeature.links(file.workspace(), document),
                        link -> marked(document, link.getRange()) + " -> " + name(String.valueOf(link.getTarget())));
            case "rename" -> rename();
            case "completion" -> completion(CompletionFeature.complete(question));
            case "hover" -> hover(HoverFeature.hover(question));
            case "signature" -> signature(SignatureFeature.help(question));
            case "tokens" -> tokens(TokensFeature.tokens(document, whole));
            case "inlay" ->
                lines(
                        InlayFeature.hints(document, whole),
                        hint -> (hint.getPosition().getLine() + 1) + " "
                                + hint.getLabel().getLeft());
            case "actions" ->
                lines(ActionsFeature.actions(document, new Span(file.offset(), file.offset())), this::action);
            default -> throw new IllegalStateException("no feature " + feature);
        };
    }

    private static <T> String lines(List<T> elements, java.util.function.Function<T, String> text) {
        return elements.isEmpty()
                ? "nothing\n"
                : elements.stream().map(element -> text.apply(element) + "\n").collect(Collectors.joining());
    }

    private String locations(List<Location> locations) {
        return lines(
                locations,
                location -> name(location.document().uri()) + " "
                        + marked(location.document(), location.toProtocol().getRange()));
    }

    /** The line, with the range in brackets. */
    private static String marked(Document document, Range range) {
        int start = document.lines().offset(range.getStart());
        int end = document.lines().offset(range.getEnd());
        int line = range.getStart().getLine();
        String text = document.text();
        String head = text.substring(document.lines().start(line), start).stripLeading();
        String tail = end <= document.lines().end(line)
                ? text.substring(end, document.lines().end(line))
                : "";
        String inner = text.substring(start, end).replace("\n", "⏎");
        return (line + 1) + ": " + head + "[" + inner + "]" + tail;
    }

    private String name(String uri) {
        Path path = Uris.path(uri);
        if (path == null) {
            return uri;
        }
        if (path.startsWith(file.folder())) {
            return file.folder().relativize(path).toString();
        }
        for (Path folder : CaseFile.LIBRARY.folders()) {
            if (path.startsWith(folder)) {
                return "<kwix/" + folder.relativize(path) + ">";
            }
        }
        return path.toString();
    }

    private String place(String uri, Range range) {
        return name(uri) + ":" + (range.getStart().getLine() + 1);
    }

    private String diagnostic(Diagnostic diagnostic) {
        var text = new StringBuilder(marked(file.document(), diagnostic.getRange()));
        text.append("\n  ")
                .append(diagnostic.getSeverity())
                .append(' ')
                .append(diagnostic.getCode().get());
        if (diagnostic.getTags() != null) {
            text.append(' ').append(diagnostic.getTags());
        }
        text.append("\n  ").append(diagnostic.getMessage().getLeft().replace("\n", "\n  "));
        if (diagnostic.getRelatedInformation() != null) {
            diagnostic
                    .getRelatedInformation()
                    .forEach(related -> text.append("\n  ")
                            .append(related.getMessage())
                            .append(": ")
                            .append(marked(
                                    file.document(), related.getLocation().getRange())));
        }
        return text.toString();
    }

    private String outline(List<DocumentSymbol> symbols, String indentation) {
        return symbols.stream()
                .map(symbol -> indentation + symbol.getName() + " " + symbol.getKind() + " "
                        + (symbol.getRange().getStart().getLine() + 1) + "-"
                        + (symbol.getRange().getEnd().getLine() + 1) + "\n"
                        + (symbol.getChildren() == null ? "" : outline(symbol.getChildren(), indentation + "  ")))
                .collect(Collectors.joining());
    }

    private String selections() {
        var texts = new ArrayList<String>();
        var positions = List.of(file.document().lines().position(file.offset()));
        SelectionRange range =
                SelectionFeature.ranges(file.document(), positions).getFirst();
        while (range != null) {
            texts.add(marked(file.document(), range.getRange()));
            range = range.getParent();
        }
        return String.join("\n", texts) + "\n";
    }

    private String rename() {
        try {
            String before = marked(file.document(), RenameFeature.prepare(file.question()));
            WorkspaceEdit edit =
                    RenameFeature.rename(file.question(), file.settings().getOrDefault("to", "renamed"));
            return before + "\n"
                    + edit.getChanges().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry ->
                                    "--- " + name(entry.getKey()) + "\n" + applied(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining());
        } catch (RenameRefused refused) {
            return "refused: " + refused.reason() + "\n";
        }
    }

    private String applied(String uri, List<TextEdit> edits) {
        Path path = Uris.path(uri);
        Document document = path == null ? null : file.workspace().documents().find(path);
        if (document == null) {
            return "no such document\n";
        }
        var text = new StringBuilder(document.text());
        edits.stream()
                .sorted(Comparator.comparingInt((TextEdit edit) ->
                                document.lines().offset(edit.getRange().getStart()))
                        .reversed())
                .forEach(edit -> text.replace(
                        document.lines().offset(edit.getRange().getStart()),
                        document.lines().offset(edit.getRange().getEnd()),
                        edit.getNewText()));
        return text.toString();
    }

    private String completion(CompletionFeature.Answer answer) {
        List<Suggestion> suggestions = answer.suggestions();
        int shown = Integer.parseInt(file.settings().getOrDefault("shown", String.valueOf(SHOWN)));
        boolean details = file.settings().containsKey("details");
        String text = lines(suggestions.stream().limit(shown).toList(), suggestion -> {
            Suggestion.Details more = suggestion.details().get();
            return suggestion.label() + " " + suggestion.kind()
                    + (suggestion.snippet() == null
                            ? ""
                            : " => " + suggestion.snippet().strip().replace("\n", "⏎"))
                    + (more.signature() == null ? "" : "  " + more.signature())
                    + (details && more.documentation() != null
                            ? "\n    " + more.documentation().replace("\n", "\n    ")
                            : "");
        });
        return text + (suggestions.size() > shown ? "… " + (suggestions.size() - shown) + " more\n" : "");
    }

    private String hover(@Nullable Hover hover) {
        return hover == null
                ? "nothing\n"
                : marked(file.document(), hover.getRange()) + "\n"
                        + hover.getContents().getRight().getValue().replace(file.folder() + "/", "") + "\n";
    }

    private String signature(@Nullable SignatureHelp help) {
        if (help == null) {
            return "nothing\n";
        }
        var signature = help.getSignatures().getFirst();
        String active = signature
                .getParameters()
                .get(help.getActiveParameter())
                .getLabel()
                .getLeft();
        return signature.getLabel() + "\nactive: " + active + "\n"
                + (signature.getDocumentation() == null
                        ? ""
                        : signature.getDocumentation().getRight().getValue() + "\n");
    }

    private String tokens(List<Integer> data) {
        var text = new StringBuilder();
        int line = 0;
        int column = 0;
        for (int i = 0; i < data.size(); i += 5) {
            column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            int start = file.document().lines().start(line) + column;
            text.append(line + 1)
                    .append(' ')
                    .append(file.document().text(), start, start + data.get(i + 2))
                    .append(' ')
                    .append(TokensFeature.LEGEND.getTokenTypes().get(data.get(i + 3)));
            for (int bit = 0; bit < 2; bit++) {
                if ((data.get(i + 4) & 1 << bit) != 0) {
                    text.append(' ')
                            .append(TokensFeature.LEGEND.getTokenModifiers().get(bit));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String action(CodeAction action) {
        List<TextEdit> edits = action.getEdit().getChanges().values().iterator().next();
        return action.getTitle() + " (" + action.getKind() + (action.getIsPreferred() ? ", preferred" : "") + ")\n"
                + applied(file.document().uri(), edits);
    }
}
