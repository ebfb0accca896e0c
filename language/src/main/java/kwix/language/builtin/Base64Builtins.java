package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kwix.language.value.ContextString;
import kwix.language.value.PathValue;
import kwix.language.value.Utf8;

/** Bytes as text, as Secrets hold them. These are Kwix's own: the reference has no builtins of these names. */
final class Base64Builtins {

    private Base64Builtins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("toBase64")
                        .string("string")
                        .doc("The bytes of a string in base64. Keeps the string's context. Not part of Nix.")
                        .example("builtins.toBase64 \"abc\"", "\"YWJj\"")
                        .unary((context, string) -> ContextString.of(
                                encoded(ContextString.text(string).getBytes(StandardCharsets.ISO_8859_1)),
                                ContextString.context(string))),
                builtin("readBase64")
                        .strict("path")
                        .doc("The bytes of a file in base64, whatever they are. Not part of Nix.")
                        .example("builtins.readBase64 /dev/null", "\"\"")
                        .unary((context, argument) -> {
                            PathValue path = PathArgument.readable(argument, context.coercion(), "readBase64");
                            return encoded(context.machine().readBytes(path));
                        }),
                builtin("isTextFile")
                        .strict("path")
                        .doc("""
                            Whether the bytes of a file are text: UTF-8 without null bytes. Others can be had by `readBase64` only. Not part of
                            Nix.\
                            """)
                        .example("builtins.isTextFile /dev/null", "true")
                        .unary((context, argument) -> {
                            PathValue path = PathArgument.readable(argument, context.coercion(), "isTextFile");
                            String bytes = new String(context.machine().readBytes(path), StandardCharsets.ISO_8859_1);
                            return bytes.indexOf('\0') < 0 && Utf8.firstMalformed(bytes) < 0;
                        }));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
