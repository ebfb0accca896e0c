package kwix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kwix.grammar.source.SourceText;
import kwix.language.api.Execution;
import kwix.language.module.FileNames;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/**
 * One run of the command and the world that it sees.
 *
 * @param directory the working directory, absolute
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param phases is told what the run does
 * @param caching whether parsed files are kept in the user's cache folder
 * @param execution how programs are run
 */
record Invocation(
        List<String> arguments,
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Path directory,
        boolean outTerminal,
        boolean errTerminal,
        PhaseWatch phases,
        boolean caching,
        Execution execution) {

    /** A variable that, set to anything, has every file parsed. */
    private static final String NO_CACHE = "KWIX_NO_CACHE";

    /** A run as usual, of which nobody wants to know how long its phases take. */
    Invocation(
            List<String> arguments,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Path directory,
            boolean outTerminal,
            boolean errTerminal) {
        this(
                arguments,
                in,
                out,
                err,
                environment,
                directory,
                outTerminal,
                errTerminal,
                PhaseWatch.NONE,
                environment.getOrDefault(NO_CACHE, "").isEmpty(),
                Execution.DIRECT);
    }

    /** The same run with other arguments and not as usual, maybe without the cache of parsed files. */
    Invocation with(List<String> others, PhaseWatch watch, boolean cache, Execution how) {
        return new Invocation(
                others, in, out, err, environment, directory, outTerminal, errTerminal, watch, caching && cache, how);
    }

    /** Where Kwix may keep what it can make again, if anywhere. */
    @Nullable
    Path cacheFolder() {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (cache.startsWith("/")) {
            return Path.of(cache, "kwix");
        }
        String home = environment.getOrDefault("HOME", "");
        return home.startsWith("/") ? Path.of(home, ".cache", "kwix") : null;
    }

    /** The working directory as the language sees it. */
    PathValue workingDirectory() {
        return PathValue.normalised(FileNames.bytes(directory));
    }

    /** An argument that names a file, as the language sees it. */
    PathValue path(String argument) {
        String bytes = SourceText.encode(argument);
        return PathValue.normalised(
                bytes.startsWith("/") ? bytes : workingDirectory().path() + "/" + bytes);
    }

    /** Writes text for the user beside the result. That nobody listens is no failure. */
    void report(String text) {
        reportBytes(SourceText.encode(text));
    }

    /** The same, of one char per byte. */
    void reportBytes(String bytes) {
        try {
            err.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            err.flush();
        } catch (IOException closed) {
            return;
        }
    }

    /** All of standard input. */
    byte[] readInput() {
        try {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean errColours(Colour colour) {
        return colour.applies(errTerminal, environment);
    }
}
