package kwix.language.error;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;
import kwix.language.error.Palette.Role;
import org.jspecify.annotations.Nullable;

/**
 * An error's text for people: the same on the command line, in the REPL and in the editor. The cause comes first, with the source
 * that it stands in; then what explains it, what to do, and how the evaluation came there.
 *
 * <p>Texts are UTF-16 and end with a newline; {@link SourceText#encode} makes them bytes.
 */
public final class ErrorPrinter {

    private static final int SHOWN_DIAGNOSTICS = 20;
    private static final int SHOWN_EXCERPTS = 4;
    private static final int SHOWN_RELATED = 12;

    /** A trace as long as this scrolls the cause away, so it is said again at the end. */
    private static final int LONG_TRACE = 20;

    private final SourceNames names;
    private final boolean showTrace;
    private final Palette palette;
    private final Excerpt excerpt;

    /** @param showTrace the whole trace, instead of the steps that a reader needs at first */
    public ErrorPrinter(SourceNames names, boolean showTrace, boolean colours) {
        this.names = names;
        this.showTrace = showTrace;
        palette = colours ? Palette.COLOURED : Palette.PLAIN;
        excerpt = new Excerpt(names, palette);
    }

    public String print(KwixException failure) {
        var out = new StringBuilder();
        Place place = failure.place();
        if (failure.diagnostics().isEmpty() || place == null) {
            headline(failure.code().id(), failure.getMessage(), out);
            cause(failure, out);
        } else {
            diagnostics(failure.diagnostics(), place.source(), out);
        }
        trace(failure, out);
        return out.toString();
    }

    /** One finding of the grammar, as {@code kwix parse} and the editor show it. */
    public String print(Diagnostic diagnostic, SourceText source) {
        var out = new StringBuilder();
        diagnostic(diagnostic, source, out);
        return out.toString();
    }

    /** Only the first line: code and message. */
    public String headline(KwixException failure) {
        Diagnostic first = failure.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElse(null);
        var out = new StringBuilder();
        headline(
                first == null ? failure.code().id() : first.code().id(),
                first == null ? failure.getMessage() : first.message(),
                out);
        return out.toString();
    }

    private void headline(String code, String message, StringBuilder out) {
        headline("error", Role.ERROR, code, message, out);
    }

    private void headline(String severity, Role role, String code, String message, StringBuilder out) {
        out.append(palette.paint(role, severity + "[" + code + "]"))
                .append(palette.paint(Role.MESSAGE, ": " + palette.foreign(written(message))))
                .append('\n');
    }

    /** Thrown texts may be empty or begin with an empty line, which would leave the first line without any. */
    private static String written(String message) {
        String text = message.replaceFirst("^\\n+", "");
        return text.isBlank() ? "The program failed without a message." : text;
    }

    private void cause(KwixException failure, StringBuilder out) {
        Place shown = places(failure, out);
        var elsewhere = new ArrayList<Related>();
        for (Related place : failure.related()) {
            if (shown == null || !excerpt.mark(shown, place.place(), '-', Role.RELATED, place.label(), out)) {
                elsewhere.add(place);
            }
        }
        related(elsewhere, shown, out);
        hint(failure.hint(), out);
    }

    /**
     * Places of the reader's own source first come with it, then as lines; those of the library are lines, or counted.
     *
     * @param shown what was shown already
     */
    private void related(List<Related> places, @Nullable Place shown, StringBuilder out) {
        int excerpts = 0;
        int folded = 0;
        for (int i = 0; i < places.size(); i++) {
            Related place = places.get(i);
            boolean library = names.isLibrary(place.place().source());
            boolean neighbour = library
                    && (i > 0 && names.isLibrary(places.get(i - 1).place().source())
                            || i + 1 < places.size()
                                    && names.isLibrary(places.get(i + 1).place().source()));
            boolean last = i == places.size() - 1;
            if (!showTrace && !last && (neighbour || i >= SHOWN_RELATED)) {
                folded++;
                continue;
            }
            morePlaces(folded, out);
            folded = 0;
            if (!library && excerpts < SHOWN_EXCERPTS && !place.place().equals(shown)) {
                excerpt.write(place.place(), '-', Role.RELATED, place.label(), out);
                excerpts++;
            } else {
                relatedLine(place, out);
            }
        }
    }

    private static void morePlaces(int count, StringBuilder out) {
        if (count > 0) {
            out.append(" … ").append(count).append(count == 1 ? " more place\n" : " more places\n");
        }
    }

    /** The reader's own source is shown; when the failure arose elsewhere, the step that led there. Returns what was shown. */
    private @Nullable Place places(KwixException failure, StringBuilder out) {
        Place place = failure.place();
        if (place != null && !names.isLibrary(place.source())) {
            excerpt.write(place, '^', Role.ERROR, "", out);
            return place;
        }
        for (TraceFrame frame : failure.trace()) {
            Place own = frame.place();
            if (own != null && !names.isLibrary(own.source())) {
                excerpt.write(own, '^', Role.ERROR, frame.label(), out);
                if (place != null) {
                    relatedLine(new Related(place, "the error arose here"), out);
                }
                return null;
            }
        }
        if (place != null && failure.code() == ErrorCode.THROWN && !showTrace) {
            // The message is all that a library's own `throw` has to say; its source explains nothing to its users.
            relatedLine(new Related(place, "thrown here"), out);
            return null;
        }
        if (place != null) {
            excerpt.write(place, '^', Role.ERROR, "", out);
        }
        return place;
    }

    private void relatedLine(Related place, StringBuilder out) {
        out.append(' ').append(palette.paint(Role.FRAME, "-->")).append(' ');
        out.append(names.shown(place.place()))
                .append(": ")
                .append(palette.foreign(place.label()))
                .append('\n');
    }

    private void hint(@Nullable String hint, StringBuilder out) {
        if (hint != null) {
            out.append(palette.paint(Role.HINT, "hint"))
                    .append(": ")
                    .append(palette.foreign(hint))
                    .append('\n');
        }
    }

    private void diagnostics(List<Diagnostic> found, SourceText source, StringBuilder out) {
        int shown = Math.min(found.size(), SHOWN_DIAGNOSTICS);
        for (Diagnostic diagnostic : found.subList(0, shown)) {
            out.append(out.isEmpty() ? "" : "\n");
            diagnostic(diagnostic, source, out);
        }
        if (shown < found.size()) {
            out.append("\n… and ").append(found.size() - shown).append(" more problems in this file\n");
        }
    }

    private void diagnostic(Diagnostic diagnostic, SourceText source, StringBuilder out) {
        Role role = diagnostic.isError() ? Role.ERROR : Role.WARNING;
        headline(
                diagnostic.isError() ? "error" : "warning",
                role,
                diagnostic.code().id(),
                diagnostic.message(),
                out);
        var place = new Place(source, diagnostic.start(), diagnostic.end());
        excerpt.write(place, '^', role, "", out);
        var elsewhere = new ArrayList<Related>();
        for (Diagnostic.Related other : diagnostic.related()) {
            var related = new Related(new Place(source, other.start(), other.end()), other.label());
            if (!excerpt.mark(place, related.place(), '-', Role.RELATED, related.label(), out)) {
                elsewhere.add(related);
            }
        }
        elsewhere.forEach(related -> excerpt.write(related.place(), '-', Role.RELATED, related.label(), out));
        hint(diagnostic.hint(), out);
    }

    private void trace(KwixException failure, StringBuilder out) {
        if (failure.trace().isEmpty()) {
            return;
        }
        TraceText trace = showTrace ? TraceText.full(failure) : TraceText.folded(failure, this::isLibrary);
        boolean onlyOmissions = trace.lines().stream().allMatch(line -> line.frame() == null);
        if (!onlyOmissions) {
            out.append("\ntrace, from the cause outwards:\n");
            trace.lines().forEach(line -> step(line, out));
        }
        if (showTrace && trace.lines().size() > LONG_TRACE) {
            out.append('\n').append(headline(failure));
        }
        if (trace.isFolded()) {
            String id = failure.code().id();
            out.append(palette.paint(
                            Role.FAINT,
                            "(--show-trace shows the whole trace, `kwix explain " + id + "` what this error means)"))
                    .append('\n');
        }
    }

    private void step(TraceText.Line line, StringBuilder out) {
        TraceFrame frame = line.frame();
        String text = palette.foreign(line.text());
        Place place = frame == null ? null : frame.place();
        if (place != null) {
            text += " (" + names.shown(place) + ")";
        }
        boolean faint = frame == null || !frame.always() && isLibrary(frame);
        String indented = text.replace("\n", "\n  ");
        out.append("  ")
                .append(faint ? palette.paint(Role.FAINT, indented) : indented)
                .append('\n');
    }

    private boolean isLibrary(TraceFrame frame) {
        Place place = frame.place();
        return place != null && names.isLibrary(place.source());
    }
}
