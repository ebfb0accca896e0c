package kwix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.diff.DiffPaint;
import kwix.kubernetes.diff.DiffText;
import kwix.kubernetes.diff.ManifestDiff;
import kwix.kubernetes.diff.ResourceChange;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.resource.ResourceSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** One case: rendered as {@code kwix render} does, and compared with what is expected. */
final class TestRun {

    private static final Pattern PLACE = Pattern.compile("\\.(kx|nix|yaml|yml|json):[0-9]+:[0-9]+");

    private final TestCase test;
    private final TestRequest request;
    private final Invocation invocation;
    private final ErrorPrinter printer;
    private final PathValue module;

    TestRun(TestCase test, TestRequest request, Invocation invocation, ErrorPrinter printer) {
        this.test = test;
        this.request = request;
        this.invocation = invocation;
        this.printer = printer;
        module = new PathValue(FileNames.bytes(test.module()));
    }

    TestResult run() {
        long start = System.nanoTime();
        TestResult result = result();
        return result.after(Duration.ofNanos(System.nanoTime() - start));
    }

    private TestResult result() {
        if (test.givesManifests() && test.fails()) {
            return failed(
                    "it has both " + name(test.manifests()) + " and " + name(test.failure())
                            + ", but it can only give manifests or fail",
                    "");
        }
        // What a case warns of is not what it is about.
        var opened = OpenedEvaluation.open(
                request.conditions(), invocation, printer, module, line -> {}, UnaryOperator.identity());
        var rendering = new Rendering(List.of(String.valueOf(test.module())), null, request.arguments(), null);
        List<RankedResource> given;
        try {
            given = opened.run(() -> rendering.graph(opened, null)).resources();
        } catch (KwixException failure) {
            return failing(failure);
        }
        return rendered(opened, given);
    }

    private TestResult rendered(OpenedEvaluation opened, List<RankedResource> all) {
        EvaluationContext context = opened.evaluation().context();
        if (test.fails()) {
            return failed("it must fail, as " + name(test.failure()) + " says, but it gives manifests", "");
        }
        if (!test.givesManifests()) {
            return request.accept()
                    ? accepted(opened, "", all)
                    : failed(
                            "nothing says what is expected: there is no " + name(test.manifests())
                                    + "; --accept makes it",
                            "");
        }
        ExpectedManifests expected;
        List<RankedResource> given;
        List<ResourceChange> changes;
        try {
            expected = opened.run(
                    () -> ExpectedManifests.read(new PathValue(FileNames.bytes(test.manifests())), opened.machine()));
            given = expected.concerned(all);
            changes = opened.run(() -> ManifestDiff.of(
                    ResourceSet.of(expected.resources(context.budget())),
                    ResourceSet.of(given.stream().map(RankedResource::resource).toList()),
                    context.budget()));
        } catch (KwixException unreadable) {
            return failed("what is expected cannot be read", printer.print(unreadable));
        }
        if (changes.isEmpty()) {
            return passed();
        }
        if (request.accept()) {
            return accepted(opened, expected.firstLine(), given);
        }
        boolean coloured = request.colour().applies(invocation.outTerminal(), invocation.environment());
        return failed(
                "it gives other manifests",
                opened.run(() -> DiffText.of(
                        changes, "expected", "given", context, coloured ? DiffPaint.COLOURED : DiffPaint.PLAIN)));
    }

    private TestResult accepted(OpenedEvaluation opened, String firstLine, List<RankedResource> given) {
        String text = opened.run(() ->
                Rendered.of(given, false, false, opened.evaluation().context()).text());
        write(test.manifests(), firstLine + text);
        return new TestResult(test.name(), TestResult.Status.ACCEPTED, name(test.manifests()), "", Duration.ZERO);
    }

    private TestResult failing(KwixException failure) {
        if (test.givesManifests()) {
            return failed("it fails, but must give manifests", printer.print(failure));
        }
        if (!test.fails()) {
            return failed(
                    "it fails; if it must, make " + name(test.failure()) + ", which --accept fills",
                    printer.print(failure));
        }
        String message = text(failure);
        List<String> wanted = lines(read(test.failure()));
        if (wanted.isEmpty()) {
            return request.accept()
                    ? acceptedFailure(failure)
                    : failed(name(test.failure()) + " is empty; --accept fills it", message);
        }
        String missing = firstMissing(wanted, lines(message));
        if (missing == null) {
            return passed();
        }
        return request.accept()
                ? acceptedFailure(failure)
                : failed("it fails in another way: the message has no `" + missing + "`", message);
    }

    /** Of the message, what does not say where something stands. */
    private TestResult acceptedFailure(KwixException failure) {
        List<String> lines = lines(text(failure)).stream()
                .filter(line -> !PLACE.matcher(line).find())
                .toList();
        write(test.failure(), SourceText.encode(String.join("\n", lines) + "\n"));
        return new TestResult(test.name(), TestResult.Status.ACCEPTED, name(test.failure()), "", Duration.ZERO);
    }

    private static String text(KwixException failure) {
        String hint = failure.hint();
        return failure.getMessage() + (hint == null ? "" : "\n" + hint);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The first of the wanted lines that no line has, after those that have the ones before it; null when there is none. */
    static @Nullable String firstMissing(List<String> wanted, List<String> lines) {
        int at = 0;
        for (String line : wanted) {
            while (at < lines.size() && !lines.get(at).contains(line)) {
                at++;
            }
            if (at++ >= lines.size()) {
                return line;
            }
        }
        return null;
    }

    private TestResult passed() {
        return new TestResult(test.name(), TestResult.Status.PASSED, "", "", Duration.ZERO);
    }

    private TestResult failed(String summary, String details) {
        return TestResult.failed(test.name(), summary, details);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "The file `" + name(file) + "` cannot be read: " + failure.getMessage() + ".");
        }
    }

    private void write(Path file, String bytes) {
        Output.write(ByteBuilder.of(bytes), String.valueOf(file), invocation);
    }
}
