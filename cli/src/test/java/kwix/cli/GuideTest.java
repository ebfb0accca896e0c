package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a page of the guide sees what the page shows. */
class GuideTest {

    /** It has modules with their manifests, as docs/kubernetes.md, and is tested with that. */
    private static final String OVERLAYS = "overlays.md";

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("kwix.root"), "docs/guide"))) {
            return files.filter(page -> !page.endsWith(OVERLAYS)).sorted().toList().stream()
                    .map(page -> DynamicTest.dynamicTest(String.valueOf(page.getFileName()), () -> follow(page)));
        }
    }

    private void follow(Path page) throws IOException {
        String name = String.valueOf(page.getFileName());
        Path folder = Files.createDirectories(temporary.toRealPath().resolve(name.replace(".md", "")));
        var guide = new GuidePage(name, Files.readString(page), folder);
        assertEquals("", String.join("\n\n", guide.follow()));
        assertTrue(guide.played() > 0, name + " has no commands");
    }

    @Test
    void whatIsNotSoIsTold() throws IOException {
        String page = """
            Write `one.kx`:

            ```kwix
            1 + 1
            ```

            ```console
            $ kwix eval one.kx
            3
            $ kwix eval two.kx
            …
            $ kwix eval one.kx
            2
            ```

            ```kwix
            a block that is no file
            ```

            ```sh
            rm -rf /
            ```
            """;
        List<String> mistakes = new GuidePage("page", page, temporary.toRealPath()).follow();
        assertEquals(
                List.of(
                        "page:8: `kwix eval one.kx` answers:\n2",
                        "page:12: `kwix eval one.kx` comes after a command that fails, and the page does not say so",
                        "page:16: a block of `kwix` that is neither a file nor commands",
                        "page:20: a block of `sh` that is neither a file nor commands"),
                mistakes);
    }
}
