package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick parser and picocli take the same arguments apart in the same way. */
class ParserAgreementTest {

    private static ParsedArguments full(List<String> arguments) {
        return full(Command.EVAL, arguments);
    }

    private static ParsedArguments full(Command command, List<String> arguments) {
        var all = new ArrayList<>(List.of(command.text()));
        all.addAll(arguments);
        FullParser.Parsed parsed = FullParser.parse(all);
        assertEquals(command, parsed.command());
        return parsed.arguments();
    }

    private static void assertAgreement(List<String> arguments) {
        ParsedArguments quick = QuickParser.parse(Command.EVAL, arguments);
        assertNotNull(quick, () -> "not quick: " + arguments);
        assertEquals(full(arguments), quick, arguments::toString);
    }

    static Stream<List<String>> plain() {
        return Stream.of(
                List.of(),
                List.of("file.kx"),
                List.of("-"),
                List.of("-E", "1 + 1"),
                List.of("-E", "-1"),
                List.of("-E", "--json"),
                List.of("-E", "version"),
                List.of("-E", "x: \"@y\""),
                List.of("--expr=a=b"),
                List.of("--", "--json", "-x"),
                List.of("--arg", "a", "-1", "--arg", "b", "--strict", "f"),
                List.of("--argstr", "@a", ""),
                List.of("-E", ""),
                List.of("f", "--json", "--json", "--strict"),
                List.of("-Iname=/path", "-I", "p", "-I=q"),
                List.of("-Aa.b", "g"),
                List.of("--restrict=/a", "--restrict", "/b"),
                List.of("a", "b", "--module", "c"),
                List.of("-o-", "--timeout=1.5", "é"));
    }

    @ParameterizedTest
    @MethodSource
    void plain(List<String> arguments) {
        assertAgreement(arguments);
    }

    /** Every option with each of its names, alone and before and after a file. */
    @Test
    void everyOption() {
        for (EvalOption option : EvalOption.values()) {
            for (String name : option.names()) {
                var arguments = new ArrayList<>(List.of(name));
                option.parameters().forEach(parameter -> arguments.add("v-" + parameter));
                assertAgreement(arguments);
                arguments.addFirst("before");
                assertAgreement(arguments);
                arguments.add("after");
                assertAgreement(arguments);
                if (option.parameters().size() == 1) {
                    assertAgreement(List.of(name + "=v"));
                }
            }
        }
    }

    @Test
    void randomCombinations() {
        var random = new Random(20251122);
        var values = List.of("x", "-", "a=b", "-1", "--json", "-E", "", "ü", "a b");
        for (int round = 0; round < 300; round++) {
            var arguments = new ArrayList<String>();
            var used = new ArrayList<EvalOption>();
            for (int i = random.nextInt(6); i > 0; i--) {
                EvalOption option = EvalOption.values()[random.nextInt(EvalOption.values().length)];
                if (!option.repeatable() && used.contains(option)) {
                    continue;
                }
                used.add(option);
                arguments.add(option.names().get(random.nextInt(option.names().size())));
                option.parameters().forEach(ignored -> arguments.add(values.get(random.nextInt(values.size()))));
                if (random.nextInt(4) == 0) {
                    arguments.add("file");
                }
            }
            assertAgreement(arguments);
        }
    }

    static Stream<List<String>> wrong() {
        return Stream.of(
                List.of("--jsno"),
                List.of("-x"),
                List.of("--json=yes"),
                List.of("-E"),
                List.of("--arg", "a"),
                List.of("--timeout", "1", "--timeout", "2"),
                List.of("-E", "1", "--expr", "2"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(List<String> arguments) {
        assertNull(QuickParser.parse(Command.EVAL, arguments));
        assertThrows(UsageException.class, () -> full(arguments));
    }

    /** What the quick parser takes, picocli understands in the same way, for every command. */
    @Test
    void everyCommand() {
        var words = List.of("f", "-", "--", "--color", "--json", "-E", "KX0101");
        for (Command command : Command.values()) {
            // Its arguments are for a parser of its own.
            if (command == Command.NIX_INSTANTIATE) {
                continue;
            }
            var lines = new ArrayList<List<String>>(List.of(List.of()));
            for (String word : words) {
                lines.add(List.of(word));
                words.forEach(next -> lines.add(List.of(word, next)));
            }
            for (List<String> line : lines) {
                ParsedArguments quick = QuickParser.parse(command, line);
                if (quick != null) {
                    assertEquals(full(command, line), quick, () -> command.text() + line);
                }
            }
            assertNotNull(
                    QuickParser.parse(command, List.of("f").subList(0, command.fewestArguments())), command.text());
        }
    }
}
