package kwix.language.module;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.module.Project.Module;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a {@code kwix.toml}. Every mistake in it is an error with its place, unknown keys too. */
final class ProjectFile {

    private static final String MODULES = "modules";
    private static final String ENVIRONMENTS = "environments";
    private static final String KUBERNETES_VERSION = "kubernetes-version";

    private static final String FORMAT = "format";
    private static final String EXCLUDE = "exclude";

    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+(\\.[0-9]+)?");

    private final PathValue file;
    private final PathValue root;
    private final SourceText source;

    private ProjectFile(PathValue file, SourceText source) {
        this.file = file;
        this.root = PathValue.normalised(file.path() + "/..");
        this.source = source;
    }

    static Project read(PathValue file) {
        String name = Describe.text(file.path());
        try {
            byte[] bytes = Files.readAllBytes(FileNames.path(file.path()));
            return new ProjectFile(file, new SourceText(name, SourceText.decode(bytes))).project();
        } catch (IOException failure) {
            throw new KwixException(ErrorCode.PROJECT, "`" + name + "` cannot be read: " + failure.getMessage() + ".");
        }
    }

    private Project project() {
        TomlParseResult toml = Toml.parse(source.text());
        if (toml.hasErrors()) {
            throw syntaxError(toml.errors());
        }
        refuseUnknown(toml, List.of(), List.of(MODULES, ENVIRONMENTS, KUBERNETES_VERSION, FORMAT));
        var environments = new LinkedHashMap<String, List<Module>>();
        TomlTable named = table(toml, List.of(ENVIRONMENTS));
        if (named != null) {
            for (String name : named.keySet()) {
                var path = List.of(ENVIRONMENTS, name);
                TomlTable environment = table(toml, path);
                if (environment != null) {
                    refuseUnknown(environment, path, List.of(MODULES));
                    environments.put(name, modules(toml, List.of(ENVIRONMENTS, name, MODULES)));
                }
            }
        }
        return new Project(root, file, modules(toml, List.of(MODULES)), environments, version(toml), unformatted(toml));
    }

    private List<Module> modules(TomlTable toml, List<String> path) {
        Object value = toml.get(path);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray array)) {
            throw wrongType(toml, path, "a list of paths", value)
                    .withHint("For example: modules = [ \"./default.kx\" ]");
        }
        var modules = new ArrayList<Module>();
        for (int i = 0; i < array.size(); i++) {
            Place place = place(array.inputPositionOf(i));
            if (!(array.get(i) instanceof String text)) {
                throw error("Element " + (i + 1) + " of `" + key(path) + "` must be a path in quotes.", place);
            }
            String bytes = SourceText.encode(text);
            String absolute = bytes.startsWith("/") ? bytes : root.path() + "/" + bytes;
            modules.add(new Module(PathValue.normalised(absolute), place));
        }
        return modules;
    }

    private @Nullable String version(TomlTable toml) {
        var path = List.of(KUBERNETES_VERSION);
        Object value = toml.get(path);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrongType(toml, path, "a version in quotes", value)
                    .withHint("For example: kubernetes-version = \"1.34\"");
        }
        if (!VERSION.matcher(text).matches()) {
            throw error("`" + text + "` is not a version of Kubernetes.", place(toml.inputPositionOf(path)))
                    .withHint("It has two or three numbers: \"1.34\" or \"1.34.2\".");
        }
        return text;
    }

    private List<String> unformatted(TomlTable toml) {
        TomlTable format = table(toml, List.of(FORMAT));
        if (format == null) {
            return List.of();
        }
        refuseUnknown(format, List.of(FORMAT), List.of(EXCLUDE));
        var path = List.of(FORMAT, EXCLUDE);
        Object value = toml.get(path);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray array)) {
            throw wrongType(toml, path, "a list of patterns", value)
                    .withHint("For example: exclude = [ \"generated/\" ]");
        }
        var patterns = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof String pattern)) {
                throw error(
                        "Element " + (i + 1) + " of `" + key(path) + "` must be a pattern in quotes.",
                        place(array.inputPositionOf(i)));
            }
            patterns.add(pattern);
        }
        return List.copyOf(patterns);
    }

    private @Nullable TomlTable table(TomlTable toml, List<String> path) {
        Object value = toml.get(path);
        if (value == null || value instanceof TomlTable) {
            return (TomlTable) value;
        }
        throw wrongType(toml, path, "a table", value).withHint("For example: [" + key(path) + "]");
    }

    private void refuseUnknown(TomlTable table, List<String> path, List<String> known) {
        for (String name : table.keySet()) {
            if (!known.contains(name)) {
                List<String> near = Suggestions.near(name, known);
                String where = path.isEmpty() ? Project.FILE_NAME : "[" + key(path) + "]";
                throw error(
                                "`" + name + "` is not a setting of " + where + ".",
                                place(table.inputPositionOf(List.of(name))))
                        .withHint(
                                near.isEmpty()
                                        ? "It knows " + String.join(", ", known) + "."
                                        : "Did you mean `" + near.getFirst() + "`?");
            }
        }
    }

    private KwixException syntaxError(List<TomlParseError> errors) {
        TomlParseError first = errors.getFirst();
        KwixException error = error("This is not valid TOML: " + message(first), place(first.position()));
        for (TomlParseError other : errors.subList(1, errors.size())) {
            error.withRelated(place(other.position()), message(other));
        }
        return error;
    }

    private static String message(TomlParseError error) {
        String text = String.valueOf(error.getMessage());
        return text.endsWith(".") ? text : text + ".";
    }

    private KwixException wrongType(TomlTable toml, List<String> path, String expected, Object found) {
        return error(
                "`" + key(path) + "` must be " + expected + ", not " + kind(found) + ".",
                place(toml.inputPositionOf(path)));
    }

    private static String kind(Object value) {
        return switch (value) {
            case String ignored -> "a string";
            case Long ignored -> "a number";
            case Double ignored -> "a number";
            case Boolean ignored -> "a boolean";
            case TomlArray ignored -> "a list";
            case TomlTable ignored -> "a table";
            default -> "a date";
        };
    }

    private static String key(List<String> path) {
        return String.join(".", path);
    }

    private static KwixException error(String message, @Nullable Place place) {
        return new KwixException(ErrorCode.PROJECT, message).at(place);
    }

    /** The word or quoted text that begins at a position. */
    private Place place(@Nullable TomlPosition position) {
        if (position == null) {
            return new Place(source, 0, 0);
        }
        String text = source.text();
        int start = 0;
        for (int line = 1; line < position.line() && source.lineEnd(start) < text.length(); line++) {
            start = source.lineEnd(start) + (text.startsWith("\r\n", source.lineEnd(start)) ? 2 : 1);
        }
        start = Math.min(start + position.column() - 1, text.length());
        int end = start;
        char first = start < text.length() ? text.charAt(start) : ' ';
        if (first == '"' || first == '\'' || first == '[') {
            int close = text.indexOf(first == '[' ? ']' : first, start + 1);
            end = close < 0 || close > source.lineEnd(start) ? start + 1 : close + 1;
        } else {
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
        }
        return new Place(source, start, Math.max(end, Math.min(start + 1, text.length())));
    }
}
