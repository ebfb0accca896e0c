package kwix.conformance.fuzz;

import java.util.List;

/** Something that reads bytes and must answer with a result or an ordinary error, whatever they are. */
interface Target extends AutoCloseable {

    String name();

    /** Correct inputs, one char a byte, from which damaged ones are made. */
    List<String> samples();

    /** Reads; an ordinary error is swallowed, everything else comes through. */
    void read(String input) throws Exception;

    /** Makes a running {@link #read} end with an ordinary error. */
    void stop();

    @Override
    default void close() {}
}
