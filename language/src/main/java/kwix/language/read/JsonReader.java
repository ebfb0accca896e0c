package kwix.language.read;

import java.util.Arrays;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) from bytes. Nesting costs memory, not stack. */
public final class JsonReader {

    private static final int BYTES_PER_POLL = 1 << 16;
    private static final int MOST_INTEGER_DIGITS = 18;
    private static final long EXACT_DOUBLE = 1L << 53;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
    };

    private final JsonScanner in;
    private final Budget budget;

    /** The elements of the arrays and objects that are being read, the outermost first; of objects the names too. */
    private Object[] values = {};

    private String[] names = {};
    private int top;

    /** For each array or object that is being read where its elements begin; negated for arrays. */
    private int[] begins = {};

    /** For each of them the shape of the object so far, null when it has none. */
    private @Nullable JsonShape[] shapes = {};

    private int depth;

    private @Nullable JsonShape empty;
    private int nextPoll = BYTES_PER_POLL;

    public JsonReader(String text, Budget budget) {
        in = new JsonScanner(text);
        this.budget = budget;
    }

    public Object read() {
        in.skipSpace();
        if (in.atEnd()) {
            throw in.fails("there is no value in it");
        }
        while (true) {
            Object value = begin();
            while (value != null) {
                if (depth == 0) {
                    in.skipSpace();
                    if (!in.atEnd()) {
                        throw in.fails("there is something behind the value");
                    }
                    return value;
                }
                add(value);
                value = proceed();
            }
        }
    }

    /** Reads a value; null when it is an array or object that has been opened and wants its first element. */
    private @Nullable Object begin() {
        if (in.position() > nextPoll) {
            nextPoll = in.position() + BYTES_PER_POLL;
            budget.poll();
        }
        in.skipSpace();
        return switch (in.peek()) {
            case '{' -> {
                in.skip();
                in.skipSpace();
                if (in.takeIf('}')) {
                    yield AttributeSet.EMPTY;
                }
                open(top, emptyShape());
                name();
                yield null;
            }
            case '[' -> {
                in.skip();
                in.skipSpace();
                if (in.takeIf(']')) {
                    yield ListValue.EMPTY;
                }
                open(-1 - top, null);
                yield null;
            }
            case '"' -> in.string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", NullValue.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw in.fails(in.atEnd() ? "it ends where a value should be" : "a value should be here");
        };
    }

    private JsonShape emptyShape() {
        JsonShape known = empty;
        if (known == null) {
            known = JsonShape.empty();
            empty = known;
        }
        return known;
    }

    private void open(int begin, @Nullable JsonShape shape) {
        if (depth == begins.length) {
            begins = Arrays.copyOf(begins, depth + 16 + depth / 2);
            shapes = Arrays.copyOf(shapes, begins.length);
        }
        if (top == values.length) {
            growValues();
        }
        begins[depth] = begin;
        shapes[depth++] = shape;
    }

    private void add(Object value) {
        values[top++] = value;
        if (top == values.length) {
            growValues();
        }
    }

    /** There is always room for one more element and its name in what is open. */
    private void growValues() {
        values = Arrays.copyOf(values, top + 16 + top / 2);
        names = Arrays.copyOf(names, values.length);
    }

    /** After an element: null when another one follows, else the finished array or object. */
    private @Nullable Object proceed() {
        boolean isObject = begins[depth - 1] >= 0;
        in.skipSpace();
        if (in.takeIf(',')) {
            if (isObject) {
                in.skipSpace();
                name();
            }
            return null;
        }
        if (in.takeIf(isObject ? '}' : ']')) {
            return isObject ? object() : array();
        }
        String wanted = isObject ? "`,` or `}` should be here" : "`,` or `]` should be here";
        throw in.fails(in.atEnd() ? "it ends where " + wanted : wanted);
    }

    private Object array() {
        int begin = -1 - begins[--depth];
        var list = new ListValue(Arrays.copyOfRange(values, begin, top));
        top = begin;
        return list;
    }

    private Object object() {
        int begin = begins[--depth];
        JsonShape shape = shapes[depth];
        AttributeSet set = shape == null ? JsonShape.set(names, values, begin, top) : shape.set(values, begin);
        top = begin;
        return set;
    }

    private void name() {
        if (in.peek() != '"') {
            throw in.fails("the name of an attribute, in double quotes, should be here");
        }
        JsonShape shape = shapes[depth - 1];
        String name = in.name(shape == null ? "" : shape.expected());
        names[top] = name;
        if (shape != null) {
            shapes[depth - 1] = shape.with(name);
        }
        in.skipSpace();
        if (!in.takeIf(':')) {
            throw in.fails("`:` should be here");
        }
    }

    private Object literal(String word, Object value) {
        if (in.takeIf(word)) {
            return value;
        }
        for (int i = 0; i < word.length() && in.takeIf(word.charAt(i)); i++) {
            // The failure is where the word goes wrong.
        }
        throw in.fails("a value should be here");
    }

    private Object number() {
        int begin = in.position();
        boolean negative = in.takeIf('-');
        long number = in.takeIf('0') ? 0 : in.digits(0);
        int integerEnd = in.position();
        int scale = 0;
        if (in.takeIf('.')) {
            number = in.digits(number);
            scale = in.position() - integerEnd - 1;
        }
        boolean scientific = in.takeIf('e') || in.takeIf('E');
        if (scientific) {
            if (!in.takeIf('+')) {
                in.takeIf('-');
            }
            in.digits(0);
        }
        boolean fits = in.position() - begin <= MOST_INTEGER_DIGITS;
        if (in.position() == integerEnd) {
            return fits ? (Object) (negative ? -number : number) : bigInteger(in.textFrom(begin));
        }
        if (!scientific && fits && number <= EXACT_DOUBLE) {
            // Both are exact as doubles, so that the quotient is the nearest double.
            double quotient = number / POWERS_OF_TEN[scale];
            return negative ? -quotient : quotient;
        }
        return finite(in.textFrom(begin));
    }

    /** The reference takes integers beyond 64 bits as floats, but refuses those that only an unsigned integer can hold. */
    private Object bigInteger(String text) {
        var number = new java.math.BigInteger(text);
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        if (number.signum() > 0 && number.bitLength() == Long.SIZE) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE, "The JSON number " + text + " does not fit into a 64-bit integer.")
                    .withSubject(text);
        }
        return finite(text);
    }

    private Object finite(String text) {
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new KwixException(ErrorCode.INVALID_VALUE, "The JSON number " + text + " is too large for a float.")
                    .withSubject(text);
        }
        return number;
    }
}
