package kwix.cli;

import java.util.List;

/** The option of {@code kwix options} that no other command declares. */
enum OptionsOption implements CommandOption {
    FORMAT;

    @Override
    public List<String> names() {
        return List.of("--format");
    }

    @Override
    public List<String> parameters() {
        return List.of("FORMAT");
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public String description() {
        return "Print as text (the default), markdown, json, json-schema or html, a page with a search.";
    }
}
