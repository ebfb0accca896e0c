package kwix.cli;

import org.jspecify.annotations.Nullable;

/** Options before the command: they say how Kwix runs, and the launcher reads them too, to start the JVM accordingly. */
enum LaunchOption {
    TIMINGS("--timings", "Say on standard error where the time of the run went."),
    NO_CACHE("--no-cache", "Parse every file of yours: neither read nor write the cache of parsed files.");

    private final String text;
    private final String description;

    LaunchOption(String text, String description) {
        this.text = text;
        this.description = description;
    }

    String text() {
        return text;
    }

    String description() {
        return description;
    }

    static @Nullable LaunchOption of(String text) {
        for (LaunchOption option : values()) {
            if (option.text.equals(text)) {
                return option;
            }
        }
        return null;
    }
}
