package kwix.language.value;

import kwix.grammar.source.SourceText;
import kwix.language.error.Place;

/** Places as values of the language: {@code { column; file; line; }}. */
public final class Positions {

    private static final NameTable NAMES = new NameTable(new String[] {"column", "file", "line"});

    private Positions() {}

    public static AttributeSet of(Place place) {
        return new AttributeSet(
                NAMES,
                new Object[] {
                    (long) place.column(), SourceText.encode(place.source().name()), (long) place.line()
                },
                null);
    }
}
