package kwix.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What running a program gave. */
public sealed interface Outcome {

    /** What the program traced, one entry a line of output, without {@code trace: }. */
    List<String> traces();

    /** @param text the value in the asked-for format, as the command would write it */
    record Value(String text, List<String> traces) implements Outcome {}

    /**
     * @param errorClass what kind of failure, as {@code .exp} files name it
     * @param subject what it is about in the program's own words, if anything
     * @param message the one sentence
     * @param rendered the whole text for people, paths relative to the case's folder
     */
    record Failure(String errorClass, @Nullable String subject, String message, String rendered, List<String> traces)
            implements Outcome {}
}
