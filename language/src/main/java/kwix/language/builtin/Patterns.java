package kwix.language.builtin;

import kwix.language.value.ContextString;
import kwix.language.value.ListValue;

/** The strings that {@code replaceStrings} looks for, by their first bytes. Programs mostly replace the same ones again and again. */
final class Patterns {

    private static final int BYTES = 256;

    private final String[] patterns;

    /** For each first byte the index plus one of the first pattern with it, or that is empty; 0 where there is none. */
    private final int[] first = new int[BYTES];

    /** For each pattern the index plus one of the next one that can begin with the same byte. */
    private final int[] next;

    /** The index of the first empty pattern, or -1. */
    private final int empty;

    /** @param list is evaluated */
    Patterns(ListValue list) {
        patterns = new String[list.size()];
        next = new int[patterns.length];
        int firstEmpty = -1;
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] =
                    ContextString.text(Needed.string(list.force(i), "replaceStrings", "each element of argument 1"));
            if (patterns[i].isEmpty() && firstEmpty < 0) {
                firstEmpty = i;
            }
        }
        empty = firstEmpty;
        for (int i = patterns.length - 1; i >= 0; i--) {
            if (!patterns[i].isEmpty()) {
                char begin = patterns[i].charAt(0);
                next[i] = first[begin];
                first[begin] = i + 1;
            }
        }
    }

    int length(int pattern) {
        return patterns[pattern].length();
    }

    /** The next index, from this one on, where a pattern may begin; -1 when there is none. An empty one is found at the end too. */
    int next(String text, int from) {
        if (empty >= 0) {
            return from <= text.length() ? from : -1;
        }
        for (int at = from; at < text.length(); at++) {
            if (first[text.charAt(at)] != 0) {
                return at;
            }
        }
        return -1;
    }

    /** The earliest pattern of the list that the text has at this index, or -1. */
    int at(String text, int index) {
        int candidate = index < text.length() ? first[text.charAt(index)] : 0;
        while (candidate != 0 && !text.startsWith(patterns[candidate - 1], index)) {
            candidate = next[candidate - 1];
        }
        int found = candidate - 1;
        return empty >= 0 && (found < 0 || empty < found) ? empty : found;
    }
}
