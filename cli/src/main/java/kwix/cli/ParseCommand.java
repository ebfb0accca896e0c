package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;
import kwix.language.error.ErrorPrinter;
import kwix.language.module.Bounds;
import kwix.language.module.EntryFile;
import kwix.language.module.HostMachine;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** {@code kwix parse}. */
final class ParseCommand {

    private ParseCommand() {}

    /** Prints the tree, also of broken text; a problem in it makes the exit status that of a failure. */
    static int run(String file, Invocation invocation, ErrorPrinter printer) {
        SyntaxTree tree = Parser.parse(source(file, invocation));
        String text = TreePrinter.print(tree, true);
        Output.write(SourceText.encode(text).getBytes(StandardCharsets.ISO_8859_1), null, invocation);
        for (Diagnostic diagnostic : tree.diagnostics()) {
            invocation.report(printer.print(diagnostic, tree.source()));
        }
        return tree.hasErrors() ? ExitStatus.FAILED : ExitStatus.SUCCESS;
    }

    private static SourceText source(String file, Invocation invocation) {
        if (file.equals("-")) {
            return new SourceText("«stdin»", SourceText.decode(invocation.readInput()));
        }
        var machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
        PathValue path = EntryFile.of(machine, invocation.path(file));
        return new SourceText(Describe.text(path.path()), SourceText.decode(machine.readBytes(path)));
    }
}
