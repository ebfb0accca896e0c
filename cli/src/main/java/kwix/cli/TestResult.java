package kwix.cli;

import java.time.Duration;

/**
 * How a case went.
 *
 * @param name of the case, or the file that is wrong by itself
 * @param details more than one line, when there is more to say
 */
record TestResult(String name, Status status, String summary, String details, Duration duration) {

    enum Status {
        PASSED("ok"),
        ACCEPTED("accepted"),
        FAILED("FAILED");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static TestResult failed(String name, String summary, String details) {
        return new TestResult(name, Status.FAILED, summary, details, Duration.ZERO);
    }

    TestResult after(Duration time) {
        return new TestResult(name, status, summary, details, time);
    }

    boolean isFailure() {
        return status == Status.FAILED;
    }
}
