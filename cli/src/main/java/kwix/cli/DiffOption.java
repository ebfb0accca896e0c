package kwix.cli;

import java.util.List;

/** The options of {@code kwix diff} that no other command declares. */
enum DiffOption implements CommandOption {
    FORMAT(List.of("--format"), List.of("FORMAT"), false, "Print as text (the default) or json."),
    NAMESPACE(
            List.of("-n", "--namespace"),
            List.of("NAMESPACE"),
            false,
            "The namespace of resources that name none, in modules and in manifests.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    DiffOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
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
