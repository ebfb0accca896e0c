package kwix.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.resource.PlaintextSecrets;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.module.Machine;
import kwix.language.value.ByteBuilder;
import org.jspecify.annotations.Nullable;

/** {@code kwix render}. */
final class RenderCommand {

    private final RenderRequest request;
    private final Invocation invocation;
    private final ErrorPrinter printer;
    private final SourceNames names;
    private final Rendering rendering;

    private RenderCommand(RenderRequest request, Invocation invocation, ErrorPrinter printer, SourceNames names) {
        this.names = names;
        this.request = request;
        this.invocation = invocation;
        this.printer = printer;
        rendering = new Rendering(request.files(), request.environment(), request.arguments(), request.namespace());
    }

    /** Renders, and then prints or writes. @param names what places are called. @return the exit status */
    static int run(RenderRequest request, Invocation invocation, ErrorPrinter printer, SourceNames names) {
        request.conditions()
                .warnings()
                .forEach(warning -> invocation.report("kwix render: warning: " + warning + "\n"));
        var command = new RenderCommand(request, invocation, printer, names);
        if (request.watch()) {
            return new RenderWatch(
                            invocation, printer, command.rendering.start(invocation), command::render, command::write)
                    .run();
        }
        Rendered rendered = command.render(UnaryOperator.identity());
        if (rendered == null) {
            return ExitStatus.FAILED;
        }
        command.write(rendered);
        return ExitStatus.SUCCESS;
    }

    /** The resources for every version that was asked for; null when one of them failed, which was reported then. */
    private @Nullable Rendered render(UnaryOperator<Machine> watched) {
        var opened = OpenedEvaluation.open(
                request.conditions(), invocation, printer, rendering.start(invocation), lines(), watched);
        if (request.versions().size() <= 1) {
            String version =
                    request.versions().isEmpty() ? null : request.versions().getFirst();
            return opened.run(() -> printed(opened, rendering.graphWithWarnings(opened, version, names)));
        }
        var all = new ArrayList<Rendered>();
        for (String version : request.versions()) {
            try {
                all.add(opened.run(() -> printed(opened, rendering.graphWithWarnings(opened, version, names))));
            } catch (KwixException failure) {
                invocation.report("kwix render: for Kubernetes " + version + ":\n" + printer.print(failure));
            }
        }
        return all.size() < request.versions().size() ? null : all.getFirst();
    }

    /** Where the same modules are evaluated for several versions, what they all say is said once. */
    private Consumer<String> lines() {
        Set<String> said = new HashSet<>();
        return line -> {
            if (request.versions().size() <= 1 || said.add(line)) {
                invocation.reportBytes(line + "\n");
            }
        };
    }

    private Rendered printed(OpenedEvaluation opened, ResourceGraph graph) {
        List<RankedResource> selected = request.selections().isEmpty()
                ? graph.resources()
                : ResourcePattern.select(request.selections(), graph.resources());
        if (!request.plaintextSecrets()) {
            PlaintextSecrets.refuse(
                    selected.stream().map(RankedResource::resource).toList());
        }
        return Rendered.of(
                selected,
                request.json(),
                request.output() != null,
                opened.evaluation().context());
    }

    private void write(Rendered rendered) {
        String output = request.output();
        if (output != null) {
            RenderedFolder.write(rendered.files(), output, invocation);
        } else {
            Output.write(ByteBuilder.of(rendered.text()), null, invocation);
        }
    }
}
