package kwix.cli;

import java.util.List;

/** The options of {@code kwix lsp}. */
enum LspOption implements CommandOption {
    STDIO(
            List.of("--stdio"),
            List.of(),
            true,
            "Speak on standard input and output: what it does anyway; some editors say so.");

    private final List<String> names;
    private final List<String> parameters;
    private final boolean repeatable;
    private final String description;

    LspOption(List<String> names, List<String> parameters, boolean repeatable, String description) {
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
