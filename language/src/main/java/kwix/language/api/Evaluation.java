package kwix.language.api;

import java.util.Map;
import java.util.function.Supplier;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.source.SourceText;
import kwix.language.builtin.BuiltinContext;
import kwix.language.builtin.Builtins;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.EvaluationStore;
import kwix.language.module.Loader;
import kwix.language.module.Machine;
import kwix.language.module.Reading;
import kwix.language.module.StorePathCopier;
import kwix.language.translate.Linkage;
import kwix.language.value.Budget;
import kwix.language.value.Coercion;
import kwix.language.value.EvaluationContext;
import kwix.language.value.PathValue;
import kwix.language.value.ReadLog;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: its builtins, its imports, its budget. Values belong to the evaluation that made them. One thread at a time works in
 * it; {@link #stop} may come from any.
 */
public final class Evaluation {

    /**
     * @param callDepth how deep calls may nest
     * @param logging whether to remember which values were read for which
     */
    public record Settings(Machine machine, int callDepth, Execution execution, boolean logging) {

        public Settings(Machine machine, int callDepth, Execution execution) {
            this(machine, callDepth, execution, false);
        }

        public static Settings direct(Machine machine) {
            return new Settings(machine, Budget.DEFAULT_CALL_DEPTH, Execution.DIRECT);
        }
    }

    private final EvaluationContext context;
    private final Machine machine;
    private final Loader loader;
    private final Map<String, Object> globals;
    private final Linkage linkage;
    private final Execution execution;
    /** Who works in this evaluation now. */
    private volatile @Nullable Thread worker;

    private Evaluation(
            Machine machine, int callDepth, Execution execution, Linkage.Roots roots, @Nullable ReadLog log) {
        this.execution = execution;
        this.machine = machine;
        var budget = new Budget(callDepth);
        context = new EvaluationContext(budget, new Coercion(new StorePathCopier(machine, budget), budget), log);
        loader = new Loader(machine, globalNames(), this::linkage);
        globals = Builtins.globals(new BuiltinContext(context, machine, loader));
        linkage = new Linkage(context, globals, () -> home(machine), roots);
    }

    private Linkage linkage() {
        return linkage;
    }

    public static Evaluation open(Settings settings) {
        Execution execution = settings.execution();
        return new Evaluation(
                settings.machine(),
                settings.callDepth(),
                execution,
                execution.roots(),
                settings.logging() ? new ReadLog() : null);
    }

    /** For a polyglot context, inside of which everything runs already. */
    static Evaluation within(Machine machine, Linkage.Roots roots) {
        return new Evaluation(machine, Budget.DEFAULT_CALL_DEPTH, Execution.DIRECT, roots, null);
    }

    /** For {@link kwix.language.value.Functions}, rendering, and whatever else works on values. */
    public EvaluationContext context() {
        return context;
    }

    /** What this evaluation put into the store, or would. */
    public EvaluationStore store() {
        return machine.store();
    }

    /** The global names and their values; {@code builtins} is one of them. */
    public Map<String, Object> globals() {
        return globals;
    }

    /** The value of a file, or of the {@code default.kx} or {@code default.nix} of a folder, in weak head normal form. */
    public Object importFile(PathValue path) {
        return loader.importFile(path);
    }

    /** The value of an expression in weak head normal form; relative paths in it resolve against {@code directory}. */
    public Object evaluate(SourceText source, PathValue directory) {
        return loader.evaluate(source, directory);
    }

    /** The value of an expression that is read now, so that its syntax errors come now, but evaluated when it is needed. */
    public Thunk deferred(SourceText source, PathValue directory) {
        return loader.deferred(source, directory);
    }

    /** A text as {@link #evaluate} reads it, refused when it has errors. */
    public Reading read(SourceText source, PathValue directory) {
        return loader.read(source, directory);
    }

    /** A file as {@link #importFile} reads it. */
    public Reading readFile(PathValue path) {
        return loader.readFile(path);
    }

    /** The names that every source may use. */
    public static GlobalNames globalNames() {
        return new GlobalNames(Builtins.globalNames());
    }

    /** Makes running work fail soon with this error. The next {@link #run} starts afresh. */
    public void stop(ErrorCode code, String message) {
        context.budget().stop(code, message);
        Thread waiting = worker;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /**
     * Does work of this evaluation on a thread whose stack fits the call depth. Exhausted stack or memory are ordinary errors. Work
     * inside of work is just done.
     */
    public <T> T run(Supplier<T> work) {
        if (DeepThread.isCurrent()) {
            return work.get();
        }
        context.budget().resume();
        return DeepThread.call(() -> {
            worker = Thread.currentThread();
            try {
                context.budget().poll();
                return execution.inside(work);
            } catch (KwixException failure) {
                throw failure.code() == ErrorCode.CANCELLED ? context.budget().reasonFor(failure) : failure;
            } catch (StackOverflowError exhausted) {
                throw new KwixException(
                        ErrorCode.CALL_DEPTH, "The evaluation nests too deeply for the machine's stack.");
            } catch (OutOfMemoryError exhausted) {
                throw new KwixException(ErrorCode.OUT_OF_MEMORY, "The evaluation ran out of memory.");
            } finally {
                worker = null;
            }
        });
    }

    private static String home(Machine machine) {
        String home = machine.environment("HOME");
        if (home == null || home.isEmpty()) {
            throw new KwixException(ErrorCode.FORBIDDEN, "The home folder (~) is not known in pure evaluation.")
                    .withHint("Use a path relative to the file, or --impure.");
        }
        return home;
    }
}
