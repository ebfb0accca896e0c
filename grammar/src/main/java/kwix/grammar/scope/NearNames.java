package kwix.grammar.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
public final class NearNames {

    private static final int MOST = 3;

    private record Candidate(String name, int distance) {}

    private NearNames() {}

    /** Up to three names near the wanted one, nearest first; a builtin that is no global is offered with its set. */
    static List<String> of(String wanted, Collection<String> lexical, Collection<String> globals) {
        var candidates = new ArrayList<Candidate>();
        for (String name : lexical) {
            consider(wanted, name, name, candidates);
        }
        for (String name : globals) {
            if (!name.startsWith("__")) {
                consider(wanted, name, name, candidates);
            } else if (!globals.contains(name.substring(2))) {
                consider(wanted, name.substring(2), "builtins." + name.substring(2), candidates);
            }
        }
        return nearest(candidates);
    }

    /** The same over any names. */
    public static List<String> among(String wanted, Collection<String> names) {
        var candidates = new ArrayList<Candidate>();
        for (String name : names) {
            consider(wanted, name, name, candidates);
        }
        return nearest(candidates);
    }

    private static List<String> nearest(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static void consider(String wanted, String name, String shown, List<Candidate> candidates) {
        int most = Math.max(1, Math.max(wanted.length(), name.length()) / 3);
        if (Math.abs(wanted.length() - name.length()) <= most) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), most);
            if (distance <= most && distance < name.length()) {
                candidates.add(new Candidate(shown, distance));
            }
        }
    }

    /** Letters to insert, delete, replace or swap with a neighbour; more than {@code most} is not told apart. */
    private static int distance(String a, String b, int most) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
