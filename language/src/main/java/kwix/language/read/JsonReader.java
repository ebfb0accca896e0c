package kwix.language.read;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) from bytes. Nesting costs memory, not stack. */
public final class JsonReader {

    private static final int BYTES_PER_POLL = 1 << 16;
    private static final int MOST_INTEGER_DIGITS = 18;

    private final JsonScanner in;
    private final Budget budget;
    private final Map<String, String> names = new HashMap<>();
    private final ArrayDeque<Container> open = new ArrayDeque<>();
    private JsonShape shape = JsonShape.EMPTY;
    private int nextPoll = BYTES_PER_POLL;

    /** An array or object that is being read. */
    private static final class Container {
        private final boolean object;
        private Object[] values = new Object[4];
        private String[] names;
        private int size;

        Container(boolean object) {
            this.object = object;
            names = object ? new String[4] : new String[0];
        }

        void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
                if (object) {
                    names = Arrays.copyOf(names, size * 2);
                }
            }
            values[size++] = value;
        }

        void name(String name) {
            if (size == names.length) {
                names = Arrays.copyOf(names, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            names[size] = name;
        }
    }

    public JsonReader(String text, Budget budget) {
        in = new JsonScanner(text);
        this.budget = budget;
    }

    public Object read() {
        in.skipByteOrderMark();
        in.skipSpace();
        if (in.atEnd()) {
            throw in.fails("there is no value in it");
        }
        while (true) {
            @Nullable Object value = begin();
            while (value != null) {
                Container container = open.peek();
                if (container == null) {
                    in.skipSpace();
                    if (!in.atEnd()) {
                        throw in.fails("there is something behind the value");
                    }
                    return value;
                }
                container.add(value);
                value = proceed(container);
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
                in.take();
                in.skipSpace();
                if (in.takeIf('}')) {
                    yield kwix.language.value.AttributeSet.EMPTY;
                }
                var object = new Container(true);
                name(object);
                open.push(object);
                yield null;
            }
            case '[' -> {
                in.take();
                in.skipSpace();
                if (in.takeIf(']')) {
                    yield ListValue.EMPTY;
                }
                open.push(new Container(false));
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

    /** After an element: null when another one follows, else the finished array or object. */
    private @Nullable Object proceed(Container container) {
        in.skipSpace();
        if (in.takeIf(',')) {
            if (container.object) {
                in.skipSpace();
                name(container);
            }
            return null;
        }
        if (in.takeIf(container.object ? '}' : ']')) {
            open.pop();
            if (container.object) {
                shape = shape.orFor(container.names, container.size);
                return shape.set(container.values);
            }
            return new ListValue(Arrays.copyOf(container.values, container.size));
        }
        String wanted = container.object ? "`,` or `}` should be here" : "`,` or `]` should be here";
        throw in.fails(in.atEnd() ? "it ends where " + wanted : wanted);
    }

    private void name(Container object) {
        if (in.peek() != '"') {
            throw in.fails("the name of an attribute, in double quotes, should be here");
        }
        object.name(names.computeIfAbsent(in.string(), name -> name));
        in.skipSpace();
        if (!in.takeIf(':')) {
            throw in.fails("`:` should be here");
        }
    }

    private Object literal(String word, Object value) {
        for (int i = 0; i < word.length(); i++) {
            if (!in.takeIf(word.charAt(i))) {
                throw in.fails("a value should be here");
            }
        }
        return value;
    }

    private Object number() {
        int begin = in.position();
        in.takeIf('-');
        if (!in.takeIf('0')) {
            in.digits();
        }
        int integerEnd = in.position();
        if (in.takeIf('.')) {
            in.digits();
        }
        if (in.takeIf('e') || in.takeIf('E')) {
            if (!in.takeIf('+')) {
                in.takeIf('-');
            }
            in.digits();
        }
        String text = in.textFrom(begin);
        if (in.position() == integerEnd) {
            if (text.length() <= MOST_INTEGER_DIGITS) {
                return Long.parseLong(text);
            }
            return bigInteger(text);
        }
        return finite(text);
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
