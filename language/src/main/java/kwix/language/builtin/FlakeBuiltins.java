package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.List;
import kwix.language.fetch.FlakeReference;
import kwix.language.value.AttributeSet;

/** Flakes and references to them. */
final class FlakeBuiltins {

    private FlakeBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("getFlake")
                        .plainString("reference")
                        .doc("""
                            The outputs of a flake without inputs, with what is known of its source. Pure evaluation needs a reference that says the
                            revision or the hash of the contents.\
                            """)
                        .example("builtins.isFunction builtins.getFlake", "true")
                        .unary((context, reference) -> Flake.of(context, (String) reference)),
                builtin("parseFlakeRef")
                        .plainString("reference")
                        .doc("The attributes of a reference to a flake that is written as a URL, a path or a name.")
                        .example(
                                "builtins.parseFlakeRef \"github:NixOS/nixpkgs/23.05?dir=lib\"",
                                "{ dir = \"lib\"; owner = \"NixOS\"; ref = \"23.05\"; repo = \"nixpkgs\"; type ="
                                        + " \"github\"; }")
                        .unary((context, reference) ->
                                FlakeReference.parse((String) reference).asSet()),
                builtin("flakeRefToString")
                        .set("attributes")
                        .doc("The reference to a flake that has these attributes, written as a URL.")
                        .example(
                                "builtins.flakeRefToString { type = \"path\"; path = \"/my flake\"; dir = \"lib\"; }",
                                "\"path:/my%20flake?dir=lib\"")
                        .unary((context, attributes) ->
                                FlakeReference.of((AttributeSet) attributes).asText()));
    }
}
