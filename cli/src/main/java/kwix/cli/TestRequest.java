package kwix.cli;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix test} is asked for.
 *
 * @param files cases and folders with cases; none for those of the project
 * @param filters of which a case's name must hold one, when there are any
 * @param report the file for a report; null for none
 */
record TestRequest(
        List<String> files,
        List<Pattern> filters,
        boolean accept,
        @Nullable String report,
        List<EvalRequest.Argument> arguments,
        Colour colour,
        Conditions conditions) {

    static TestRequest of(ParsedArguments parsed) {
        List<String> files = parsed.files();
        if (files.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (files.contains("-")) {
            throw new UsageException("cases are files, so they cannot be read from standard input (-)", null);
        }
        String report = parsed.single(TestOption.JUNIT);
        if (report != null && report.isEmpty()) {
            throw new UsageException("the name of the FILE for the report is empty", null);
        }
        String colour = parsed.single(EvalOption.COLOR);
        return new TestRequest(
                files,
                parsed.values(TestOption.FILTER).stream()
                        .map(text -> ResourcePattern.glob("*" + text + "*", 0))
                        .toList(),
                parsed.has(TestOption.ACCEPT),
                report,
                EvalRequest.arguments(parsed),
                colour == null ? Colour.AUTO : Colour.of(colour),
                Conditions.of(parsed));
    }

    boolean asksFor(TestCase test) {
        return filters.isEmpty()
                || filters.stream()
                        .anyMatch(filter -> filter.matcher(test.name()).matches());
    }
}
