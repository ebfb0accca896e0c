package kwix.language.read;

import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.Describe;
import kwix.language.value.Utf8;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** A YAML text, the places in it, and the errors about it. The library counts code points, places count UTF-16. */
public final class YamlSource {

    private final SourceText source;
    private final boolean isFile;
    private int knownPoint;
    private int knownOffset;

    /** @param file its name as bytes, or null for a text that stands in no file */
    public YamlSource(String bytes, @Nullable String file) {
        isFile = file != null;
        String name = file == null ? "YAML" : Describe.text(file);
        source = new SourceText(name, Describe.text(bytes));
        int malformed = Utf8.firstMalformed(bytes);
        if (malformed >= 0) {
            throw fails(String.format(
                    "it is not UTF-8 (byte 0x%02X at index %d)", (int) bytes.charAt(malformed), malformed));
        }
    }

    String text() {
        return source.text();
    }

    /** The place of something in a file; null in a text without one. */
    @Nullable
    Place attribute(Mark begin, Mark end) {
        return isFile ? place(begin, end) : null;
    }

    KwixException fails(String reason, Mark begin, Mark end) {
        return fails(reason, place(begin, end));
    }

    /** Where something is, for the middle of a sentence. */
    String where(Mark mark) {
        return where(place(mark, mark));
    }

    KwixException fails(YamlEngineException failure) {
        if (failure instanceof MarkedYamlEngineException marked) {
            Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
            if (mark != null) {
                String context = marked.getContext();
                return fails(context == null ? marked.getProblem() : context + ": " + marked.getProblem(), mark, mark);
            }
        }
        if (failure instanceof ReaderException character) {
            int offset = offset(character.getPosition());
            var place = new Place(source, offset, offset);
            return fails(String.format("the character U+%04X is not allowed in YAML", character.getCodePoint()), place);
        }
        if (failure instanceof YamlVersionException version) {
            return fails(
                    "its directive asks for YAML " + version.getSpecVersion().getRepresentation());
        }
        return fails(String.valueOf(failure.getMessage()));
    }

    /** In a text without a file the place stands in the sentence, for there is nothing that an excerpt could show. */
    private KwixException fails(String reason, Place place) {
        return isFile ? fails(reason).at(place) : fails(where(place) + ": " + reason);
    }

    private KwixException fails(String reason) {
        String what = isFile ? "`" + source.name() + "` cannot be read as YAML: " : "The YAML text cannot be read: ";
        return new KwixException(ErrorCode.INVALID_VALUE, what + reason + ".");
    }

    private static String where(Place place) {
        return "at line " + place.line() + ", column " + place.column();
    }

    private Place place(Mark begin, Mark end) {
        int start = offset(begin.getIndex());
        return new Place(source, start, Math.max(start, offset(end.getIndex())));
    }

    /** Places are mostly asked for in the order of the text, so the way from the one before is short. */
    private int offset(int point) {
        if (point < knownPoint) {
            knownPoint = 0;
            knownOffset = 0;
        }
        String text = source.text();
        while (knownPoint < point && knownOffset < text.length()) {
            knownOffset += Character.charCount(text.codePointAt(knownOffset));
            knownPoint++;
        }
        return knownOffset;
    }
}
