package kwix.lsp.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.tree.Binding;
import kwix.lsp.document.Document;
import kwix.lsp.document.Location;
import kwix.lsp.infer.Member;
import kwix.lsp.name.DeclaredAttribute;
import kwix.lsp.name.LexicalName;
import kwix.lsp.name.Occurrence;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** Gives something another name everywhere, or refuses where the program would mean something else then. */
public final class RenameFeature {

    private final Question question;
    private final String newName;
    private final Map<String, Map<Span, String>> edits = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();

    private RenameFeature(Question question, String newName) {
        this.question = question;
        this.newName = newName;
    }

    /** What would be renamed. */
    public static Range prepare(Question question) throws RenameRefused {
        Subject subject = renameable(question);
        Span span = subject.span();
        String text = question.document().text();
        boolean quoted = span.end() - span.start() > 2 && text.charAt(span.start()) == '"';
        Span inner = quoted ? new Span(span.start() + 1, span.end() - 1) : span;
        return question.document().lines().range(inner);
    }

    public static WorkspaceEdit rename(Question question, String newName) throws RenameRefused {
        if (newName.isBlank()) {
            throw new RenameRefused("A name cannot be empty.");
        }
        var rename = new RenameFeature(question, newName);
        switch (renameable(question)) {
            case Subject.Lexical lexical -> rename.lexical(lexical);
            case Subject.Declared declared -> rename.attribute(declared.member().origin());
            case Subject.Selected(var span, var name, Member member)
            when member != null -> rename.attribute(member.origin());
            case Subject other -> throw new RenameRefused("This is not a name that can be changed.");
        }
        return rename.edit();
    }

    private static Subject renameable(Question question) throws RenameRefused {
        Subject subject = Subject.of(question);
        if (subject == null) {
            throw new RenameRefused("There is no name here.");
        }
        switch (subject) {
            case Subject.Lexical(var span, Occurrence occurrence, var member) -> {
                LexicalName name = occurrence.name();
                if (name.kind() == LexicalName.Kind.GLOBAL) {
                    throw new RenameRefused("`" + name.text() + "` is part of the language.");
                }
                if (name.kind() == LexicalName.Kind.FORMAL
                        && name.scope() == question.document().tree().root()) {
                    throw new RenameRefused("Whoever calls this file gives it `" + name.text() + "` by this name.");
                }
            }
            case Subject.Declared declared ->
                writable(question, declared.member().origin());
            case Subject.Selected(var span, var name, Member member) -> {
                if (member == null) {
                    throw new RenameRefused("It is not known what `" + name + "` is an attribute of.");
                }
                writable(question, member.origin());
            }
            case Subject.Named named -> throw new RenameRefused("A file has to be renamed where it lies.");
        }
        return subject;
    }

    private static void writable(Question question, Member origin) throws RenameRefused {
        Location written = origin.written();
        if (written == null) {
            throw new RenameRefused("`" + origin.name() + "` is part of the language.");
        }
        var path = written.document().path();
        boolean inWorkspace =
                path == null || question.workspace().folders().stream().anyMatch(path::startsWith);
        boolean open = question.workspace().documents().open(written.document().uri()) != null;
        boolean ofLibrary = path != null && question.workspace().library().holds(path);
        if (ofLibrary || !(inWorkspace || open)) {
            throw new RenameRefused("`" + origin.name() + "` is defined outside of the workspace.");
        }
    }

    private void lexical(Subject.Lexical subject) throws RenameRefused {
        LexicalName name = subject.occurrence().name();
        Document document = question.document();
        if (!Identifiers.isPlain(newName)) {
            throw new RenameRefused("`" + newName + "` cannot be the name of a variable.");
        }
        RenameConflicts.check(document, name, newName);
        if (name.kind() == LexicalName.Kind.RECURSIVE && subject.member() != null) {
            uses(subject.member());
        }
        occurrences(document, name);
        if (name.kind() == LexicalName.Kind.FORMAL) {
            CallSites.attributes(question, name).forEach(span -> replace(document, span, newName));
        }
    }

    private void occurrences(Document document, LexicalName name) {
        for (Occurrence occurrence : name.occurrences()) {
            switch (occurrence.role()) {
                case DEFINITION, REFERENCE -> replace(document, occurrence.span(), newName);
                case INHERITED_REFERENCE ->
                    InheritRewriting.handedOn(document, occurrence.span(), newName, this::replace);
                case INHERITED_DEFINITION ->
                    InheritRewriting.bound(document, occurrence.span(), newName, this::replace);
            }
        }
    }

    private void attribute(Member origin) throws RenameRefused {
        Location written = origin.written();
        if (written == null) {
            throw new RenameRefused("`" + origin.name() + "` is part of the language.");
        }
        Document document = written.document();
        Occurrence bound = document.names().exactly(written.span());
        if (bound != null && bound.role().defines()) {
            if (!Identifiers.isPlain(newName)) {
                throw new RenameRefused("`" + newName + "` cannot be the name of a variable.");
            }
            RenameConflicts.check(document, bound.name(), newName);
            occurrences(document, bound.name());
        }
        DeclaredAttribute attribute =
                document.names().attributeAt(written.span().start());
        if (attribute == null) {
            throw new RenameRefused("It is not known where `" + origin.name() + "` is defined.");
        }
        RenameConflicts.check(attribute, newName);
        for (DeclaredAttribute.Place place : attribute.places()) {
            if (place.binding() instanceof Binding.Inherit) {
                InheritRewriting.bound(document, place.name(), newName, this::replace);
            } else {
                replace(document, place.name(), Identifiers.attribute(newName));
            }
        }
        uses(origin);
    }

    private void uses(Member target) throws RenameRefused {
        for (Document document : question.workspace().sources()) {
            for (Uses.Use use : Uses.in(document, question.inference(), target.name())) {
                if (use.member() == null) {
                    int line = document.lines().line(use.span().start()) + 1;
                    throw new RenameRefused("It is not known whether `" + target.name() + "` in line " + line + " of "
                            + shortName(document) + " is the same attribute.");
                }
                if (!ReferencesFeature.isSame(use.member(), target)) {
                    continue;
                }
                switch (use.manner()) {
                    case SELECTED -> replace(document, use.span(), Identifiers.attribute(newName));
                    case INHERITED -> InheritRewriting.handedOn(document, use.span(), newName, this::replace);
                    case THROUGH_WITH -> {
                        if (!Identifiers.isPlain(newName)) {
                            throw new RenameRefused("`" + newName + "` cannot be found through a `with`.");
                        }
                        RenameConflicts.checkThroughWith(document, use.span(), newName);
                        replace(document, use.span(), newName);
                    }
                }
            }
        }
    }

    private static String shortName(Document document) {
        return document.path() == null
                ? document.uri()
                : String.valueOf(document.path().getFileName());
    }

    private void replace(Document document, Span span, String text) {
        documents.put(document.uri(), document);
        edits.computeIfAbsent(document.uri(), uri -> new LinkedHashMap<>()).put(span, text);
    }

    private WorkspaceEdit edit() {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        edits.forEach((uri, replacements) -> changes.put(uri, edits(documents.get(uri), replacements)));
        return new WorkspaceEdit(changes);
    }

    private static List<TextEdit> edits(@Nullable Document document, Map<Span, String> replacements) {
        return document == null
                ? List.of()
                : replacements.entrySet().stream()
                        .sorted((a, b) ->
                                Integer.compare(a.getKey().start(), b.getKey().start()))
                        .map(entry -> new TextEdit(document.lines().range(entry.getKey()), entry.getValue()))
                        .toList();
    }
}
