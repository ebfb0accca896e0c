package kwix.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Format check|write ROOT}: every Java source below ROOT is, or becomes, as the formatter writes it. */
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        boolean write = arguments[0].equals("write");
        Path root = Path.of(arguments[1]);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(root)) {
            sources = files.filter(Format::isSource).sorted().toList();
        }
        List<String> complaints = sources.parallelStream()
                .flatMap(source -> format(root, source, write).stream())
                .toList();
        complaints.forEach(System.err::println);
        if (!complaints.isEmpty()) {
            System.err.println("to format all sources: mvn -q -pl .ci/format compile exec:exec@write");
            System.exit(1);
        }
    }

    /** Sources stand below a module's {@code src}; what builds generate or copy does not. */
    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java")
                && name.contains("/src/")
                && !name.contains("/target/")
                && !name.contains("/.kwix/");
    }

    private static Optional<String> format(Path root, Path file, boolean write) {
        Path name = root.relativize(file);
        try {
            String text = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return Optional.empty();
            }
            if (!write) {
                return Optional.of(name + ": not formatted");
            }
            Files.writeString(file, formatted);
            return Optional.empty();
        } catch (FormatterException unreadable) {
            return Optional.of(name + ": " + unreadable.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
