package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parser alone, on a generated source. {@link Warm} starts it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParsingBenchmark {

    private byte[] text = {};

    @Setup
    public void read() throws IOException {
        text = Files.readAllBytes(Path.of(Objects.requireNonNull(System.getProperty("kwix.benchmark.file"))));
    }

    /** One parse, of a text that remembers nothing of the one before. */
    @Benchmark
    public SyntaxTree parse() {
        return Parser.parse(new SourceText("source.kx", text));
    }
}
