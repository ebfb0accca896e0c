package kwix.conformance.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kwix.grammar.source.SourceText;
import kwix.language.api.Evaluation;
import kwix.language.api.Execution;
import kwix.language.error.ErrorCode;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.render.NixPrinter;
import kwix.language.value.Functions;
import kwix.language.value.PathValue;
import kwix.store.PhysicalStore;
import org.jspecify.annotations.Nullable;

/** What an evaluation makes of the input: a program, or the argument of a builtin. It may read no file. */
final class EvaluatorTarget implements Target {

    private static final int CALL_DEPTH = 2_000;

    private final String name;
    private final boolean programs;
    private final List<String> samples;
    private final BiFunction<Evaluation, String, Object> work;
    private final HostMachine machine;
    private volatile @Nullable Evaluation running;

    private EvaluatorTarget(
            String name,
            boolean programs,
            List<String> samples,
            Path empty,
            BiFunction<Evaluation, String, Object> work) {
        this.name = name;
        this.programs = programs;
        this.samples = samples;
        this.work = work;
        machine = new HostMachine(
                true,
                Bounds.within(List.of(empty), "Nothing can be read here."),
                Map.of(),
                List.of(),
                line -> {},
                PhysicalStore::none);
    }

    /** The input is a program. @param empty a folder without files */
    static EvaluatorTarget program(List<String> samples, Path empty) {
        return new EvaluatorTarget("programs", true, samples, empty, EvaluatorTarget::evaluate);
    }

    /** The input is the argument of a function, which aborts when it finds something wrong with itself. */
    static EvaluatorTarget function(String name, String function, List<String> samples, Path empty) {
        return new EvaluatorTarget(
                name,
                false,
                samples,
                empty,
                (evaluation, input) -> Functions.call(evaluate(evaluation, SourceText.encode(function)), input));
    }

    private static Object evaluate(Evaluation evaluation, String bytes) {
        String text = SourceText.decode(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        return evaluation.evaluate(new SourceText("input", text), new PathValue("/"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    @Override
    public void read(String input) {
        Evaluation evaluation = Evaluation.open(new Evaluation.Settings(machine, CALL_DEPTH, Execution.DIRECT));
        running = evaluation;
        try {
            evaluation.run(() -> NixPrinter.printStrict(
                    work.apply(evaluation, input), evaluation.context().budget()));
        } catch (KwixException ordinary) {
            if (ordinary.code() == ErrorCode.ABORTED && !programs) {
                throw new AssertionError(ordinary.subject());
            }
            // Its text must be printable too.
            new ErrorPrinter(new SourceNames("/", List.of("/")), false, true).print(ordinary);
        }
    }

    @Override
    public void stop() {
        Evaluation evaluation = running;
        if (evaluation != null) {
            evaluation.stop(ErrorCode.TIMEOUT, "The deadline passed.");
        }
    }
}
