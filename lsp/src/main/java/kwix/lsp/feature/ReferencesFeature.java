package kwix.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.infer.Member;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Occurrence;
import org.jspecify.annotations.Nullable;

/** Where a name is used: lexical names in their file, attributes in all files of the workspace. */
public final class ReferencesFeature {

    private ReferencesFeature() {}

    public static List<Location> references(Question question, boolean withDeclarations) {
        var found = new ArrayList<Location>();
        switch (Subject.of(question)) {
            case Subject.Lexical lexical -> {
                LexicalName name = lexical.occurrence().name();
                for (Occurrence occurrence : name.occurrences()) {
                    if (withDeclarations || !occurrence.role().defines()) {
                        add(found, new Location(question.document(), occurrence.span()));
                    }
                }
                if (name.kind() == LexicalName.Kind.RECURSIVE && lexical.member() != null) {
                    addUses(question, name.text(), lexical.member(), found);
                }
            }
            case Subject.Declared declared -> addAttribute(question, declared.member(), withDeclarations, found);
            case Subject.Selected(var span, var name, Member member)
            when member != null -> addAttribute(question, member, withDeclarations, found);
            case null, default -> {}
        }
        return found;
    }

    private static void addAttribute(Question question, Member member, boolean withDeclarations, List<Location> found) {
        Member origin = member.origin();
        Location written = origin.written();
        if (written != null) {
            Document document = written.document();
            DeclaredAttribute attribute =
                    document.names().attributeAt(written.span().start());
            if (withDeclarations && attribute != null) {
                attribute.places().forEach(place -> add(found, new Location(document, place.name())));
            }
            Occurrence bound = document.names().exactly(written.span());
            if (bound != null) {
                for (Occurrence occurrence : bound.name().occurrences()) {
                    if (withDeclarations || !occurrence.role().defines()) {
                        add(found, new Location(document, occurrence.span()));
                    }
                }
            }
        }
        addUses(question, origin.name(), origin, found);
    }

    private static void addUses(Question question, String name, Member target, List<Location> found) {
        for (Document document : question.workspace().sources()) {
            for (Uses.Use use : Uses.in(document, question.inference(), name)) {
                if (isSame(use.member(), target)) {
                    add(found, new Location(document, use.span()));
                }
            }
        }
    }

    /** Whether what is used is in the end the target. */
    static boolean isSame(@Nullable Member used, Member target) {
        if (used == null) {
            return false;
        }
        Member origin = used.origin();
        Member aim = target.origin();
        Location there = aim.written();
        return there == null
                ? origin.builtin() != null && origin.builtin() == aim.builtin()
                : origin.written() != null && origin.written().isSame(there);
    }

    private static void add(List<Location> found, Location location) {
        if (found.stream().noneMatch(location::isSame)) {
            found.add(location);
        }
    }
}
