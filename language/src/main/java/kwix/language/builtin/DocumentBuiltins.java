package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.read.JsonReader;
import kwix.language.read.TomlReader;
import kwix.language.render.JsonWriter;
import kwix.language.render.XmlWriter;

/** Values as documents, and back. */
final class DocumentBuiltins {

    private DocumentBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("fromJSON")
                        .plainString("json")
                        .doc("The value of a JSON text. When an object has a name twice, the last one counts.")
                        .example("builtins.fromJSON ''{ \"a\": [ 1, 2.5, null ] }''", "{ a = [ 1 2.5 null ]; }")
                        .unary((context, json) -> new JsonReader((String) json, context.budget()).read()),
                builtin("toJSON")
                        .strict("value")
                        .doc("""
                            A value as JSON on one line. Paths are copied to the store, sets with `__toString` or `outPath` become
                            strings; functions are an error.\
                            """)
                        .example("builtins.toJSON { a = [ 1 true null ]; }", "\"{\\\"a\\\":[1,true,null]}\"")
                        .unary((context, value) -> JsonWriter.write(value, context.evaluation())),
                global("fromTOML")
                        .plainString("toml")
                        .doc("The set of a TOML document. Dates and times are an error.")
                        .example(
                                "builtins.fromTOML \"a = 1\\n[b]\\nc = [ true ]\"", "{ a = 1; b = { c = [ true ]; }; }")
                        .unary((context, toml) -> TomlReader.read((String) toml)),
                builtin("toXML")
                        .strict("value")
                        .doc("A value as an XML document. Functions are shown by their parameters.")
                        .example("builtins.stringLength (builtins.toXML null)", "65")
                        .unary((context, value) -> XmlWriter.write(value, context.evaluation())));
    }
}
