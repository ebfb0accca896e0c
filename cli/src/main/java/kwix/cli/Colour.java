package kwix.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kwix.language.value.Suggestions;

/** When messages are coloured. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    static List<String> texts() {
        return Arrays.stream(values())
                .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Colour of(String text) {
        int index = texts().indexOf(text);
        if (index >= 0) {
            return values()[index];
        }
        List<String> near = Suggestions.near(text, texts());
        throw new UsageException(
                "--color takes auto, always or never, not `" + text + "`",
                near.isEmpty() ? null : "did you mean `" + near.getFirst() + "`?");
    }

    /** NO_COLOR, when set to anything, speaks against colours unless they are asked for by the option. */
    boolean applies(boolean terminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
    }
}
