package kwix.language.render;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kwix.grammar.source.SourceText;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Budget;
import kwix.language.value.Coercion;
import kwix.language.value.DeferredThunk;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** Values written down in tests. */
final class Values {

    private Values() {}

    /** Paths get a store path that shows where they came from. */
    static EvaluationContext context() {
        var budget = new Budget(Budget.DEFAULT_CALL_DEPTH);
        return new EvaluationContext(
                budget, new Coercion(path -> "/nix/store/0000-" + path.path().substring(1), budget));
    }

    static ListValue list(Object... elements) {
        return new ListValue(elements);
    }

    /** Names (text) and values in turn. */
    static AttributeSet set(Object... namesAndValues) {
        var builder = new AttributeSetBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.put(bytes((String) namesAndValues[i]), namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /** The same with places in a source where each name is first found. */
    static AttributeSet placed(SourceText source, Object... namesAndValues) {
        var builder = new AttributeSetBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            int start = source.text().indexOf(name);
            builder.put(bytes(name), namesAndValues[i + 1], new Place(source, start, start + name.length()));
        }
        return builder.build();
    }

    static Thunk lazy(Supplier<Object> code) {
        return new DeferredThunk(code);
    }

    static String bytes(String text) {
        return SourceText.encode(text);
    }

    /** Runs on a thread with a stack as large as an evaluation's. */
    static void onDeepStack(Runnable code) {
        var failure = new AtomicReference<@Nullable Throwable>();
        var thread = new Thread(null, code, "deep", 1L << 29);
        thread.setUncaughtExceptionHandler((ignored, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    /** {@code x: x}. */
    static FunctionValue identity() {
        return new Lambda(null);
    }

    static class Lambda extends FunctionValue {

        private final @Nullable Place place;

        Lambda(@Nullable Place place) {
            this.place = place;
        }

        @Override
        public Object call(Object argument) {
            return Thunk.force(argument);
        }

        @Override
        public String description() {
            return "`identity`";
        }

        @Override
        public @Nullable Place place() {
            return place;
        }

        @Override
        public String printed() {
            return "<LAMBDA>";
        }
    }
}
