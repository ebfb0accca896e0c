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

    /** What is shown in the place of a secret. */
    public static final String HIDDEN = "<secret>";

    public static boolean isSecret(Object value) {
        return value instanceof ContextString string && string.context.isSecret();
    }

    /** The bytes of a string value as people may see them. */
    public static String shown(Object string) {
        return isSecret(string) ? HIDDEN : text(string);
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
