package kwix.conformance.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Where the table, the names, and the answers lie. */
final class LibraryFiles {

    static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    static final Path FOLDER = ROOT.resolve("conformance-tests/library");
    static final Path TABLE = FOLDER.resolve("functions");
    static final Path NAMES = FOLDER.resolve("names");
    static final Path ANSWERS = FOLDER.resolve("answers");

    private LibraryFiles() {}

    static KwixLibrary kwix() {
        return new KwixLibrary(
                FOLDER, Path.of(System.getProperty("kwix.stdlib")), ROOT.resolve("conformance-tests/target/store"));
    }

    /** The names that both libraries have, of functions and of sets of them, with a dot for each step. */
    static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(Files.readAllLines(NAMES));
        names.removeIf(name -> name.startsWith("#"));
        return names;
    }
}
