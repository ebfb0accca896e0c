package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kwix.grammar.format.Formatter;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.kubernetes.diff.TextLines;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.module.Bounds;
import kwix.language.module.FileNames;
import kwix.language.module.HostMachine;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** {@code kwix fmt}. */
final class FmtCommand {

    private final FmtRequest request;
    private final Invocation invocation;
    private final ErrorPrinter printer;
    private final HostMachine machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
    private final StringBuilder report = new StringBuilder();
    private boolean failed;
    private boolean found;

    private FmtCommand(FmtRequest request, Invocation invocation, ErrorPrinter printer) {
        this.request = request;
        this.invocation = invocation;
        this.printer = printer;
    }

    /** Goes on after a file that cannot be formatted. @return the exit status */
    static int run(FmtRequest request, Invocation invocation, ErrorPrinter printer) {
        return new FmtCommand(request, invocation, printer).run();
    }

    private int run() {
        for (String input : request.inputs()) {
            if (input.equals(FmtRequest.STANDARD_INPUT)) {
                standardInput();
            } else {
                formatAll(input);
            }
        }
        if (!report.isEmpty()) {
            Output.write(ByteBuilder.of(SourceText.encode(report.toString())), null, invocation);
        }
        return failed ? ExitStatus.FAILED : found ? ExitStatus.FINDINGS : ExitStatus.SUCCESS;
    }

    private void formatAll(String input) {
        Path path = FileNames.path(invocation.path(input).path());
        if (!Files.isDirectory(path)) {
            format(input);
        } else if (request.range() != null) {
            throw new UsageException("--range takes a file, and `" + input + "` is a folder", null);
        } else {
            try {
                SourceFiles.in(path).forEach(file -> format(shown(input, path, file)));
            } catch (KwixException unreadable) {
                fail(unreadable);
            }
        }
    }

    private static String shown(String folder, Path path, Path file) {
        String name = SourceText.decode(
                latin(FileNames.bytes(file).substring(FileNames.bytes(path).length() + 1)));
        return folder.equals(".") ? name : folder + (folder.endsWith("/") ? "" : "/") + name;
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void format(String file) {
        try {
            PathValue path = invocation.path(file);
            var source = new SourceText(Describe.text(path.path()), machine.readBytes(path));
            String formatted = formatted(source);
            if (formatted == null || formatted.equals(source.text())) {
                return;
            }
            if (request.writes()) {
                Output.write(ByteBuilder.of(SourceText.encode(formatted)), file, invocation);
            } else {
                finding(file, source.text(), formatted);
            }
        } catch (KwixException unusable) {
            fail(unusable);
        }
    }

    private void standardInput() {
        var source = new SourceText("«stdin»", invocation.readInput());
        String formatted = formatted(source);
        if (formatted == null) {
            return;
        }
        if (request.writes()) {
            report.append(formatted);
        } else if (!formatted.equals(source.text())) {
            finding(source.name(), source.text(), formatted);
        }
    }

    /** Null when there are errors, which are reported. */
    private @Nullable String formatted(SourceText source) {
        SyntaxTree tree = Parser.parse(source);
        if (tree.hasErrors()) {
            failed = true;
            SyntaxReport.print(tree.diagnostics(), tree.source(), invocation, printer);
            return null;
        }
        FmtRequest.Range range = request.range();
        String formatted = range == null ? Formatter.format(tree) : Formatter.format(tree, range.first(), range.last());
        if (!formatted.equals(source.text()) && !Formatter.isFaithful(tree, formatted)) {
            throw new IllegalStateException("formatting would change what this file says: " + source.name());
        }
        return formatted;
    }

    private void finding(String name, String text, String formatted) {
        found = true;
        if (!request.diff()) {
            report.append(name).append('\n');
            return;
        }
        boolean coloured = request.colour().applies(invocation.outTerminal(), invocation.environment());
        report.append(paint("1", "--- " + name + "\n+++ " + name + " (formatted)", coloured))
                .append('\n');
        for (TextLines.Line line : TextLines.difference(text, formatted)) {
            String shown = switch (line.kind()) {
                case SAME -> line.text().isEmpty() ? "" : "  " + line.text();
                case GAP -> paint("2", line.text(), coloured);
                case REMOVED -> paint("31", "- " + line.text(), coloured);
                case ADDED -> paint("32", line.text().isEmpty() ? "+" : "+ " + line.text(), coloured);
            };
            report.append(shown).append('\n');
        }
    }

    private static String paint(String code, String text, boolean coloured) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private void fail(KwixException failure) {
        failed = true;
        invocation.report(printer.print(failure));
    }
}
