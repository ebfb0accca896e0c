package kwix.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The conformance cases in {@code instantiate} hold the text against the reference's; here is what they cannot reach. */
class DerivationTextTest {

    private static final String TEXT =
            "Derive([(\"dev\",\"/nix/store/0000000000000000000000000000000a-x-dev\",\"\",\"\"),"
                    + "(\"out\",\"/nix/store/0000000000000000000000000000000a-x\",\"r:sha256\",\"00\")],"
                    + "[(\"/nix/store/0000000000000000000000000000000b-y.drv\",[\"dev\",\"out\"])],"
                    + "[\"/nix/store/0000000000000000000000000000000c-z\"],\"system\",\"builder\",[\"-c\",\"\"],"
                    + "[(\"\",\"\"),(\"a\",\"tab\\t line\\n return\\r quote\\\" back\\\\slash \u00e4\")])";

    private static String refusal(String text) {
        return String.valueOf(assertThrows(InvalidDerivationException.class, () -> DerivationReader.read(text))
                .getMessage());
    }

    @Test
    void readsWhatItWrites() {
        Derivation read = DerivationReader.read(TEXT);
        assertEquals(
                "tab\t line\n return\r quote\" back\\slash \u00e4",
                read.environment().get("a"));
        assertEquals(List.of("-c", ""), read.arguments());
        assertEquals("r:sha256", read.outputs().lastEntry().getValue().method());
        assertEquals(TEXT, DerivationText.write(read));
    }

    @Test
    void readsRandomDerivationsBack() {
        var random = new Random(20260711);
        for (int i = 0; i < 300; i++) {
            Derivation derivation = random(random);
            assertEquals(derivation, DerivationReader.read(DerivationText.write(derivation)));
        }
    }

    private static Derivation random(Random random) {
        var outputs = new TreeMap<String, Derivation.Output>();
        var inputs = new TreeMap<String, java.util.SortedSet<String>>();
        var environment = new TreeMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            outputs.put(text(random), new Derivation.Output(text(random), text(random), text(random)));
            inputs.put(text(random), new TreeSet<>(List.of(text(random), text(random) + "x")));
            environment.put(text(random), text(random));
        }
        return new Derivation(
                outputs,
                inputs,
                new TreeSet<>(List.of(text(random))),
                text(random),
                text(random),
                List.of(text(random), text(random)),
                environment);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append("\"\\\n\r\t[](),ab\u00ff\0".charAt(random.nextInt(14)));
        }
        return text.toString();
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 0; length < TEXT.length(); length++) {
            String message = refusal(TEXT.substring(0, length));
            int at = Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
            assertTrue(at <= length, message);
        }
    }

    @Test
    void neverFailsInAnotherWay() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var mutated = new StringBuilder(TEXT);
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.deleteCharAt(at);
                    case 1 -> mutated.insert(at, "\"\\,()[]xDerive".charAt(random.nextInt(14)));
                    default -> mutated.setCharAt(at, (char) random.nextInt(256));
                }
            }
            try {
                DerivationReader.read(mutated.toString());
            } catch (InvalidDerivationException expected) {
                assertTrue(String.valueOf(expected.getMessage()).length() > 10);
            }
        }
    }

    @Test
    void refusesOtherTexts() {
        assertEquals("'Derive(' should stand at byte 0", refusal("DrvWithVersion(\"xp-dyn-drv\",[])"));
        assertEquals("the end should stand at byte " + TEXT.length(), refusal(TEXT + "\n"));
        assertEquals(
                "'a' comes twice, before byte 42",
                refusal("Derive([],[],[],\"\",\"\",[],[(\"a\",\"\"),(\"a\",\"\")])"));
        assertEquals("the end of a string should stand at byte 10", refusal("Derive([(\""));
    }

    @Test
    void refusesOutputsThatThereAreNot() {
        Derivation needed = DerivationReader.read("Derive([(\"out\",\"/o\",\"\",\"\")],[],[],\"s\",\"b\",[],[])");
        var hashes = new DerivationHashes(StorePaths.NIX, path -> needed);
        Derivation needing = DerivationReader.read(
                "Derive([(\"out\",\"\",\"\",\"\")],[(\"/n.drv\",[\"dev\"])],[],\"s\",\"b\",[],[])");
        assertEquals(
                "dev",
                assertThrows(UnknownOutputException.class, () -> hashes.complete(needing, "x"))
                        .output());
    }
}
