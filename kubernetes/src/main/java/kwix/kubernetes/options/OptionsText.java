package kwix.kubernetes.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options as text for a terminal, and as Markdown. */
public final class OptionsText {

    private OptionsText() {}

    /** A paragraph for each option. */
    public static String plain(List<OptionEntry> entries) {
        var out = new StringBuilder();
        for (OptionEntry entry : entries) {
            out.append(out.isEmpty() ? "" : "\n").append(entry.name()).append('\n');
            entry.description()
                    .lines()
                    .forEach(line ->
                            out.append(line.isBlank() ? "" : "    " + line).append('\n'));
            line(out, "Type", entry.type());
            line(out, "Default", entry.usual());
            line(out, "Example", entry.example());
            if (entry.readOnly()) {
                out.append("    Read-only: modules set it, and nobody else can.\n");
            }
            line(out, "Declared", String.join(", ", entry.declared()));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String label, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String indented = text.contains("\n") ? "\n      " + text.replace("\n", "\n      ") : " " + text;
        out.append("    ").append(label).append(':').append(indented).append('\n');
    }

    /** A page with a heading for each option. */
    public static String markdown(List<OptionEntry> entries) {
        var out = new StringBuilder("# Options\n");
        for (OptionEntry entry : entries) {
            out.append("\n## `").append(entry.name()).append("`\n\n");
            if (!entry.description().isEmpty()) {
                out.append(entry.description()).append("\n\n");
            }
            out.append("- Type: ").append(entry.type()).append('\n');
            code(out, "Default", entry.usual());
            code(out, "Example", entry.example());
            if (entry.readOnly()) {
                out.append("- Read-only: modules set it, and nobody else can.\n");
            }
            if (!entry.declared().isEmpty()) {
                out.append("- Declared in `")
                        .append(String.join("`, `", entry.declared()))
                        .append("`\n");
            }
        }
        return out.toString();
    }

    private static void code(StringBuilder out, String label, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (!text.contains("\n") && !text.contains("`")) {
            out.append("- ").append(label).append(": `").append(text).append("`\n");
        } else if (!text.contains("\n")) {
            out.append("- ").append(label).append(": ").append(text).append('\n');
        } else {
            out.append("- ").append(label).append(":\n\n  ```kwix\n");
            text.lines().forEach(line -> out.append("  ").append(line).append('\n'));
            out.append("  ```\n\n");
        }
    }
}
