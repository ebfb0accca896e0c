package kwix.language.regex;

import java.util.List;

/** What an expression says. */
sealed interface Syntax {

    int UNBOUNDED = -1;

    record Empty() implements Syntax {}

    record Literal(char value) implements Syntax {}

    record AnyByte() implements Syntax {}

    /** @param members 256 flags */
    record ByteSet(boolean[] members) implements Syntax {}

    record Group(int index, Syntax content) implements Syntax {}

    record Sequence(List<Syntax> parts) implements Syntax {}

    record Alternatives(Syntax first, Syntax second) implements Syntax {}

    /** {@code +}: one body, run through again and again. */
    record OneOrMore(Syntax body) implements Syntax {}

    /** {@code *}, {@code ?}, and intervals, for which the body is laid out as often as the bounds say. */
    record Repeated(Syntax body, int atLeast, int atMost) implements Syntax {}

    record LineBegin() implements Syntax {}

    record LineEnd() implements Syntax {}
}
