package kwix.lsp.feature;

import java.util.Set;
import java.util.regex.Pattern;

/** How names are written. */
final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_'-]*");

    static final Set<String> KEYWORDS =
            Set.of("assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with");

    private Identifiers() {}

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name);
    }

    /** As an attribute: in quotes where it has to be. */
    static String attribute(String name) {
        return isPlain(name)
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + "\"";
    }
}
