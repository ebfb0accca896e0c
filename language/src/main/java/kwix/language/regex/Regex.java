package kwix.language.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled expression, for one thread. Texts are one char per byte. */
public final class Regex {

    private final Automaton automaton;
    private final Search search;
    private final int start;

    /** The bytes that a match can begin with, or null when it can be empty. */
    private final boolean @Nullable [] firstBytes;

    private Regex(Automaton automaton, int start) {
        this.automaton = automaton;
        this.search = new Search(automaton);
        this.start = start;
        this.firstBytes = firstBytes(automaton, start);
    }

    public static Regex compile(String text) throws InvalidRegexException {
        var parser = new Parser(text);
        Syntax syntax = parser.parse();
        var compiler = new Compiler();
        Automaton automaton = compiler.compile(syntax, parser.groups());
        return new Regex(automaton, compiler.start());
    }

    public int groups() {
        return automaton.groups;
    }

    /**
     * Where the whole text and its groups match: begin and end of each, -1 for a group that took no part; null when the text does not
     * match.
     *
     * @param poll called now and then, so that long work can be stopped
     */
    public int @Nullable [] match(String text, Runnable poll) {
        boolean[] first = firstBytes;
        if (first != null && (text.isEmpty() || !first[text.charAt(0)])) {
            return null;
        }
        search.in(text, poll);
        return search.whole(start);
    }

    /** All matches that do not overlap, from left to right; each as {@link #match} gives it. */
    public List<int[]> matches(String text, Runnable poll) {
        search.in(text, poll);
        List<int[]> found = new ArrayList<>();
        int[] last = find(text, 0);
        while (last != null) {
            found.add(last);
            int from = last[1];
            int[] next = null;
            if (last[0] == last[1]) {
                if (from == text.length()) {
                    break;
                }
                // Behind an empty match: one that is not empty at the same place, else the search goes on a byte
                // further.
                next = search.from(start, from, true);
                from++;
            }
            last = next == null ? find(text, from) : next;
        }
        return found;
    }

    private int @Nullable [] find(String text, int from) {
        boolean[] first = firstBytes;
        for (int at = from; at <= text.length(); at++) {
            if (first != null && (at == text.length() || !first[text.charAt(at)])) {
                continue;
            }
            int[] found = search.from(start, at, false);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean @Nullable [] firstBytes(Automaton automaton, int start) {
        var bytes = new boolean[256];
        var seen = new boolean[automaton.size];
        var open = new ArrayList<Integer>();
        open.add(start);
        while (!open.isEmpty()) {
            int state = open.removeLast();
            if (seen[state]) {
                continue;
            }
            seen[state] = true;
            switch (automaton.kind[state]) {
                case Automaton.BYTE -> bytes[automaton.argument[state]] = true;
                case Automaton.SET -> {
                    boolean[] set = automaton.sets[automaton.argument[state]];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] |= set[i];
                    }
                }
                case Automaton.ANY, Automaton.ACCEPT -> {
                    return null;
                }
                case Automaton.BRANCH, Automaton.REPEAT -> {
                    open.add(automaton.next[state]);
                    open.add(automaton.alternative[state]);
                }
                default -> open.add(automaton.next[state]);
            }
        }
        return bytes;
    }
}
