package kwix.cli;

import java.util.List;

/** The options of {@code kwix render} that no other command declares. */
enum RenderOption implements CommandOption {
    OUTPUT(
            List.of("-o", "--output"),
            List.of("DIR"),
            false,
            "Write a file for each resource into this folder, and remove those that it wrote before."),
    FORMAT(
            List.of("--format"),
            List.of("FORMAT"),
            false,
            "Print as yaml, a stream of documents (the default), or as json, a List."),
    SELECT(
            List.of("--select"),
            List.of("KIND/NAME"),
            true,
            "Print only these resources; * and ? stand for any characters. May be given again."),
    NAMESPACE(
            List.of("-n", "--namespace"),
            List.of("NAMESPACE"),
            false,
            "The namespace of resources that name none, whatever the modules say of it."),
    KUBERNETES_VERSION(
            List.of("--kubernetes-version"),
            List.of("VERSION[,VERSION…]"),
            false,
            "The version of the cluster, such as 1.34. Of several all are checked, and the first is printed."),
    PLAINTEXT_SECRETS(
            List.of("--plaintext-secrets"),
            List.of(),
            true,
            "Print Secrets with their values. Without it a Secret that has some is an error."),
    WATCH(List.of("--watch"), List.of(), true, "Go on, and print again when a file changes and the result with it.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    RenderOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
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
