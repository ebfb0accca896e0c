package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import kwix.store.InvalidHashException;
import org.jspecify.annotations.Nullable;

/** Cryptographic hashes. */
final class HashBuiltins {

    private static final String EXPERIMENTAL = "blake3";

    private HashBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("hashString")
                        .plainString("algorithm")
                        .lazy("string")
                        .doc("The hash of a string's bytes in hexadecimal digits. Algorithms: `md5`, `sha1`,"
                                + " `sha256`, `sha512`.")
                        .example("builtins.hashString \"md5\" \"abc\"", "\"900150983cd24fb0d6963f7d28e17f72\"")
                        .binary((context, algorithm, string) -> {
                            HashAlgorithm known = algorithm((String) algorithm, "hashString");
                            String text = ContextString.text(Needed.string(string, "hashString", "argument 2"));
                            return context.digests().hexadecimal(known, text);
                        }),
                builtin("hashFile")
                        .plainString("algorithm")
                        .lazy("path")
                        .doc("The hash of a file's bytes in hexadecimal digits. Algorithms: `md5`, `sha1`,"
                                + " `sha256`, `sha512`.")
                        .example("builtins.hashFile \"md5\" /dev/null", "\"d41d8cd98f00b204e9800998ecf8427e\"")
                        .binary((context, algorithm, argument) -> {
                            HashAlgorithm known = algorithm((String) algorithm, "hashFile");
                            PathValue path = PathArgument.readable(argument, context.coercion(), "hashFile");
                            return known.hash(context.machine().readBytes(path)).text(HashFormat.BASE16);
                        }),
                builtin("convertHash")
                        .set("arguments")
                        .doc("""
                            Writes a hash in another way: `hash`, its `hashAlgo` unless the text says it, and `toHashFormat`, which is one of
                            `base16`, `nix32`, `base64` and `sri`.\
                            """)
                        .example(
                                "builtins.convertHash { hash = \"900150983cd24fb0d6963f7d28e17f72\"; hashAlgo ="
                                        + " \"md5\"; toHashFormat = \"sri\"; }",
                                "\"md5-kAFQmDzST7DWlj99KOF/cg==\"")
                        .unary((context, arguments) -> convert((AttributeSet) arguments)));
    }

    private static HashAlgorithm algorithm(String name, String builtin) {
        HashAlgorithm algorithm = HashAlgorithm.named(name);
        if (name.equals(EXPERIMENTAL)) {
            throw experimental();
        }
        if (algorithm == null) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins." + builtin + "` does not know the hash algorithm " + Describe.quoted(name)
                                    + ".")
                    .withSubject(Describe.text(name))
                    .withHint("There are md5, sha1, sha256 and sha512.");
        }
        return algorithm;
    }

    /** The reference has it behind a feature that is off unless someone asks for it. */
    private static KwixException experimental() {
        return DerivationAttributes.unsupported("The hash algorithm `" + EXPERIMENTAL + "`", EXPERIMENTAL + "-hashes");
    }

    private static String convert(AttributeSet arguments) {
        String text = required(arguments, "hash");
        Object named = arguments.get("hashAlgo");
        @Nullable
        HashAlgorithm algorithm = named == null
                ? null
                : algorithm(Needed.plainString(named, "convertHash", "the attribute `hashAlgo`"), "convertHash");
        String name = required(arguments, "toHashFormat");
        HashFormat format = HashFormat.named(name);
        if (format == null) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.convertHash` does not know the hash format " + Describe.quoted(name) + ".")
                    .withSubject(Describe.text(name))
                    .withHint("There are base16, nix32, base64 and sri.");
        }
        if (text.startsWith(EXPERIMENTAL + "-") || text.startsWith(EXPERIMENTAL + ":")) {
            throw experimental();
        }
        try {
            return Hash.parse(text, algorithm).text(format);
        } catch (InvalidHashException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.convertHash` cannot read the hash: "
                                    + Describe.text(String.valueOf(invalid.getMessage())) + ".")
                    .withSubject(Describe.text(text));
        }
    }

    private static String required(AttributeSet arguments, String name) {
        Object value = Needed.attribute(arguments, name, "convertHash", "its argument");
        return Needed.plainString(value, "convertHash", "the attribute `" + name + "`");
    }
}
