package kwix.cli;

import java.util.List;

/** The options of {@code kwix explain} and {@code kwix why} that no other command declares. */
enum ExplainOption implements CommandOption {
    FORMAT(List.of("--format"), List.of("FORMAT"), "Print as text (the default) or json."),
    NAMESPACE(
            List.of("-n", "--namespace"),
            List.of("NAMESPACE"),
            "The namespace of the resource; also of resources that name none, as kwix render has it.");

    private final List<String> names;
    private final List<String> parameters;
    private final String description;

    ExplainOption(List<String> names, List<String> parameters, String description) {
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
