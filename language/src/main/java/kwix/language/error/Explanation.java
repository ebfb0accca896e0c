package kwix.language.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kwix.grammar.diagnostic.SyntaxCode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix explain CODE} says about an error.
 *
 * @param title in a few words
 * @param errorClass the class that the reference's error would have
 * @param text one paragraph
 * @param example null for errors that no program alone brings about
 */
public record Explanation(
        String id,
        String title,
        String errorClass,
        String text,
        @Nullable Example example) {

    /**
     * How the error comes about and goes away.
     *
     * @param isProgram whether these are expressions, else lines for a shell or a project file
     * @param wrong what fails; may be empty
     * @param message the first line of what {@link ErrorPrinter} says then; empty unless it is a program
     * @param mended what works
     */
    public record Example(boolean isProgram, String wrong, String message, String mended) {}

    /** Every error that there is, in the order of the codes. */
    public static List<Explanation> all() {
        return Stream.concat(
                        Stream.of(SyntaxCode.values())
                                .map(code -> read(code.id(), code.errorClass(), code.explanation())),
                        Stream.of(ErrorCode.values())
                                .map(code -> read(code.id(), code.errorClass(), code.explanation())))
                .sorted(Comparator.comparing(Explanation::id))
                .toList();
    }

    /** The explanation of one code, in upper or lower case; null when there is no such code. */
    public static @Nullable Explanation of(String id) {
        String wanted = id.toUpperCase(Locale.ROOT);
        return all().stream()
                .filter(explanation -> explanation.id().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static Explanation read(String id, String errorClass, String text) {
        String[] parts = resource(id).split("(?m)^--- ");
        boolean isProgram = true;
        String wrong = "";
        String message = "";
        String mended = "";
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String label = parts[i].substring(0, end);
            String content = parts[i].substring(end + 1).strip();
            isProgram = isProgram && !label.endsWith(" text");
            switch (label.split(" ")[0]) {
                case "wrong" -> wrong = content;
                case "message" -> message = content;
                case "mended" -> mended = content;
                default -> throw new IllegalStateException(id + ": " + label);
            }
        }
        Example example = parts.length == 1 ? null : new Example(isProgram, wrong, message, mended);
        return new Explanation(id, parts[0].strip(), errorClass, text.strip().replace('\n', ' '), example);
    }

    private static String resource(String id) {
        try (InputStream stream = Explanation.class.getResourceAsStream("examples/" + id)) {
            if (stream == null) {
                throw new IllegalStateException(id + " has no example");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The whole of it for people, ending with a newline. */
    @Override
    public String toString() {
        var out = new StringBuilder(id).append(": ").append(title).append("\n\n");
        wrap(text, out);
        if (example != null) {
            section("", example.wrong(), out);
            section("", example.message(), out);
            section("Instead:", example.mended(), out);
        }
        return out.toString();
    }

    private static void section(String heading, String content, StringBuilder out) {
        if (!content.isEmpty()) {
            out.append('\n').append(heading.isEmpty() ? "" : heading + "\n\n");
            content.lines().forEach(line -> out.append("    ").append(line).append('\n'));
        }
    }

    private static void wrap(String text, StringBuilder out) {
        int column = 0;
        for (String word : text.split(" +")) {
            if (column > 0 && column + 1 + word.length() > 80) {
                out.append('\n');
                column = 0;
            }
            out.append(column == 0 ? "" : " ").append(word);
            column += (column == 0 ? 0 : 1) + word.length();
        }
        out.append('\n');
    }
}
