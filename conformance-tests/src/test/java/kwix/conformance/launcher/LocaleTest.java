package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is not ASCII comes through unharmed with no locale, or with one that knows only ASCII. */
class LocaleTest {

    private static final String TEXT = "Grüße, мир, 日本, 🎉";

    @TempDir
    private static Path folder;

    private static Release release;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        release = Release.unpackedIn(folder);
        Files.writeString(folder.resolve("ünï 日.kx"), "\"" + TEXT + "\"");
    }

    private static Launch eval(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "eval";
        all[1] = "--raw";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Launch.of(release.launcher(), all).in(folder).with("XDG_CACHE_HOME", folder.resolve("caches"));
    }

    @Test
    void inNamesOfFiles() throws Exception {
        eval("ünï 日.kx").run().prints(TEXT);
        eval("-E", "builtins.readFile (./. + \"/ünï 日.kx\")").run().prints("\"" + TEXT + "\"");
        eval(
                        "-E",
                        "builtins.concatStringsSep \" \" (builtins.filter (n: builtins.match \".*kx\" n != null)"
                                + " (builtins.attrNames (builtins.readDir ./.)))")
                .run()
                .prints("ünï 日.kx");
    }

    @Test
    void inNamesOfFilesThatAreWritten() throws Exception {
        eval("-o", "ö 日.txt", "-E", "\"" + TEXT + "\"").run().prints("");
        assertEquals(TEXT, Files.readString(folder.resolve("ö 日.txt")));
    }

    @Test
    void inArguments() throws Exception {
        eval("--argstr", "x", TEXT, "-E", "{ x }: x").run().prints(TEXT);
    }

    @Test
    void inTheEnvironment() throws Exception {
        eval("-E", "builtins.getEnv \"GREETING\"").with("GREETING", TEXT).run().prints(TEXT);
    }

    @Test
    void onStandardInput() throws Exception {
        eval("-").reading("\"" + TEXT + "\"").run().prints(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "xx_XX.UTF-8"})
    void inAnyLocale(String locale) throws Exception {
        eval("-E", "\"" + TEXT + "\" + builtins.readFile (./. + \"/ünï 日.kx\")")
                .with("LC_ALL", locale)
                .with("LANG", locale)
                .run()
                .prints(TEXT + "\"" + TEXT + "\"");
    }

    @Test
    void andTheProgramSeesTheCallersOwnLocale() throws Exception {
        eval("-E", "builtins.getEnv \"LC_ALL\"").with("LC_ALL", "C").run().prints("C");
        eval("-E", "builtins.getEnv \"LC_ALL\"").run().prints("");
    }
}
