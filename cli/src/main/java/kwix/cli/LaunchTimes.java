package kwix.cli;

/**
 * What the launcher tells of a run whose timings are wanted.
 *
 * @param began when the launcher did, in ms since 1970; 0 when it cannot tell
 * @param jvm when it started the JVM
 * @param cache the ahead-of-time cache that it named to the JVM; empty for none
 */
record LaunchTimes(boolean launched, long began, long jvm, String cache) {

    /** @param text two times and a path, the path at the end because it may hold blanks; empty without a launcher */
    static LaunchTimes of(String text) {
        String[] words = text.split(" ", 3);
        return words.length < 3
                ? new LaunchTimes(false, 0, 0, "")
                : new LaunchTimes(true, milliseconds(words[0]), milliseconds(words[1]), words[2]);
    }

    private static long milliseconds(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    boolean known() {
        return began != 0 && jvm != 0;
    }

    String cacheState() {
        if (!launched) {
            return "unknown, for Kwix was not started by its launcher";
        }
        if (cache.isEmpty()) {
            return "warning: there is none, so that starting is slow";
        }
        boolean used = System.getProperty("java.vm.info", "").contains("sharing");
        return used ? "in use" : "warning: the JVM rejected " + cache + ", so that starting is slow";
    }
}
