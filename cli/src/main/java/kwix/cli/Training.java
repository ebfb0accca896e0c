package kwix.cli;

/** What the ahead-of-time cache is made from: a run of the usual commands in one JVM. */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        Main.main(new String[] {"version"});
    }
}
