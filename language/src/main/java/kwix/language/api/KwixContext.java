package kwix.language.api;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kwix.grammar.source.SourceText;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.Machine;
import kwix.language.module.SearchPath;
import kwix.language.translate.Linkage;
import kwix.store.PhysicalStore;
import org.jspecify.annotations.Nullable;

/** What belongs to one polyglot context: its evaluation. */
public final class KwixContext {

    private static final TruffleLanguage.ContextReference<KwixContext> REFERENCE =
            TruffleLanguage.ContextReference.create(KwixLanguage.class);

    private final TruffleLanguage.Env environment;
    private final Linkage.Roots roots;
    private @Nullable Evaluation evaluation;

    KwixContext(TruffleLanguage.Env environment, Linkage.Roots roots) {
        this.environment = environment;
        this.roots = roots;
    }

    /** The context that the current thread has entered. */
    static KwixContext current(@Nullable Node node) {
        return REFERENCE.get(node);
    }

    Linkage.Roots roots() {
        return roots;
    }

    /** The folder against which relative paths of the embedder's sources resolve, as bytes. */
    String directory() {
        if (!environment.isFileIOAllowed()) {
            return "/";
        }
        return SourceText.encode(environment.getCurrentWorkingDirectory().toString());
    }

    Evaluation evaluation() {
        if (evaluation == null) {
            evaluation = Evaluation.within(machine(), roots);
        }
        return evaluation;
    }

    private Machine machine() {
        Map<String, String> variables = new TreeMap<>();
        environment
                .getEnvironment()
                .forEach((name, value) -> variables.put(SourceText.encode(name), SourceText.encode(value)));
        OutputStream lines = environment.err();
        boolean files = environment.isFileIOAllowed();
        Bounds bounds = files
                ? Bounds.none()
                : Bounds.within(List.of(), "The embedder did not allow the context to read files.");
        return new HostMachine(
                false,
                bounds,
                variables,
                SearchPath.of(List.of(), variables.get("NIX_PATH"), standardLibrary(), directory()),
                line -> write(line, lines),
                () -> files ? PhysicalStore.of(variables) : PhysicalStore.none());
    }

    /** Where the installation's launcher says it is; without a launcher nothing is found there. */
    private static String standardLibrary() {
        return SourceText.encode(System.getProperty("kwix.stdlib", ""));
    }

    private static void write(String line, OutputStream lines) {
        try {
            lines.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            lines.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
