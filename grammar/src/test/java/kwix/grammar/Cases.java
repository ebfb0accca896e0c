package kwix.grammar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.source.SourceText;

/** The case files, and how they are read and shown. */
final class Cases {

    private static final Path ROOT =
            Path.of(System.getProperty("kwix.root", ".."), "grammar", "src", "test", "resources");

    private Cases() {}

    static Path folder(String name) {
        return ROOT.resolve(name);
    }

    static List<Path> sources(String folder) throws IOException {
        return files(folder).filter(file -> file.toString().endsWith(".kx")).toList();
    }

    static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.sorted().toList().stream();
        }
    }

    static SourceText read(Path file) throws IOException {
        return new SourceText(file.getFileName().toString(), SourceText.decode(Files.readAllBytes(file)));
    }

    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static Path beside(Path source, String ending) {
        return source.resolveSibling(name(source) + ending);
    }

    static String show(SourceText source, List<Diagnostic> diagnostics) {
        var out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(place(source, diagnostic.start(), diagnostic.end()))
                    .append(": ")
                    .append(diagnostic.message())
                    .append('\n');
            for (Diagnostic.Related related : diagnostic.related()) {
                out.append("  ")
                        .append(place(source, related.start(), related.end()))
                        .append(": ")
                        .append(related.label())
                        .append('\n');
            }
            if (diagnostic.hint() != null) {
                out.append("  hint: ").append(diagnostic.hint()).append('\n');
            }
            if (diagnostic.edit() != null) {
                Diagnostic.Edit edit = diagnostic.edit();
                out.append("  edit: ")
                        .append(place(source, edit.start(), edit.end()))
                        .append(" becomes \"")
                        .append(edit.replacement())
                        .append("\"\n");
            }
        }
        return out.toString();
    }

    private static String place(SourceText source, int start, int end) {
        String from = source.line(start) + ":" + source.column(start);
        return start == end ? from : from + "-" + source.line(end) + ":" + source.column(end);
    }
}
