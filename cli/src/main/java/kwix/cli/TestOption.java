package kwix.cli;

import java.util.List;

/** The options of {@code kwix test} that no other command declares. */
enum TestOption implements CommandOption {
    FILTER(
            List.of("--filter"),
            List.of("PATTERN"),
            true,
            "Run only cases with this in their names; * and ? stand for any characters. May be given again."),
    ACCEPT(List.of("--accept"), List.of(), true, "Make what the cases give now what is expected of them."),
    JUNIT(List.of("--junit"), List.of("FILE"), false, "Write a report in the XML of JUnit into this file.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    TestOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
        this.names = names;
        this.parameters = parameters;
        this.repeatable = repeatable;
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
        return repeatable;
    }

    @Override
    public String description() {
        return description;
    }
}
