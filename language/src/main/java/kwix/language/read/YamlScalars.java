package kwix.language.read;

import java.util.Optional;
import java.util.regex.Pattern;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What scalars mean by the core schema of YAML 1.2: text, unless it looks exactly like one of the other types. */
final class YamlScalars {

    private static final String PREFIX = "tag:yaml.org,2002:";

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITY = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(nan|NaN|NAN)");

    private YamlScalars() {}

    /** A scalar that has no value, with the reason as the rest of a sentence. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final String reason;

        Refused(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** The scalar's value; strings are UTF-16 still. */
    static Object value(ScalarEvent event) throws Refused {
        String text = event.getValue();
        Optional<String> tag = event.getTag();
        if (tag.isPresent()) {
            return tagged(text, tag.get());
        }
        return event.isPlain() ? plain(text) : text;
    }

    /** Whether the key says that other mappings are to be merged in. */
    static boolean isMerge(ScalarEvent event) {
        Optional<String> tag = event.getTag();
        return tag.isPresent()
                ? tag.get().equals(PREFIX + "merge")
                : event.isPlain() && event.getValue().equals("<<");
    }

    /** Whether a list or mapping may carry the tag. */
    static boolean fits(Optional<String> tag, boolean mapping) {
        return tag.isEmpty() || tag.get().equals("!") || tag.get().equals(PREFIX + (mapping ? "map" : "seq"));
    }

    static String shown(String tag) {
        return "`" + (tag.startsWith(PREFIX) ? "!!" + tag.substring(PREFIX.length()) : tag) + "`";
    }

    private static Object plain(String text) throws Refused {
        if (NULL.matcher(text).matches()) {
            return NullValue.NULL;
        }
        Object bool = bool(text);
        if (bool != null) {
            return bool;
        }
        Object integer = integer(text);
        if (integer != null) {
            return integer;
        }
        Object number = number(text);
        return number == null ? text : number;
    }

    private static Object tagged(String text, String tag) throws Refused {
        @Nullable
        Object value = switch (tag) {
            case "!", PREFIX + "str" -> text;
            // A moment in time has no type of its own in the language; its text keeps all of it.
            case PREFIX + "timestamp" -> text;
            case PREFIX + "null" -> NULL.matcher(text).matches() ? NullValue.NULL : null;
            case PREFIX + "bool" -> bool(text);
            case PREFIX + "int" -> integer(text);
            case PREFIX + "float" -> number(text);
            default -> throw new Refused("the tag " + shown(tag) + " stands for nothing in the language");
        };
        if (value == null) {
            throw new Refused("the text does not fit its tag " + shown(tag));
        }
        return value;
    }

    private static @Nullable Object bool(String text) {
        return TRUE.matcher(text).matches() ? Boolean.TRUE : FALSE.matcher(text).matches() ? Boolean.FALSE : null;
    }

    private static @Nullable Object integer(String text) throws Refused {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            if (OCTAL.matcher(text).matches()) {
                return Long.parseLong(text.substring(2), 8);
            }
            return HEXADECIMAL.matcher(text).matches() ? (Object) Long.parseLong(text.substring(2), 16) : null;
        } catch (NumberFormatException tooLarge) {
            throw new Refused("the integer " + shortened(text) + " does not fit into 64 bits");
        }
    }

    private static @Nullable Object number(String text) throws Refused {
        if (FLOAT.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (Double.isInfinite(number)) {
                throw new Refused("the number " + shortened(text) + " is too large for a float");
            }
            return number;
        }
        if (INFINITY.matcher(text).matches()) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NOT_A_NUMBER.matcher(text).matches() ? Double.NaN : null;
    }

    private static String shortened(String digits) {
        return digits.length() <= 60 ? digits : digits.substring(0, 60) + "…";
    }
}
