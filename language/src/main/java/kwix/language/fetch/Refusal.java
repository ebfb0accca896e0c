package kwix.language.fetch;

import java.io.IOException;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.store.Hash;
import kwix.store.HashFormat;
import kwix.store.StoreWriteException;
import org.jspecify.annotations.Nullable;

/** Why something is not fetched, where more than one way of fetching has the reason. */
final class Refusal {

    private Refusal() {}

    /** @param hash what to write, if it is known */
    static KwixException unlocked(String builtin, String what, String attribute, @Nullable Hash hash) {
        return new KwixException(
                        ErrorCode.FORBIDDEN,
                        "Pure evaluation fetches nothing without a hash"
                                + (attribute.equals("rev") ? " or revision" : "") + ", but `builtins." + builtin
                                + "` is to fetch `"
                                + Describe.text(what) + "`.")
                .withHint(hint(attribute, hash));
    }

    private static String hint(String attribute, @Nullable Hash hash) {
        if (hash != null) {
            return "Write `" + attribute + " = \"" + hash.text(HashFormat.SRI) + "\";`.";
        }
        return "Add the attribute `" + attribute + "`; evaluation with --impure fetches the source and "
                + (attribute.equals("rev")
                        ? "gives the revision as an attribute of the result."
                        : "tells what it is when given a wrong one.");
    }

    static KwixException mismatch(String what, String attribute, Hash expected, Hash found, HashFormat format) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "`" + Describe.text(what) + "` has the hash `" + prefixed(found, format) + "`, not `"
                                + prefixed(expected, format) + "` as its attribute `" + attribute + "` says.")
                .withHint("If the new contents are meant, write `" + attribute + " = \""
                        + found.text(format == HashFormat.NIX32 ? HashFormat.NIX32 : HashFormat.SRI) + "\";`.");
    }

    private static String prefixed(Hash hash, HashFormat format) {
        return format == HashFormat.SRI ? hash.text(format) : hash.algorithm().id() + ":" + hash.text(format);
    }

    static KwixException unwritten(IOException failure) {
        String where = failure instanceof StoreWriteException refused ? "`" + Describe.text(refused.path()) + "` " : "";
        return new KwixException(
                        ErrorCode.OUTPUT, "What was fetched cannot be kept: " + where + failure.getMessage() + ".")
                .withHint("The variable KWIX_STORE names another folder.");
    }
}
