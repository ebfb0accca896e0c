package kwix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kwix.language.value.Suggestions;

/** What a new project can begin with: files that lie in the folder of the same name among the resources. */
enum ProjectTemplate {
    APP(
            "kwix.toml",
            "app.kx",
            "staging.kx",
            "production.kx",
            "tests/image.test.kx",
            "tests/image.test.error",
            "tests/production.test.kx",
            "tests/production.test.yaml"),
    RESOURCES(
            "kwix.toml",
            "web.kx",
            "staging.kx",
            "production.kx",
            "tests/production.test.kx",
            "tests/production.test.yaml"),
    SERVICE(
            "kwix.toml",
            "cluster.kx",
            "services/web.kx",
            "staging.kx",
            "production.kx",
            "tests/host.test.kx",
            "tests/host.test.error",
            "tests/production.test.kx",
            "tests/production.test.yaml");

    private final List<String> files;

    ProjectTemplate(String... files) {
        this.files = List.of(files);
    }

    /** The paths of its files below the project's folder. */
    List<String> files() {
        return files;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ProjectTemplate::text).toList();
    }

    static ProjectTemplate of(String text) {
        for (ProjectTemplate template : values()) {
            if (template.text().equals(text)) {
                return template;
            }
        }
        List<String> near = Suggestions.near(text, texts());
        throw new UsageException(
                "there is no template `" + text + "`",
                near.isEmpty()
                        ? "there are " + String.join(", ", texts())
                        : "did you mean `" + String.join("` or `", near) + "`?");
    }

    byte[] content(String file) {
        String name = "init/" + text() + "/" + file;
        try (InputStream content = ProjectTemplate.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(content, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
