package kwix.language.builtin;

import java.util.ArrayList;
import java.util.List;

/** Version numbers: runs of digits and runs of other characters, apart by dots, dashes, or where one kind follows the other. */
final class Versions {

    private static final int MOST_DIGITS = 10;

    private Versions() {}

    static List<String> components(String version) {
        List<String> components = new ArrayList<>();
        int at = 0;
        while (at < version.length()) {
            if (isSeparator(version.charAt(at))) {
                at++;
                continue;
            }
            int begin = at;
            boolean digits = isDigit(version.charAt(at));
            while (at < version.length() && !isSeparator(version.charAt(at)) && isDigit(version.charAt(at)) == digits) {
                at++;
            }
            components.add(version.substring(begin, at));
        }
        return components;
    }

    /** -1, 0 or 1. */
    static int compare(String left, String right) {
        List<String> ours = components(left);
        List<String> theirs = components(right);
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String a = i < ours.size() ? ours.get(i) : "";
            String b = i < theirs.size() ? theirs.get(i) : "";
            if (isBefore(a, b)) {
                return -1;
            }
            if (isBefore(b, a)) {
                return 1;
            }
        }
        return 0;
    }

    /** {@code pre} comes before everything, nothing before numbers, words before numbers. */
    private static boolean isBefore(String left, String right) {
        int a = number(left);
        int b = number(right);
        if (a >= 0 && b >= 0) {
            return a < b;
        }
        if (left.isEmpty() && b >= 0) {
            return true;
        }
        if (left.equals("pre") || right.equals("pre")) {
            return !right.equals("pre");
        }
        if (a >= 0 || b >= 0) {
            return b >= 0;
        }
        return left.compareTo(right) < 0;
    }

    /** As in the reference a number that does not fit into 32 bits counts as a word; those are -1. */
    private static int number(String component) {
        if (component.isEmpty() || !isDigit(component.charAt(0))) {
            return -1;
        }
        int zeros = 0;
        while (zeros < component.length() - 1 && component.charAt(zeros) == '0') {
            zeros++;
        }
        if (component.length() - zeros > MOST_DIGITS) {
            return -1;
        }
        long number = Long.parseLong(component.substring(zeros));
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** Where a package's name ends: before the first dash that no letter follows; the text's length when there is none. */
    static int nameEnd(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '-' && !isLetter(text.charAt(i + 1))) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
