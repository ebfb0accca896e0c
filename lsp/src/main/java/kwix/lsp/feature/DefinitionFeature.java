package kwix.lsp.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.infer.Member;
import kwix.lsp.name.LexicalName;
import kwix.lsp.text.Span;
import kwix.lsp.text.Uris;
import org.jspecify.annotations.Nullable;

/** Where a name comes from. */
public final class DefinitionFeature {

    private DefinitionFeature() {}

    /** The places that give the value, through every {@code inherit} on the way, in other files too. */
    public static List<Location> definition(Question question) {
        return switch (Subject.of(question)) {
            case Subject.Lexical lexical -> {
                Member member = lexical.member();
                Member origin = member == null ? null : member.origin();
                yield origin != null && origin != member
                        ? places(question, origin)
                        : declared(question.document(), lexical.occurrence().name());
            }
            case Subject.Declared declared -> {
                Member option = OptionPath.option(question);
                yield places(question, option == null ? declared.member().origin() : option);
            }
            case Subject.Selected selected ->
                selected.member() == null
                        ? List.of()
                        : places(question, selected.member().origin());
            case Subject.Named named -> file(question, named.path());
            case null -> List.of();
        };
    }

    /** The place in this file by which the name is known here, if there is one: for an inherited name that is the {@code inherit}. */
    public static List<Location> declaration(Question question) {
        return switch (Subject.of(question)) {
            case Subject.Lexical lexical ->
                declared(question.document(), lexical.occurrence().name());
            case Subject.Selected(Span span, String name, Member member)
            when member != null -> places(question, member);
            case Subject.Declared declared -> places(question, declared.member());
            case null, default -> definition(question);
        };
    }

    private static List<Location> declared(Document document, LexicalName name) {
        return name.definitions().stream()
                .map(definition -> new Location(document, definition.span()))
                .toList();
    }

    /** All places that give parts of an attribute, as paths do. */
    private static List<Location> places(Question question, Member member) {
        Location written = member.written();
        if (written == null) {
            return List.of();
        }
        var attribute = written.document().names().attributeAt(written.span().start());
        return attribute == null
                ? List.of(written)
                : attribute.places().stream()
                        .map(place -> new Location(written.document(), place.name()))
                        .toList();
    }

    private static List<Location> file(Question question, @Nullable Path path) {
        if (path == null || !Files.exists(path)) {
            return List.of();
        }
        Document found = question.workspace().documents().find(path);
        Document target = found == null ? new Document(Uris.of(path), 0, "") : found;
        return List.of(new Location(target, new Span(0, 0)));
    }
}
