package kwix.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options before the command: they say how Kwix runs, and the launcher reads them too, to start the JVM accordingly. */
enum LaunchOption {
    JIT(
            "--jit",
            "Compile the program while it runs, for runs of many seconds: starting takes longer. Without the parts that"
                    + " kwix-install-jit fetches, or with another JDK than they fit, it says so and runs as usual."),
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

    /** Those at the beginning of the arguments, in their order. */
    static List<LaunchOption> before(List<String> arguments) {
        return arguments.stream()
                .map(LaunchOption::of)
                .takeWhile(Objects::nonNull)
                .toList();
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
