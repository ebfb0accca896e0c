package kwix.cli;

import java.util.List;

/** The options of {@code kwix graph} that no other command declares. */
enum GraphOption implements CommandOption {
    FORMAT(
            List.of("--format"),
            List.of("FORMAT"),
            false,
            "Print as text, a tree (the default), as dot or mermaid for programs that draw, or as json."),
    SELECT(
            List.of("--select"),
            List.of("KIND/NAME"),
            true,
            "Show only these resources and what they need; * and ? stand for any characters. May be given again."),
    DIRECTION(
            List.of("--direction"),
            List.of("DIRECTION"),
            false,
            "Of what is selected, show what it needs (the default), what is needed-by: needs it, or both."),
    KUBERNETES_VERSION(
            List.of("--kubernetes-version"), List.of("VERSION"), false, "The version of the cluster, such as 1.34.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    GraphOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
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
