package kwix.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kwix.grammar.source.SourceText;
import kwix.language.api.EngineExecution;
import kwix.language.api.Execution;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.module.SearchPath;
import kwix.language.value.ByteBuilder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A workload again and again in one process. {@link Warm} starts it and tells in properties what to run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WarmBenchmark {

    private @Nullable WarmProgram program;

    /** Reads the workload, and compares its answer with that of a process before anything is measured. */
    @Setup
    public void read() throws IOException {
        program = new WarmProgram(
                Workload.Kind.valueOf(property("kind")),
                Integer.parseInt(property("size")),
                Path.of(property("file")),
                searchPath(),
                execution());
        byte[] answer = Files.readAllBytes(Path.of(property("answer")));
        if (!run().toString().equals(new String(answer, StandardCharsets.ISO_8859_1))) {
            throw new BenchmarkException("the answer differs from that of a process: " + property("file"));
        }
    }

    private static List<SearchPathEntry> searchPath() {
        var entries = new ArrayList<SearchPathEntry>();
        entries.add(new SearchPathEntry(SearchPath.LIBRARY, SourceText.encode(property("stdlib"))));
        if (System.getProperty("kwix.benchmark.nixpkgs") != null) {
            entries.add(new SearchPathEntry("nixpkgs", SourceText.encode(property("nixpkgs"))));
        }
        return entries;
    }

    private static Execution execution() {
        if (!Boolean.getBoolean("kwix.benchmark.jit")) {
            return Execution.DIRECT;
        }
        Execution compiled = EngineExecution.whereCompiled();
        if (compiled == Execution.DIRECT) {
            throw new BenchmarkException("the optimizing runtime does not start");
        }
        return compiled;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("kwix.benchmark." + name), name);
    }

    /** One run: everything is evaluated and printed. */
    @Benchmark
    public ByteBuilder run() {
        return Objects.requireNonNull(program).run();
    }
}
