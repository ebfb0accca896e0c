package kwix.conformance.random;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kwix.conformance.Outcome;
import kwix.conformance.ProgramEvaluator;
import kwix.conformance.ReferenceAnswer;
import kwix.conformance.random.Reference.Answer;
import kwix.language.api.Evaluation;
import kwix.language.error.ErrorCode;

/** Runs a program here, within a deadline, and compares what it gives with the reference's answer. */
final class Comparison implements AutoCloseable {

    private static final long SECONDS = 10;

    /** Found before evaluation. A text may have several of these; the reference stops at one, we report all that can be told. */
    private static final Set<String> STATIC = Set.of("syntax", "duplicate-attribute", "undefined-variable");

    /** What is shown as this depends on how an implementation represents values, see {@code docs/differences.md}. */
    private static final String UNEVALUATED = "<CODE>";

    private static final String UNEVALUATED_TRACE = "«thunk»";

    private final ProgramEvaluator evaluator;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadline");
        thread.setDaemon(true);
        return thread;
    });

    Comparison(ProgramEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * @param kind which way it differs: the reference's class of failure or {@code value}, and ours
     * @param difference in a few lines
     */
    record Disagreement(String program, boolean strict, String kind, String difference) {}

    Optional<Disagreement> compare(String program, boolean strict, Answer answer) {
        Outcome outcome = run(program, strict);
        ReferenceAnswer expected = ReferenceAnswer.parse(answer.text());
        String kind = kind(expected) + " / " + kind(outcome);
        if (expected instanceof ReferenceAnswer.Failure(String errorClass, String reason)
                && errorClass.equals("unclassified")) {
            return outcome instanceof Outcome.Failure
                    ? Optional.empty()
                    : Optional.of(new Disagreement(program, strict, kind, "expected to fail: " + reason));
        }
        if (STATIC.contains(kind(expected)) && STATIC.contains(kind(outcome))) {
            return Optional.empty();
        }
        if (!strict
                && (answer.text().contains(UNEVALUATED)
                        || outcome instanceof Outcome.Value value
                                && value.text().contains(UNEVALUATED))) {
            return Optional.empty();
        }
        if (kind.equals("stack-overflow / value") || isTooLongAList(outcome)) {
            return Optional.empty();
        }
        Optional<String> problem = expected.mismatch(outcome);
        if (expected instanceof ReferenceAnswer.Failure(String errorClass, String reason)
                && outcome instanceof Outcome.Failure failure
                && failure.errorClass().equals(errorClass)) {
            // The reference's report ends its texts where blanks begin. Of several unexpected arguments it names the
            // one that it
            // happened to meet first.
            problem = problem.filter(ignored -> !(failure.subject() instanceof String subject
                            && subject.strip().equals(reason.strip()))
                    && !failure.message().contains("with the unexpected argument"));
        }
        if (problem.isEmpty()) {
            List<String> given = firstLines(outcome.traces());
            if (!given.equals(firstLines(answer.traces()))
                    && !("" + given + answer.traces()).contains(UNEVALUATED_TRACE)) {
                problem = Optional.of("expected traces: " + answer.traces() + "\ngiven:           " + given);
                kind += " (traces)";
            }
        }
        String differing = kind;
        return problem.map(text -> new Disagreement(program, strict, differing, text));
    }

    /** What the program gives here: the class of its failure, or {@code value}. */
    String kind(String program, boolean strict) {
        return kind(run(program, strict));
    }

    private Outcome run(String program, boolean strict) {
        AtomicReference<Future<?>> alarm = new AtomicReference<>();
        try {
            return evaluator.run(program, strict, evaluation -> alarm.set(arm(evaluation)));
        } catch (RuntimeException | Error internal) {
            return new Outcome.Failure("internal", null, internal.toString(), internal.toString(), List.of());
        } finally {
            Future<?> set = alarm.get();
            if (set != null) {
                set.cancel(false);
            }
        }
    }

    private Future<?> arm(Evaluation evaluation) {
        return clock.schedule(
                () -> evaluation.stop(ErrorCode.TIMEOUT, "The deadline passed."), SECONDS, TimeUnit.SECONDS);
    }

    /** The reference's arithmetic overflows then. */
    private static boolean isTooLongAList(Outcome outcome) {
        return outcome instanceof Outcome.Failure failure
                && failure.message().contains("`builtins.genList` cannot make a list of length 4611686018427387904");
    }

    /** The reference's log shows only first lines this way, and tabs as spaces. */
    private static List<String> firstLines(List<String> traces) {
        return traces.stream()
                .map(each -> each.lines().findFirst().orElse("").replaceAll("\\s+", " "))
                .toList();
    }

    private static String kind(ReferenceAnswer answer) {
        return answer instanceof ReferenceAnswer.Failure failure ? failure.errorClass() : "value";
    }

    private static String kind(Outcome outcome) {
        return outcome instanceof Outcome.Failure failure ? failure.errorClass() : "value";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
