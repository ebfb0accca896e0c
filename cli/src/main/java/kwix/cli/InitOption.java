package kwix.cli;

import java.util.List;

/** The options of {@code kwix init}. */
enum InitOption implements CommandOption {
    TEMPLATE(
            List.of("--template"),
            List.of("TEMPLATE"),
            false,
            "What the project begins with: app, an app with everything around it (the default); resources, Kubernetes'"
                    + " resources field by field; or service, a service with options of its own.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    InitOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
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
