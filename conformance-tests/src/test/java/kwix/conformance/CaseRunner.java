package kwix.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Runs cases and compares what they give with what stands beside them.
 *
 * @param goldens null for a mode that must give the same as the first one: it reads goldens and never writes one
 */
record CaseRunner(Evaluator evaluator, @Nullable Golden goldens) {

    void run(ConformanceCase given) {
        Outcome outcome = evaluator.run(given);
        if (given.authority() == ConformanceCase.Authority.REFERENCE) {
            compareWithReference(given, outcome);
        }
        switch (outcome) {
            case Outcome.Failure failure -> {
                verify(given.beside("err"), withoutCounts(failure.rendered()));
                refuseLeftovers(given, List.of("yaml", "json", "xml", "raw"), "the program fails");
            }
            case Outcome.Value value -> {
                refuseLeftovers(given, List.of("err"), "the program gives a value");
                if (given.authority() == ConformanceCase.Authority.KWIX) {
                    verify(given.beside(given.format().ending()), value.text());
                }
            }
        }
    }

    /** How many steps the library takes is its own business, and changes whenever the library does. */
    private static String withoutCounts(String text) {
        return text.replaceAll("… \\d+ steps? in the standard library", "… steps in the standard library");
    }

    private void compareWithReference(ConformanceCase given, Outcome outcome) {
        Path answer = given.beside("exp");
        if (!Files.exists(answer)) {
            throw new AssertionFailedError(
                    "there is no " + answer.getFileName() + ": run conformance-tests/reference " + given.title());
        }
        ReferenceAnswer.parse(ConformanceCase.read(answer)).mismatch(outcome).ifPresent(problem -> {
            throw new AssertionFailedError(given.title() + "\n" + problem);
        });
        Path traces = given.beside("trace");
        List<String> expected =
                Files.exists(traces) ? ConformanceCase.read(traces).lines().toList() : List.of();
        if (!expected.equals(outcome.traces())) {
            throw new AssertionFailedError(
                    given.title() + " traces in another way than the reference", expected, outcome.traces());
        }
    }

    private void verify(Path accepted, String text) {
        if (goldens != null) {
            goldens.verify(accepted, text);
        } else if (!Files.exists(accepted) || !ConformanceCase.read(accepted).equals(text)) {
            String expected = Files.exists(accepted) ? ConformanceCase.read(accepted) : "(no file)";
            throw new AssertionFailedError(
                    accepted.getFileName() + " is not what this mode gives:\n" + text, expected, text);
        }
    }

    private static void refuseLeftovers(ConformanceCase given, List<String> endings, String why) {
        for (String ending : endings) {
            if (Files.exists(given.beside(ending))) {
                throw new AssertionFailedError(
                        given.beside(ending).getFileName() + " is left over: " + why + ", remove it");
            }
        }
    }
}
