package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The version that this is, which the standard library says. */
final class Version {

    private Version() {}

    static String text() {
        Path file = Path.of(System.getProperty("kwix.stdlib", ""), "version");
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            return "of an incomplete installation (" + file + " cannot be read)";
        }
    }
}
