package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kwix.kubernetes.options.OptionEntry;
import org.junit.jupiter.api.Test;

/** The pages in {@code docs/reference} are those of the declarations as they are; {@code -Dkwix.accept=true} renews them. */
class ReferencePagesTest {

    private static void check(String name, String text) throws IOException {
        Path page = Path.of(System.getProperty("kwix.root"), "docs/reference", name);
        if (Boolean.getBoolean("kwix.accept")) {
            Files.createDirectories(page.resolveSibling("."));
            Files.writeString(page, text);
        } else {
            assertTrue(
                    Files.isRegularFile(page), page + " is missing; to write it, run the test with -Dkwix.accept=true");
            assertEquals(Files.readString(page), text, "to renew it, run the test with -Dkwix.accept=true");
        }
    }

    @Test
    void builtins() throws IOException {
        check("builtins.md", BuiltinsPage.text());
    }

    @Test
    void options() throws IOException {
        check("options.md", OptionsReference.read().markdown());
    }

    /** The page with the search needs no network, and every option has a heading that can be linked to. */
    @Test
    void pageOfOptions() {
        OptionsReference reference = OptionsReference.read();
        String page = reference.page();
        assertFalse(page.matches("(?s).*(src=|<link|@import|url\\(|fetch\\().*"), "it loads something");
        for (OptionEntry entry : reference.entries()) {
            String id = entry.name().replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
            assertTrue(page.contains("<section id=\"" + id + "\">"), entry.name());
        }
        assertFalse(page.contains("{{"), "a gap was left");
    }
}
