package kwix.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import kwix.lsp.document.Document;
import kwix.lsp.document.Documents;
import kwix.lsp.document.Workspace;
import kwix.lsp.feature.ActionsFeature;
import kwix.lsp.feature.CompletionFeature;
import kwix.lsp.feature.DefinitionFeature;
import kwix.lsp.feature.Diagnostics;
import kwix.lsp.feature.HighlightFeature;
import kwix.lsp.feature.HoverFeature;
import kwix.lsp.feature.Question;
import kwix.lsp.feature.SignatureFeature;
import kwix.lsp.feature.SymbolsFeature;
import kwix.lsp.feature.TokensFeature;
import kwix.lsp.infer.BuiltinTable;
import kwix.lsp.text.Span;
import kwix.lsp.text.Uris;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text while it is typed: whatever is there so far, every feature answers, and there are few problems. */
class TypingTest {

    /** Steps that share no factor with the widths of indentation, so that every kind of place is met. */
    private static final int STEP = 7;

    private static final int MOST_PROBLEMS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"examples/coredns/default.kx", "examples/coredns/cluster.kx"})
    void everyBeginningIsAnswered(String example) throws Exception {
        Path file = Path.of(System.getProperty("kwix.root"), example);
        String text = Files.readString(file);
        var builtins = new BuiltinTable();
        for (int length = 0; length <= text.length(); length += STEP) {
            var documents = new Documents();
            documents.open(Uris.of(file), length, text.substring(0, length));
            var workspace = new Workspace(documents, CaseFile.LIBRARY, List.of());
            Document document = Objects.requireNonNull(documents.open(Uris.of(file)));
            var question = Question.of(workspace, builtins, document, length);
            CompletionFeature.complete(question);
            HoverFeature.hover(question);
            DefinitionFeature.definition(question);
            HighlightFeature.highlights(question);
            SignatureFeature.help(question);
            SymbolsFeature.outline(document);
            TokensFeature.tokens(document, new Span(0, length));
            ActionsFeature.actions(document, new Span(0, length));
            assertTrue(Diagnostics.of(document).size() < MOST_PROBLEMS, text.substring(0, length));
        }
    }
}
