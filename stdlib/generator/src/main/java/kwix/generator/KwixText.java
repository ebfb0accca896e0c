package kwix.generator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts of Kwix sources. */
final class KwixText {

    private static final Set<String> KEYWORDS =
            Set.of("assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with");

    private KwixText() {}

    /** A name as it stands before `=`. */
    static String attribute(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_'-]*") && !KEYWORDS.contains(name) ? name : string(name);
    }

    static String string(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "\\${")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                + "\"";
    }

    static String list(List<String> texts) {
        return texts.isEmpty()
                ? "[ ]"
                : texts.stream().map(KwixText::string).collect(Collectors.joining(" ", "[ ", " ]"));
    }
}
