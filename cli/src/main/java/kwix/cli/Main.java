package kwix.cli;

/** The program's entry point. */
public final class Main {
    private Main() {}

    /** Prints the version when asked for it, else how to use the command. */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("version")) {
            System.out.println("kwix 0.1.0");
            return;
        }
        System.err.println("usage: kwix version");
        System.exit(2);
    }
}
