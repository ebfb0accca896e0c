package kwix.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A module, {@code NAME.test.kx}, and what is expected of it, in a file beside it.
 *
 * @param shown the path of the module as messages name it
 */
record TestCase(Path module, String shown) {

    /** What the name of every file of a case ends with, but for what is in it. */
    private static final String MARK = ".test";

    static final String MODULE = MARK + ".kx";

    /** Manifests that are to come out. */
    static final String MANIFESTS = MARK + ".yaml";

    /** Lines that the message of the failure must have. */
    static final String FAILURE = MARK + ".error";

    /** Whether a file says what is expected of a case. */
    static boolean isExpectation(String name) {
        return name.endsWith(MANIFESTS) || name.endsWith(FAILURE);
    }

    /** The name of the module that a file says something of. */
    static String moduleOf(String expectation) {
        String ending = expectation.endsWith(MANIFESTS) ? MANIFESTS : FAILURE;
        return expectation.substring(0, expectation.length() - ending.length()) + MODULE;
    }

    /** What people call it: its path without the ending. */
    String name() {
        return shown.substring(0, shown.length() - MODULE.length());
    }

    Path manifests() {
        return beside(MANIFESTS);
    }

    Path failure() {
        return beside(FAILURE);
    }

    boolean givesManifests() {
        return Files.exists(manifests());
    }

    boolean fails() {
        return Files.exists(failure());
    }

    private Path beside(String ending) {
        String name = String.valueOf(module.getFileName());
        return module.resolveSibling(name.substring(0, name.length() - MODULE.length()) + ending);
    }
}
