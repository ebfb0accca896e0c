package kwix.language.value;

/**
 * A string that depends on something. Strings without context are plain {@link String}s, one char per byte, and cost nothing more.
 *
 * @param context never empty
 */
public record ContextString(String text, StringContext context) {

    /** A string value: plain when the context is empty. */
    public static Object of(String text, StringContext context) {
        return context.isEmpty() ? text : new ContextString(text, context);
    }

    public static boolean isString(Object value) {
        return value instanceof String || value instanceof ContextString;
    }

    /** The bytes of a string value. */
    public static String text(Object string) {
        return string instanceof ContextString withContext ? withContext.text : (String) string;
    }

    public static StringContext context(Object string) {
        return string instanceof ContextString withContext ? withContext.context : StringContext.NONE;
    }
}
