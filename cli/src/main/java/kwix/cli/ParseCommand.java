package kwix.cli;

import java.util.List;
import java.util.Map;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.TreePrinter;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorPrinter;
import kwix.language.module.Bounds;
import kwix.language.module.EntryFile;
import kwix.language.module.HostMachine;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** {@code kwix parse}. */
final class ParseCommand {

    private ParseCommand() {}

    /**
     * Prints the tree, also of broken text, and then the problems in it, those with names too when the text itself is right. A problem
     * makes the exit status that of a failure.
     */
    static int run(String file, Invocation invocation, ErrorPrinter printer) {
        SyntaxTree tree = Parser.parse(source(file, invocation));
        String text = TreePrinter.print(tree, true);
        Output.write(ByteBuilder.of(SourceText.encode(text)), null, invocation);
        List<Diagnostic> problems = tree.hasErrors()
                ? tree.diagnostics()
                : ScopeAnalysis.analyse(tree, Evaluation.globalNames()).diagnostics();
        SyntaxReport.print(problems, tree.source(), invocation, printer);
        return problems.stream().anyMatch(Diagnostic::isError) ? ExitStatus.FAILED : ExitStatus.SUCCESS;
    }

    private static SourceText source(String file, Invocation invocation) {
        if (file.equals("-")) {
            return new SourceText("«stdin»", invocation.readInput());
        }
        var machine = new HostMachine(false, Bounds.none(), Map.of(), List.of(), line -> {});
        PathValue path = EntryFile.of(machine, invocation.path(file));
        return new SourceText(Describe.text(path.path()), machine.readBytes(path));
    }
}
