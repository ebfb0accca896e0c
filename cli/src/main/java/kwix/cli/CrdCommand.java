package kwix.cli;

import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorPrinter;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;

/** {@code kwix crd}. */
final class CrdCommand {

    private CrdCommand() {}

    /** Prints or writes the module. @return the exit status */
    static int run(CrdRequest request, Invocation invocation, ErrorPrinter printer) {
        request.conditions().warnings().forEach(warning -> invocation.report("kwix crd: warning: " + warning + "\n"));
        var opened = OpenedEvaluation.open(request.conditions(), invocation, printer, invocation.workingDirectory());
        String module = opened.run(() -> module(request, opened));
        Output.write(ByteBuilder.of(module), request.output(), invocation);
        return ExitStatus.SUCCESS;
    }

    private static String module(CrdRequest request, OpenedEvaluation opened) {
        ListValue files = ListValue.of(request.files().stream()
                .<Object>map(name -> new AttributeSetBuilder()
                        .put("name", SourceText.encode(name))
                        .put("path", opened.invocation().path(name))
                        .build())
                .toList());
        Object written = opened.evaluate(
                "kwix crd import",
                "import <kwix/kubernetes/schemas/module.kx> { lib = " + OpenedEvaluation.LIBRARY + "; }");
        return ContextString.text(Thunk.force(Functions.call(written, files)));
    }
}
