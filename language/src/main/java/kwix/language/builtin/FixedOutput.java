package kwix.language.builtin;

import java.util.List;
import java.util.Map;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.store.Derivation;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.InvalidHashException;
import kwix.store.StorePaths;
import org.jspecify.annotations.Nullable;

/** The attributes by which a derivation says beforehand what it will make. */
final class FixedOutput {

    private final BuiltinContext context;
    private final String name;
    private @Nullable String hash;
    private @Nullable HashAlgorithm algorithm;
    private boolean isArchive;

    FixedOutput(BuiltinContext context, String name) {
        this.context = context;
        this.name = name;
    }

    void hash(String text) {
        hash = text;
    }

    /** An unknown algorithm counts as none: the hash may say its own. */
    void algorithm(String text) {
        algorithm = HashAlgorithm.named(text);
    }

    void mode(String text) {
        isArchive = switch (text) {
            case "flat" -> false;
            case "recursive", "nar" -> true;
            case "text" ->
                throw DerivationAttributes.unsupported("The `outputHashMode` \"text\"", "dynamic-derivations");
            case "git" -> throw DerivationAttributes.unsupported("The `outputHashMode` \"git\"", "git-hashing");
            default ->
                throw DerivationAttributes.invalid("There is no `outputHashMode` " + Describe.quoted(text), text)
                        .withHint("There are \"flat\" and \"recursive\".");
        };
    }

    boolean isWanted() {
        return hash != null;
    }

    /** The one output, with its path. */
    Map<String, Derivation.Output> outputs(List<String> names) {
        if (!names.equals(List.of("out"))) {
            throw DerivationAttributes.invalid(
                    "A derivation with an `outputHash` has one output, which is called `out`", name);
        }
        Hash contents = contents(context, hash == null ? "" : hash, algorithm, "outputHash");
        String path = StorePaths.NIX.fixedOutput(isArchive, contents, name);
        return Map.of("out", Derivation.Output.fixed(path, isArchive, contents));
    }

    /** A hash as an attribute gives it. An empty one stands for one that is not known yet, and is taken to be all zeros. */
    static Hash contents(BuiltinContext context, String text, @Nullable HashAlgorithm algorithm, String attribute) {
        if (text.isEmpty()) {
            if (algorithm == null) {
                throw DerivationAttributes.invalid("An empty hash needs an `outputHashAlgo`", "");
            }
            Hash zeros = Hash.of(algorithm, new byte[algorithm.size()]);
            context.machine().report("warning: An empty hash is taken to be `" + zeros + "`.");
            return zeros;
        }
        try {
            return Hash.parse(text, algorithm);
        } catch (InvalidHashException invalid) {
            throw unreadable(text, attribute, invalid);
        }
    }

    private static KwixException unreadable(String text, String attribute, InvalidHashException invalid) {
        return DerivationAttributes.invalid(
                "The attribute `" + attribute + "` is no hash: " + Describe.text(String.valueOf(invalid.getMessage())),
                text);
    }
}
