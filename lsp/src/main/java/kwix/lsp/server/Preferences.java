package kwix.lsp.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a user may switch in the editor's settings, under {@code kwix}.
 *
 * @param unusedNames whether names that nothing uses are greyed out
 * @param inlayHints whether long bindings show their name where they close
 */
record Preferences(boolean unusedNames, boolean inlayHints) {

    static final Preferences USUAL = new Preferences(true, true);

    /** Takes over what is there and is of the right type; what else is there is of other versions. */
    static Preferences of(@Nullable Object settings) {
        if (!(settings instanceof JsonObject whole)) {
            return USUAL;
        }
        JsonObject own = whole.get("kwix") instanceof JsonObject inner ? inner : whole;
        return new Preferences(
                read(own, "unusedNames", USUAL.unusedNames()), read(own, "inlayHints", USUAL.inlayHints()));
    }

    private static boolean read(JsonObject settings, String name, boolean usual) {
        JsonElement value = settings.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isBoolean()
                ? value.getAsBoolean()
                : usual;
    }
}
