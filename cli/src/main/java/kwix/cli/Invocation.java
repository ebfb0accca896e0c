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
import kwix.language.module.FileNames;
import kwix.language.value.PathValue;

/**
 * One run of the command and the world that it sees.
 *
 * @param directory the working directory, absolute
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param phases is told what the run does
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
        PhaseWatch phases) {

    /** A run of which nobody wants to know how long its phases take. */
    Invocation(
            List<String> arguments,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Path directory,
            boolean outTerminal,
            boolean errTerminal) {
        this(arguments, in, out, err, environment, directory, outTerminal, errTerminal, PhaseWatch.NONE);
    }

    /** The same run with other arguments, and watched. */
    Invocation watched(List<String> others, PhaseWatch watch) {
        return new Invocation(others, in, out, err, environment, directory, outTerminal, errTerminal, watch);
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
