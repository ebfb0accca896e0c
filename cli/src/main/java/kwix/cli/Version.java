package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kwix.language.module.LibraryFolders;

/** The version that this is, which the standard library says. */
final class Version {

    private Version() {}

    static String text() {
        Path file =
                Path.of(LibraryFolders.of(System.getProperty("kwix.stdlib", "")).sources(), "version");
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            return "of an incomplete installation (" + file + " cannot be read)";
        }
    }
}
