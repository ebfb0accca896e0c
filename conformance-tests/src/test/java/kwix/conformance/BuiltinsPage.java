package kwix.conformance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kwix.language.builtin.Builtin;
import kwix.language.builtin.Builtins;

/** The reference page of the builtins, from their declarations. */
final class BuiltinsPage {

    private static final String TEXT = """
        # Builtins

        Made from the declarations of the builtins by ReferencePagesTest; its examples are tested. All of these are attributes of `builtins`; a
        name that is also a variable everywhere, or is one with `__` before it, says so. Where nothing else is said they behave as in Nix;
        [differences](../differences.md) are listed.

        %s
        %s\
        """;

    private BuiltinsPage() {}

    static String text() {
        List<Builtins.Group> groups = Builtins.groups();
        return TEXT.formatted(
                groups.stream().map(BuiltinsPage::contents).collect(Collectors.joining()),
                groups.stream().map(BuiltinsPage::group).collect(Collectors.joining("\n")));
    }

    private static String contents(Builtins.Group group) {
        return "- [%s](#%s): %s\n"
                .formatted(
                        group.title(),
                        anchor(group.title()),
                        group.builtins().stream()
                                .map(builtin -> "[%s](#%s)".formatted(builtin.name(), anchor(builtin.name())))
                                .collect(Collectors.joining(" · ")));
    }

    /** How a heading is linked to on the sites that show these pages. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
    }

    private static String group(Builtins.Group group) {
        return "## %s\n\n%s"
                .formatted(
                        group.title(),
                        group.builtins().stream().map(BuiltinsPage::builtin).collect(Collectors.joining("\n")));
    }

    private static String builtin(Builtin builtin) {
        var page = new StringBuilder("### ").append(builtin.name()).append("\n\n");
        page.append('`').append(builtin.name());
        builtin.parameters().forEach(parameter -> page.append(' ').append(parameter.name()));
        page.append('`');
        if (builtin.global().equals(builtin.name())) {
            page.append(", also without `builtins.`");
        } else {
            page.append(", also `").append(builtin.global()).append('`');
        }
        page.append("\n\n");
        for (Builtin.Parameter parameter : builtin.parameters()) {
            page.append(
                    "- `%s`: %s\n".formatted(parameter.name(), parameter.kind().words()));
        }
        page.append(builtin.parameters().isEmpty() ? "" : "\n")
                .append(builtin.doc().strip())
                .append("\n\n");
        if (!builtin.examples().isEmpty()) {
            page.append("```nix\n");
            for (Builtin.Example example : builtin.examples()) {
                page.append(example.expression())
                        .append("\n=> ")
                        .append(example.result())
                        .append('\n');
            }
            page.append("```\n");
        }
        return page.toString();
    }
}
