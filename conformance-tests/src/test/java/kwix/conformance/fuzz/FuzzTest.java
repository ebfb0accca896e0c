package kwix.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged and random inputs to everything that reads: none may crash, hang, or give an internal error. A second each by default;
 * {@code -Dkwix.fuzz.seconds=600 -Dkwix.fuzz.seed=1} tries for longer, or other inputs.
 */
class FuzzTest {

    private static final Path ROOT = Path.of(System.getProperty("kwix.root"));
    private static final long LARGEST_SAMPLE = 20_000;

    /** What is read is then written in every format. */
    private static final String WRITTEN = "(v: [ (builtins.toJSON v) (builtins.toXML v) (builtins.toYAML v) ])";

    /** What is written as YAML reads back as it was. */
    private static final String JSON = "s: let v = builtins.fromJSON s; in builtins.seq (" + WRITTEN
            + " v) (if builtins.fromJSON (builtins.toJSON v) == v then v else abort \"JSON does not read back\")";

    @TempDir
    Path empty;

    @Test
    void nothingThatReadsCrashesOrHangs() throws IOException, InterruptedException {
        long seed = Long.getLong("kwix.fuzz.seed", 1);
        long each = TimeUnit.SECONDS.toNanos(Long.getLong("kwix.fuzz.seconds", 8))
                / targets().size();
        List<FuzzRun.Finding> findings = new ArrayList<>();
        for (Target target : targets()) {
            FuzzRun.Result result = FuzzRun.run(target, seed, each);
            System.out.println("fuzz: " + target.name() + ": " + result.inputs() + " inputs, "
                    + result.findings().size() + " findings");
            findings.addAll(result.findings());
        }
        assertEquals(List.of(), findings);
    }

    private List<Target> targets() throws IOException {
        Path cases = ROOT.resolve("conformance-tests/cases");
        List<String> programs = samples(cases.resolve("language"), ".kx");
        List<String> library = samples(ROOT.resolve("stdlib/src/main/kwix"), ".kx");
        List<String> yaml = samples(cases, ".yaml");
        List<String> json = List.of(
                "{\"a\":[1,2.5,-3e10,\"x\\u00e9\\n\",true,null,{}],\"b\":{\"c\":[[]],\"d\":\"\\ud83d\\ude00\"}}",
                "[0.1, 1E+2, -0, \"\", {\"a b\": {\"\": [1]}}]",
                "\"text\"");
        List<String> toml = List.of(
                "a = 1\n"
                        + "b.c = \"x\\u00e9\"\n"
                        + "[t]\n"
                        + "d = [1, 2.5, 'lit']\n"
                        + "[[u]]\n"
                        + "e = { f = true, g = 0x1F }\n"
                        + "[[u]]\n"
                        + "h = \"\"\"m\\\n"
                        + "  l\"\"\"\n",
                "x = 1979-05-27T07:32:00Z\ny = 07:32:00\nz = inf\n[a.b.\"c d\"]\nv = -1_000\n# c\n");
        List<String> regexes = List.of("(a|ab)(c|bcd)*[[:alpha:]]{1,3}", "^([^/]*)/(.*)\\.(x+)?$", "[]a-z]*|(b|())+");
        return List.of(
                EvaluatorTarget.program(programs, empty),
                EvaluatorTarget.program(library, empty),
                EvaluatorTarget.function("JSON", JSON, json, empty),
                EvaluatorTarget.function("TOML", "s: " + WRITTEN + " (builtins.fromTOML s)", toml, empty),
                EvaluatorTarget.function("YAML", "s: " + WRITTEN + " (builtins.fromYAMLStream s)", yaml, empty),
                EvaluatorTarget.function(
                        "regular expressions",
                        "s: [ (builtins.split s \"abc/ab.x\") (builtins.match s \"abcd\") (builtins.match s s) ]",
                        regexes,
                        empty),
                EvaluatorTarget.function(
                        "texts",
                        "s: [ (builtins.parseDrvName s) (builtins.splitVersion s) (builtins.compareVersions s \"1.2\")"
                                + " (builtins.replaceStrings [ \"a\" \"\" ] [ s \"x\" ] s) (builtins.toJSON s)"
                                + " (builtins.toXML s) ]",
                        List.of("hello-1.2.3pre4", "a/b/c"),
                        empty),
                DerivationTarget.ofSamples(),
                ArchiveTarget.of(ROOT.resolve("conformance-tests/cases/language/imports")));
    }

    private static List<String> samples(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> samples = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < LARGEST_SAMPLE) {
                    samples.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return List.copyOf(samples);
        }
    }
}
