package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;

/** The manual page and the completion script in the sources are those of the command as it is; {@code -Dkwix.accept=true} renews them. */
class InstalledFilesTest {

    private static void check(String name, String text) throws IOException {
        Path file = Path.of(System.getProperty("kwix.root"), "cli/src/main", name);
        if (Boolean.getBoolean("kwix.accept")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } else {
            assertEquals(Files.readString(file), text, "to renew it, run the test with -Dkwix.accept=true");
        }
    }

    @Test
    void manualPage() throws IOException {
        check("man/kwix.1", ManualPage.text());
    }

    @Test
    void completion() throws IOException {
        check("completion/kwix.bash", AutoComplete.bash("kwix", CommandModel.build()));
    }
}
