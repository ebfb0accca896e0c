package kwix.language.value;

import kwix.grammar.source.SourceText;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/** Places as values of the language: {@code { column; file; line; }}. */
public final class Positions {

    private static final NameTable NAMES = NameTable.constant("column", "file", "line");

    private Positions() {}

    /** Null for a place in a text that is no file, as the reference has it. */
    public static Object of(@Nullable Place place) {
        if (place == null || !place.source().name().startsWith("/")) {
            return NullValue.NULL;
        }
        return new AttributeSet(
                NAMES,
                new Object[] {
                    (long) place.column(), SourceText.encode(place.source().name()), (long) place.line()
                },
                null);
    }
}
