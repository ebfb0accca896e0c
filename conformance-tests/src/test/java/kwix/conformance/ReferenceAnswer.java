package kwix.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference's answer for a case: the content of its {@code .exp} file. */
public sealed interface ReferenceAnswer {

    Pattern FAILURE = Pattern.compile("error\\[([a-z-]+)\\]:(?: (.*))?\n", Pattern.DOTALL);

    /** How our messages may name a kind of value that the reference found. */
    Map<String, List<String>> KINDS = Map.of(
            "int", List.of("integer", "number"),
            "float", List.of("float", "number"),
            "string", List.of("string"),
            "bool", List.of("boolean"),
            "null", List.of("null"),
            "list", List.of("list"),
            "set", List.of("set"),
            "lambda", List.of("function"),
            "path", List.of("path"));

    record Value(String text) implements ReferenceAnswer {

        private String problem(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Value given ->
                    given.text().equals(text) ? "" : "expected: " + text + "given:    " + given.text();
                case Outcome.Failure given -> "expected: " + text + "but it failed:\n" + given.rendered();
            };
        }
    }

    /** @param reason the program's own text, or what the failure is about; may be empty */
    record Failure(String errorClass, String reason) implements ReferenceAnswer {

        private String problem(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Value given -> "expected to fail with " + this + "\nbut gave: " + given.text();
                case Outcome.Failure given ->
                    isOf(given)
                            ? ""
                            : "expected to fail with " + this + "\nbut failed with " + given.errorClass() + ", subject "
                                    + given.subject() + ":\n" + given.rendered();
            };
        }

        /** Whether the failure is of this class and about the same thing. */
        private boolean isOf(Outcome.Failure given) {
            if (!errorClass.equals(given.errorClass())) {
                return false;
            }
            return switch (errorClass) {
                case "throw", "abort" -> reason.equals(given.subject());
                case "type", "coercion" -> Arrays.stream(reason.split(" ")).allMatch(kind -> names(given, kind));
                default -> reason.equals(given.subject()) || given.message().contains(reason);
            };
        }

        private static boolean names(Outcome.Failure given, String kind) {
            String message = given.message().toLowerCase(Locale.ROOT);
            return KINDS.getOrDefault(kind, List.of(kind)).stream().anyMatch(message::contains);
        }
    }

    static ReferenceAnswer parse(String text) {
        Matcher failure = FAILURE.matcher(text);
        if (!failure.matches()) {
            return new Value(text);
        }
        String reason = failure.group(2) == null ? "" : failure.group(2);
        return new Failure(failure.group(1), unescape(reason));
    }

    /** What is wrong with the outcome, in a few lines; empty when it is what the reference gives. */
    default Optional<String> mismatch(Outcome outcome) {
        String problem = switch (this) {
            case Value expected -> expected.problem(outcome);
            case Failure expected -> expected.problem(outcome);
        };
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private static String unescape(String reason) {
        return reason.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\n", "$1\n").replace("\\\\", "\\");
    }
}
