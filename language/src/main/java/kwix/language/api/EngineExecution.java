package kwix.language.api;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.impl.DefaultTruffleRuntime;
import java.util.function.Supplier;
import kwix.language.translate.Linkage;
import org.graalvm.polyglot.Context;

/** Nodes run under a polyglot engine: each body has a call target, which an optimizing runtime compiles and Truffle's tools see. */
public final class EngineExecution implements Execution, AutoCloseable {

    private final Context context;
    private final Linkage.Roots roots;

    private EngineExecution(Context context, Linkage.Roots roots) {
        this.context = context;
        this.roots = roots;
    }

    /** Whether the JVM was started for the direct path, so that no other runtime is looked for. */
    public static boolean isFallbackAskedFor() {
        return Boolean.getBoolean("truffle.UseFallbackRuntime");
    }

    /** Where the Truffle runtime at hand compiles nodes, under an engine; else the direct path, which is faster than an engine that does not. */
    public static Execution whereCompiled() {
        return isFallbackAskedFor() || Truffle.getRuntime() instanceof DefaultTruffleRuntime
                ? Execution.DIRECT
                : open();
    }

    public static EngineExecution open() {
        // Whether the runtime at hand compiles is the caller's choice; that it only interprets is no news to users.
        Context context = Context.newBuilder(KwixLanguage.ID)
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context.initialize(KwixLanguage.ID);
        context.enter();
        try {
            return new EngineExecution(context, KwixContext.current(null).roots());
        } finally {
            context.leave();
        }
    }

    @Override
    public Linkage.Roots roots() {
        return roots;
    }

    @Override
    public <T> T inside(Supplier<T> work) {
        context.enter();
        try {
            return work.get();
        } finally {
            context.leave();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
