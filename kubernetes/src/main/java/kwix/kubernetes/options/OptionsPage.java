package kwix.kubernetes.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options as one page of HTML that needs nothing else, with a search. */
public final class OptionsPage {

    private OptionsPage() {}

    public static String of(List<OptionEntry> entries) {
        var options = new StringBuilder();
        entries.forEach(entry -> option(options, entry));
        return template()
                .replace("{{count}}", String.valueOf(entries.size()))
                .replace("{{options}}", options.toString());
    }

    private static void option(StringBuilder out, OptionEntry entry) {
        String name = escaped(entry.name());
        out.append("<section id=\"")
                .append(name)
                .append("\">\n<h2><a href=\"#")
                .append(name)
                .append("\">");
        out.append(name).append("</a></h2>\n");
        if (!entry.description().isEmpty()) {
            out.append("<p>").append(prose(entry.description())).append("</p>\n");
        }
        out.append("<dl>\n<dt>Type</dt><dd>").append(escaped(entry.type())).append("</dd>\n");
        code(out, "Default", entry.usual());
        code(out, "Example", entry.example());
        if (entry.readOnly()) {
            out.append("<dt>Read-only</dt><dd>modules set it, and nobody else can</dd>\n");
        }
        if (!entry.declared().isEmpty()) {
            out.append("<dt>Declared</dt><dd><code>")
                    .append(escaped(String.join(", ", entry.declared())))
                    .append("</code></dd>\n");
        }
        out.append("</dl>\n</section>\n");
    }

    private static void code(StringBuilder out, String label, @Nullable String text) {
        if (text != null) {
            out.append("<dt>")
                    .append(label)
                    .append("</dt><dd><pre>")
                    .append(escaped(text))
                    .append("</pre></dd>\n");
        }
    }

    /** Text with code between backquotes, and paragraphs. */
    private static String prose(String text) {
        return escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>").replaceAll("\n\\s*\n", "</p>\n<p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream stream = OptionsPage.class.getResourceAsStream("page.html")) {
            return new String(Objects.requireNonNull(stream, "page.html").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
