package kwix.language.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Near names for a name that does not exist. */
public final class Suggestions {

    private static final int SHOWN = 3;
    private static final int LISTED = 8;
    private static final int LONGEST = 64;

    private record Candidate(String name, int distance) {}

    private Suggestions() {}

    /** A sentence: what was probably meant, or which names there are when they are few; null when nothing helps. */
    public static @Nullable String forName(String name, AttributeSet set) {
        var all = new ArrayList<String>();
        for (int i = 0; i < set.size(); i++) {
            all.add(set.name(i));
        }
        List<String> near = near(name, all);
        if (!near.isEmpty()) {
            return question(near);
        }
        if (all.isEmpty()) {
            return "The set is empty.";
        }
        return all.size() <= LISTED ? "The set has " + quotedList(all).replace(" or ", " and ") + "." : null;
    }

    /** {@code Did you mean 'a' or 'b'?}. */
    public static String question(List<String> near) {
        return "Did you mean " + quotedList(near) + "?";
    }

    /** Up to three names within a third of the length in edits, the nearest first. */
    public static List<String> near(String name, List<String> names) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, name.length() / 3);
        var candidates = new ArrayList<Candidate>();
        for (String candidate : names) {
            if (Math.abs(candidate.length() - name.length()) <= allowed) {
                int distance = distance(name, candidate);
                if (distance <= allowed) {
                    candidates.add(new Candidate(candidate, distance));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return candidates.stream().limit(SHOWN).map(Candidate::name).toList();
    }

    private static String quotedList(List<String> names) {
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? " or " : ", ");
            text.append('\'').append(Describe.text(names.get(i))).append('\'');
        }
        return text.toString();
    }

    /** Edits with neighbouring letters exchanged counting as one. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(Math.min(last[j], current[j - 1]) + 1, substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] recycled = beforeLast;
            beforeLast = last;
            last = current;
            current = recycled;
        }
        return last[b.length()];
    }
}
