package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import kwix.grammar.source.SourceText;

/** Values in words, for messages. Forces nothing. */
public final class Describe {

    private static final int SHOWN_CHARS = 60;
    private static final int SHOWN_NAMES = 5;
    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_'-]*");

    private Describe() {}

    /** The type with its article: {@code a string}, {@code an integer}. */
    public static String type(Object value) {
        return switch (value) {
            case Long ignored -> "an integer";
            case Double ignored -> "a float";
            case Boolean ignored -> "a boolean";
            case NullValue ignored -> "null";
            case String ignored -> "a string";
            case ContextString ignored -> "a string";
            case PathValue ignored -> "a path";
            case ListValue ignored -> "a list";
            case AttributeSet ignored -> "a set";
            case FunctionValue ignored -> "a function";
            case Thunk thunk -> thunk.isEvaluated() ? type(thunk.force()) : "a value that is not evaluated";
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        };
    }

    /** The type and, in short, the value: {@code the integer 5}, {@code a set of 2 attributes (a, b)}. */
    @TruffleBoundary
    public static String value(Object value) {
        return switch (value) {
            case Long number -> "the integer " + number;
            case Double number -> "the float " + number;
            case Boolean bool -> "the boolean " + bool;
            case NullValue ignored -> "null";
            case String text -> "the string " + quoted(text);
            case ContextString string ->
                "the string " + (ContextString.isSecret(string) ? ContextString.HIDDEN : quoted(string.text()));
            case PathValue path -> "the path " + text(path.path());
            case ListValue list -> list.isEmpty() ? "an empty list" : "a list of " + count(list.size(), "element");
            case AttributeSet set ->
                set.isEmpty() ? "an empty set" : "a set of " + count(set.size(), "attribute") + names(set);
            case FunctionValue function -> function(function.description());
            case Thunk thunk -> thunk.isEvaluated() ? value(thunk.force()) : "a value that is not evaluated";
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        };
    }

    /** The same at the beginning of a sentence. */
    @TruffleBoundary
    public static String valueFirst(Object value) {
        String words = value(value);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** An attribute's name as it is written in a path: {@code ports}, {@code "my port"}. */
    @TruffleBoundary
    public static String attribute(String name) {
        return IDENTIFIER.matcher(name).matches() ? text(name) : quoted(name);
    }

    /** A byte string as readable text. */
    @TruffleBoundary
    public static String text(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return SourceText.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    /** In quotes, on one line, cut when long. */
    @TruffleBoundary
    public static String quoted(String bytes) {
        String text = text(bytes.length() > 4 * SHOWN_CHARS ? bytes.substring(0, 4 * SHOWN_CHARS) : bytes);
        if (text.length() > SHOWN_CHARS) {
            text = text.substring(
                            0, text.offsetByCodePoints(0, Math.min(SHOWN_CHARS, text.codePointCount(0, text.length()))))
                    + "…";
        }
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                        .replace("${", "\\${")
                + "\"";
    }

    private static String function(String description) {
        return description.startsWith("`") ? "the function " + description : description;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String names(AttributeSet set) {
        var shown = new StringBuilder(" (");
        for (int i = 0; i < set.size() && i < SHOWN_NAMES; i++) {
            shown.append(i == 0 ? "" : ", ").append(text(set.name(i)));
        }
        return shown.append(set.size() > SHOWN_NAMES ? ", …)" : ")").toString();
    }
}
