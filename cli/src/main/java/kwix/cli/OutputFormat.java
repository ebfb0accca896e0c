package kwix.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kwix.language.value.Suggestions;

/** How a value is printed. */
enum OutputFormat {
    YAML,
    JSON,
    NIX,
    XML,
    RAW;

    /** As {@code --format} names it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(OutputFormat::text).toList();
    }

    static OutputFormat of(String text) {
        for (OutputFormat format : values()) {
            if (format.text().equals(text)) {
                return format;
            }
        }
        List<String> near = Suggestions.near(text, texts());
        throw new UsageException(
                "`" + text + "` is not an output format",
                near.isEmpty()
                        ? "there are " + String.join(", ", texts())
                        : "did you mean `" + String.join("` or `", near) + "`?");
    }
}
