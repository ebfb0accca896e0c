package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorPrinter;
import kwix.language.value.ByteBuilder;

/** {@code kwix test}. */
final class TestCommand {

    private TestCommand() {}

    /** Runs the cases, then prints how they went. @return the exit status */
    static int run(TestRequest request, Invocation invocation, ErrorPrinter printer) {
        request.conditions().warnings().forEach(warning -> invocation.report("kwix test: warning: " + warning + "\n"));
        TestCases.Found found = TestCases.of(request.files(), invocation);
        List<TestCase> cases = found.cases().stream().filter(request::asksFor).toList();
        if (cases.isEmpty() && found.orphans().isEmpty()) {
            throw new UsageException(
                    found.cases().isEmpty() ? "there are no cases here" : "no case has a name that --filter asks for",
                    found.cases().isEmpty()
                            ? "a case is a module whose file's name ends with " + TestCase.MODULE
                            : "there are " + named(found.cases()));
        }
        var results = new ArrayList<TestResult>();
        for (TestCase test : cases) {
            results.add(new TestRun(test, request, invocation, printer).run());
        }
        if (request.filters().isEmpty()) {
            for (String orphan : found.orphans()) {
                results.add(TestResult.failed(
                        orphan, "it belongs to no case: there is no " + TestCase.moduleOf(orphan), ""));
            }
        }
        String report = request.report();
        if (report != null) {
            Output.write(ByteBuilder.of(SourceText.encode(JUnitReport.of(results))), report, invocation);
        }
        Output.write(ByteBuilder.of(SourceText.encode(text(results))), null, invocation);
        return results.stream().anyMatch(TestResult::isFailure) ? ExitStatus.FINDINGS : ExitStatus.SUCCESS;
    }

    private static String named(List<TestCase> cases) {
        List<TestCase> few = cases.subList(0, Math.min(cases.size(), 5));
        String names = String.join(", ", few.stream().map(TestCase::name).toList());
        return few.size() < cases.size() ? names + " and " + (cases.size() - few.size()) + " more" : names;
    }

    private static String text(List<TestResult> results) {
        var text = new StringBuilder();
        for (TestResult result : results) {
            text.append(String.format("%-8s  %s", result.status().text(), result.name()));
            if (!result.summary().isEmpty()) {
                text.append(": ").append(result.summary());
            }
            text.append('\n');
            result.details()
                    .lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
        }
        long failed = results.stream().filter(TestResult::isFailure).count();
        long accepted = results.stream()
                .filter(result -> result.status() == TestResult.Status.ACCEPTED)
                .count();
        text.append('\n')
                .append(results.size() - failed - accepted)
                .append(" passed")
                .append(accepted == 0 ? "" : ", " + accepted + " accepted")
                .append(failed == 0 ? "" : ", " + failed + " failed")
                .append('\n');
        return text.toString();
    }
}
