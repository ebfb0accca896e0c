package kwix.cli;

/** What the command's exit status means. */
final class ExitStatus {

    static final int SUCCESS = 0;

    /** The program, or a file that it needs, is at fault. */
    static final int FAILED = 1;

    /** The command line is at fault. */
    static final int USAGE = 2;

    /** For commands that look for differences or problems: there are some. */
    static final int FINDINGS = 3;

    /** Kwix is at fault. */
    static final int INTERNAL = 70;

    /** Nobody reads the output any more; 128 + SIGPIPE, as a shell reports a program that the signal ended. */
    static final int CLOSED_PIPE = 141;

    private ExitStatus() {}
}
