package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.diff.DiffJson;
import kwix.kubernetes.diff.DiffPaint;
import kwix.kubernetes.diff.DiffText;
import kwix.kubernetes.diff.ManifestDiff;
import kwix.kubernetes.diff.ResourceChange;
import kwix.kubernetes.resource.DefaultNamespace;
import kwix.kubernetes.resource.ManifestFiles;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceSet;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.module.EntryFile;
import kwix.language.module.Machine;
import kwix.language.module.Project;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.PathValue;

/** {@code kwix diff}. */
final class DiffCommand {

    private static final String STANDARD_INPUT = "«stdin»";

    private final DiffRequest request;
    private final Invocation invocation;
    private final ErrorPrinter printer;

    private DiffCommand(DiffRequest request, Invocation invocation, ErrorPrinter printer) {
        this.request = request;
        this.invocation = invocation;
        this.printer = printer;
    }

    /** Compares, and then prints. @return the exit status */
    static int run(DiffRequest request, Invocation invocation, ErrorPrinter printer) {
        request.conditions().warnings().forEach(warning -> invocation.report("kwix diff: warning: " + warning + "\n"));
        return new DiffCommand(request, invocation, printer).run();
    }

    private int run() {
        OpenedEvaluation first = opened(request.from());
        ResourceSet from = first.run(() -> resources(request.from(), first));
        OpenedEvaluation second = opened(request.to());
        EvaluationContext context = second.evaluation().context();
        ResourceSet to = second.run(() -> resources(request.to(), second));
        List<ResourceChange> changes = second.run(() -> ManifestDiff.of(from, to, context.budget()));
        Output.write(second.run(() -> printed(changes, context)), null, invocation);
        return changes.isEmpty() ? ExitStatus.SUCCESS : ExitStatus.FINDINGS;
    }

    private OpenedEvaluation opened(String input) {
        PathValue start = input.equals("-") ? invocation.workingDirectory() : invocation.path(input);
        return OpenedEvaluation.open(request.conditions(), invocation, printer, start);
    }

    private ByteBuilder printed(List<ResourceChange> changes, EvaluationContext context) {
        String from = shown(request.from());
        String to = shown(request.to());
        if (request.json()) {
            return DiffJson.of(changes, from, to, context);
        }
        boolean coloured = request.colour().applies(invocation.outTerminal(), invocation.environment());
        String text = DiffText.of(changes, from, to, context, coloured ? DiffPaint.COLOURED : DiffPaint.PLAIN);
        return ByteBuilder.of(SourceText.encode(text));
    }

    private static String shown(String input) {
        return input.equals("-") ? STANDARD_INPUT : input;
    }

    private ResourceSet resources(String input, OpenedEvaluation opened) {
        if (input.equals("-")) {
            String bytes = new String(invocation.readInput(), StandardCharsets.ISO_8859_1);
            return manifests(ManifestFiles.read(
                    bytes,
                    SourceText.encode(STANDARD_INPUT),
                    opened.evaluation().context().budget()));
        }
        PathValue path = invocation.path(input);
        if (isProgram(input, path, opened.machine())) {
            var rendering =
                    new Rendering(List.of(input), request.environment(), request.arguments(), request.namespace());
            return ResourceSet.of(rendering.graph(opened, null).plain());
        }
        return manifests(ManifestFiles.read(
                path, opened.machine(), opened.evaluation().context().budget()));
    }

    private ResourceSet manifests(List<Resource> resources) {
        String namespace = request.namespace();
        return ResourceSet.of(namespace == null ? resources : DefaultNamespace.given(resources, namespace));
    }

    /** Whether the input is a module or a project, and no file or folder of manifests. */
    private static boolean isProgram(String input, PathValue path, Machine machine) {
        if (!machine.exists(path, true)) {
            return !ManifestFiles.isManifest(input);
        }
        if (machine.exists(PathValue.normalised(path.path() + "/" + Project.FILE_NAME), false)) {
            return true;
        }
        try {
            EntryFile.of(machine, path);
            return true;
        } catch (KwixException noModule) {
            return false;
        }
    }
}
