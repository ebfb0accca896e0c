package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library and the command read the version from one file; Maven wants it in its own. */
class VersionTest {

    private static final Pattern OF_THE_PROJECT =
            Pattern.compile("<artifactId>kwix-parent</artifactId>\\s*<version>(.*?)</version>");

    @Test
    void theLibrarysVersionIsTheBuilds() throws IOException {
        Path root = Path.of(System.getProperty("kwix.root"));
        Matcher build = OF_THE_PROJECT.matcher(Files.readString(root.resolve("pom.xml")));
        assertTrue(build.find());
        assertEquals(build.group(1) + "\n", Files.readString(root.resolve("stdlib/src/main/kwix/version")));
    }
}
