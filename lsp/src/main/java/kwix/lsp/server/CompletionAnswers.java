package kwix.lsp.server;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import kwix.lsp.document.Document;
import kwix.lsp.feature.CompletionFeature;
import kwix.lsp.feature.Suggestion;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Suggestions as the protocol has them; what costs more is found out for the one that somebody looks at. */
final class CompletionAnswers {

    private static final int MOST = 1_000;

    private long number;
    private List<Suggestion> last = List.of();

    synchronized CompletionList list(Document document, CompletionFeature.Answer answer, boolean snippets) {
        number++;
        last = answer.suggestions().stream()
                .filter(suggestion -> snippets || suggestion.kind() != CompletionItemKind.Snippet)
                .limit(MOST)
                .toList();
        var items = new ArrayList<CompletionItem>();
        for (int i = 0; i < last.size(); i++) {
            Suggestion suggestion = last.get(i);
            var item = new CompletionItem(suggestion.label());
            item.setKind(suggestion.kind());
            item.setSortText(String.format("%04d", i));
            String text = suggestion.snippet() == null ? suggestion.label() : suggestion.snippet();
            if (suggestion.kind() == CompletionItemKind.Snippet) {
                item.setInsertTextFormat(InsertTextFormat.Snippet);
                item.setInsertTextMode(InsertTextMode.AdjustIndentation);
            }
            item.setTextEdit(Either.forLeft(new TextEdit(document.lines().range(answer.replaced()), text)));
            item.setData(number + ":" + i);
            items.add(item);
        }
        return new CompletionList(answer.suggestions().size() > MOST, items);
    }

    /** A suggestion of an older list stays as it is. */
    CompletionItem resolve(CompletionItem item) {
        Suggestion suggestion = find(item.getData());
        if (suggestion != null) {
            Suggestion.Details details = suggestion.details().get();
            if (details.signature() != null) {
                item.setDetail(details.signature());
            }
            if (details.documentation() != null) {
                item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, details.documentation()));
            }
        }
        return item;
    }

    private synchronized @org.jspecify.annotations.Nullable Suggestion find(Object data) {
        String text = data instanceof JsonElement json && json.isJsonPrimitive() ? json.getAsString() : "";
        String[] parts = text.split(":", -1);
        if (parts.length != 2 || !parts[0].equals(String.valueOf(number)) || !parts[1].matches("\\d{1,4}")) {
            return null;
        }
        int index = Integer.parseInt(parts[1]);
        return index < last.size() ? last.get(index) : null;
    }
}
