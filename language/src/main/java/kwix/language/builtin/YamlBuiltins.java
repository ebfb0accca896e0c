package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.List;
import kwix.language.read.YamlReader;
import kwix.language.read.YamlSource;
import kwix.language.render.YamlWriter;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;

/** YAML. These are Kwix's own: the reference has no builtins of these names. */
final class YamlBuiltins {

    private YamlBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("fromYAML")
                        .plainString("yaml")
                        .doc("""
                            The value of a YAML 1.2 text with one document; `null` when there is none in it. Dates are strings, aliases are
                            the values of their anchors, and `<<` merges mappings. A key that comes twice or is no string is an error, and
                            so is a number that does not fit or a tag of somebody's own. Not part of Nix.\
                            """)
                        .example("builtins.fromYAML \"a: [1, 2.5, no, ~]\"", "{ a = [ 1 2.5 \"no\" null ]; }")
                        .unary((context, yaml) -> {
                            Object value = YamlReader.document(new YamlSource((String) yaml, null), context.budget());
                            return value == null ? NullValue.NULL : value;
                        }),
                builtin("fromYAMLStream")
                        .plainString("yaml")
                        .doc("The list of all documents of a YAML 1.2 text, read as `fromYAML` does. Not part of Nix.")
                        .example("builtins.fromYAMLStream \"--- 1\\n--- { a: b }\\n\"", "[ 1 { a = \"b\"; } ]")
                        .unary((context, yaml) ->
                                ListValue.of(YamlReader.stream(new YamlSource((String) yaml, null), context.budget()))),
                builtin("readYAML")
                        .strict("path")
                        .doc("""
                            The list of the documents in a YAML or JSON file, without those that are empty: what `kubectl apply -f` would
                            take. Attributes know their places in the file. Not part of Nix.\
                            """)
                        .example("builtins.readYAML /dev/null", "[ ]")
                        .unary((context, path) -> read(context, path)),
                builtin("toYAML")
                        .strict("value")
                        .doc("""
                            A value as one YAML document, which ends with a newline. Converts what `toJSON` converts; floats that are no
                            finite number are an error. Not part of Nix.\
                            """)
                        .example("builtins.toYAML { a = [ 1 \"1\" null ]; }", "\"a:\\n- 1\\n- \\\"1\\\"\\n- null\\n\"")
                        .unary((context, value) -> YamlWriter.documentValue(value, context.evaluation())),
                builtin("toYAMLStream")
                        .list("values")
                        .doc("""
                            A list of values as YAML documents, each of which begins with `---`. What tells a Kubernetes object from others
                            comes first in it. Not part of Nix.\
                            """)
                        .example(
                                "builtins.toYAMLStream [ 1 { kind = \"A\"; apiVersion = \"v1\"; } ]",
                                "\"--- 1\\n---\\napiVersion: v1\\nkind: A\\n\"")
                        .unary((context, values) -> YamlWriter.streamValue((ListValue) values, context.evaluation())));
    }

    private static ListValue read(BuiltinContext context, Object argument) {
        PathValue path = PathArgument.readable(argument, context.coercion(), "readYAML");
        var source = new YamlSource(context.machine().readFile(path), path.path());
        return ListValue.of(YamlReader.stream(source, context.budget()).stream()
                .filter(document -> document != NullValue.NULL)
                .toList());
    }
}
