package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.lsp.infer.Member;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;

/** The places in this document that mean the same as the one at the cursor. */
public final class HighlightFeature {

    private HighlightFeature() {}

    public static List<DocumentHighlight> highlights(Question question) {
        var found = new ArrayList<DocumentHighlight>();
        switch (Subject.of(question)) {
            case Subject.Lexical lexical -> {
                for (Occurrence occurrence : lexical.occurrence().name().occurrences()) {
                    add(question, occurrence.span(), occurrence.role().defines(), found);
                }
            }
            case Subject.Declared declared -> {
                for (DeclaredAttribute.Place place : declared.attribute().places()) {
                    add(question, place.name(), true, found);
                }
                addUses(question, declared.member(), found);
            }
            case Subject.Selected(var span, var name, Member member)
            when member != null -> {
                var written = member.written();
                if (written != null && written.document() == question.document()) {
                    var attribute = question.document()
                            .names()
                            .attributeAt(written.span().start());
                    if (attribute != null) {
                        attribute.places().forEach(place -> add(question, place.name(), true, found));
                    }
                }
                addUses(question, member, found);
            }
            case null, default -> {}
        }
        return found;
    }

    private static void addUses(Question question, Member member, List<DocumentHighlight> found) {
        for (Uses.Use use : Uses.in(question.document(), question.inference(), member.name())) {
            if (ReferencesFeature.isSame(use.member(), member)) {
                add(question, use.span(), false, found);
            }
        }
    }

    private static void add(Question question, Span span, boolean write, List<DocumentHighlight> found) {
        found.add(new DocumentHighlight(
                question.document().lines().range(span),
                write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read));
    }
}
