package kwix.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix fmt} is asked for.
 *
 * @param inputs files, folders, or standard input alone
 * @param check whether to name what is not formatted instead of writing
 * @param diff whether to show what would change instead of writing
 * @param range null for all lines
 */
record FmtRequest(
        List<String> inputs,
        boolean check,
        boolean diff,
        @Nullable Range range,
        Colour colour) {

    /** Lines, counted from 1. */
    record Range(int first, int last) {}

    static final String STANDARD_INPUT = "-";

    private static final Pattern LINES = Pattern.compile("([1-9][0-9]{0,8}):([1-9][0-9]{0,8})");

    static FmtRequest of(ParsedArguments parsed) {
        List<String> inputs = parsed.files().isEmpty() ? List.of(".") : parsed.files();
        if (inputs.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (inputs.size() > 1 && inputs.contains(STANDARD_INPUT)) {
            throw new UsageException("standard input (-) cannot be formatted together with files", null);
        }
        Range range = range(parsed.single(FmtOption.RANGE));
        if (range != null && parsed.files().size() != 1) {
            throw new UsageException(
                    "--range takes one FILE, but there are " + parsed.files().size(), null);
        }
        String colour = parsed.single(EvalOption.COLOR);
        return new FmtRequest(
                inputs,
                parsed.has(FmtOption.CHECK),
                parsed.has(FmtOption.DIFF),
                range,
                colour == null ? Colour.AUTO : Colour.of(colour));
    }

    boolean writes() {
        return !check && !diff;
    }

    private static @Nullable Range range(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher lines = LINES.matcher(text);
        if (lines.matches()) {
            var range = new Range(Integer.parseInt(lines.group(1)), Integer.parseInt(lines.group(2)));
            if (range.first() <= range.last()) {
                return range;
            }
        }
        throw new UsageException(
                "--range takes the first and the last line, counted from 1, not `" + text + "`",
                "for example: --range 10:20");
    }
}
