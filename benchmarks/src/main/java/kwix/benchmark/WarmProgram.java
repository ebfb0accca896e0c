package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.api.Execution;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.render.JsonWriter;
import kwix.language.render.YamlWriter;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Budget;
import kwix.language.value.ByteBuilder;
import kwix.language.value.Expect;
import kwix.language.value.FunctionValue;
import kwix.language.value.PathValue;
import kwix.store.PhysicalStore;

/** A workload that can be run again: what is a function is read once and called each time, everything else is read each time. */
final class WarmProgram {

    private final Workload.Kind kind;
    private final int size;
    private final Evaluation evaluation;
    private final String name;
    private final byte[] text;
    private final PathValue folder;
    private final Object value;

    /** @param file of the workload, or of the generated source */
    WarmProgram(Workload.Kind kind, int size, Path file, List<SearchPathEntry> searchPath, Execution execution)
            throws IOException {
        this.kind = kind;
        this.size = size;
        folder = new PathValue(SourceText.encode(String.valueOf(file.getParent())));
        name = file.toString();
        text = Files.readAllBytes(file);
        var machine = new HostMachine(false, Bounds.none(), Map.of(), searchPath, line -> {}, PhysicalStore::none);
        evaluation = Evaluation.open(new Evaluation.Settings(machine, Budget.DEFAULT_CALL_DEPTH, execution));
        value = evaluation.run(this::read);
    }

    private Object read() {
        return evaluation.evaluate(new SourceText(name, text), folder);
    }

    /** Evaluates everything. @return what the command would print */
    ByteBuilder run() {
        return evaluation.run(
                () -> printed(value instanceof FunctionValue function ? function.call(arguments()) : read()));
    }

    private Object arguments() {
        return new AttributeSetBuilder().put("n", (long) size).build();
    }

    private ByteBuilder printed(Object result) {
        return switch (kind) {
            case YAML -> YamlWriter.document(result, evaluation.context());
            case SOURCE -> json(Objects.requireNonNull(Expect.set(result).forced(Programs.ENTRY)));
            case JSON -> json(result);
            case JSONNET, RENDER, SYNTAX -> throw new BenchmarkException("only processes run a workload of this kind");
        };
    }

    private ByteBuilder json(Object result) {
        return JsonWriter.print(result, evaluation.context()).append('\n');
    }
}
