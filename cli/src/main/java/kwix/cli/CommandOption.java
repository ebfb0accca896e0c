package kwix.cli;

import java.util.List;

/** An option of a command: the parsers, help, completion and the manual page all come from it. */
interface CommandOption {

    List<String> names();

    /** What the option's parameters are called; a flag has none. */
    List<String> parameters();

    boolean repeatable();

    String description();
}
