package kwix.benchmark;

/** A run that means nothing: a program is missing or failed, or answers differ. */
final class BenchmarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchmarkException(String message) {
        super(message);
    }
}
