package kwix.cli;

import java.util.List;

/** The options of {@code kwix fmt} that no other command declares. */
enum FmtOption implements CommandOption {
    CHECK(List.of("--check"), List.of(), "Write nothing, but print the names of files that are not formatted."),
    DIFF(List.of("--diff"), List.of(), "Write nothing, but show what formatting would change."),
    RANGE(
            List.of("--range"),
            List.of("FIRST:LAST"),
            "Format no more than these lines, counted from 1, and what belongs together with them; takes one FILE or"
                    + " -.");

    private final List<String> names;
    private final List<String> parameters;
    private final String description;

    FmtOption(List<String> names, List<String> parameters, String description) {
        this.names = names;
        this.parameters = parameters;
        this.description = description;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public String description() {
        return description;
    }
}
