package kwix.language.fetch;

import java.util.regex.Pattern;

/** What names in git may look like. */
final class GitNames {

    private static final Pattern REVISION = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7F~^:?*\\[\\\\]|\\.\\.|@\\{|//");

    private GitNames() {}

    static boolean isRevision(String text) {
        return REVISION.matcher(text).matches();
    }

    /** Whether a branch or tag may have this name, as {@code git check-ref-format} says. */
    static boolean isReference(String name) {
        if (name.isEmpty() || name.equals("@") || name.endsWith(".") || name.startsWith("-")) {
            return false;
        }
        if (FORBIDDEN.matcher(name).find()) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".") || part.endsWith(".lock")) {
                return false;
            }
        }
        return true;
    }
}
