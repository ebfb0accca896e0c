package kwix.language.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Explores an automaton over a text by backtracking, on a stack of its own.
 *
 * <p>The order of exploration is the reference's, because groups report what the first of the longest matches recorded: a branch is
 * explored on both sides; a repetition is left only when one more round leads to no match; a round that consumes nothing is
 * allowed twice. When backtracking turns out to be expensive the exploration starts again and remembers what it has seen behind every
 * consumed byte, which makes it linear in the text.
 */
final class Search {

    private static final int RESTORE_BEGIN = 0;
    private static final int RESTORE_END = 1;
    private static final int RESTORE_REPEAT = 2;
    private static final int REPEAT_NEXT = 3;
    private static final int BRANCH_NEXT = 4;
    private static final int BRANCH_MERGE = 5;
    private static final int REMEMBER = 6;
    private static final int RUN = 7;

    private static final int FRAME = 4;
    private static final int STEPS_PER_POLL = 1024;
    private static final int CHEAP_STEPS_PER_BYTE = 64;

    private final Automaton automaton;
    private String text = "";
    private int end;
    private Runnable poll = () -> {};

    /** For each group its begin and end; index 0 is unused until a match is reported. */
    private final int[] groups;

    private final int[] repeatPosition;
    private final byte[] repeatCount;
    private int[] stack = new int[64 * FRAME];
    private int top;

    /** Since the last match. */
    private long steps;

    private long nextPoll;

    private @Nullable Seen seen;

    private int[] best = {};
    private int bestEnd;

    /** Whether the part of the exploration that is under way has led to a match. */
    private boolean found;

    Search(Automaton automaton) {
        this.automaton = automaton;
        groups = new int[2 * (automaton.groups + 1)];
        repeatPosition = new int[automaton.size];
        repeatCount = new byte[automaton.size];
    }

    /** Goes on to another text. */
    void in(String searched, Runnable pollOfSearch) {
        text = searched;
        end = searched.length();
        poll = pollOfSearch;
        seen = null;
        steps = 0;
        nextPoll = STEPS_PER_POLL;
    }

    int @Nullable [] whole(int start) {
        return run(start, 0, true, false);
    }

    /** The longest match that begins here. */
    int @Nullable [] from(int start, int begin, boolean notEmpty) {
        return run(start, begin, false, notEmpty);
    }

    private int @Nullable [] run(int start, int begin, boolean whole, boolean notEmpty) {
        boolean completed = explore(start, begin, whole, notEmpty);
        if (!completed) {
            seen = new Seen();
            explore(start, begin, whole, notEmpty);
        }
        if (bestEnd < 0) {
            // What has been seen without success stays without success for a later beginning, unless emptiness
            // mattered.
            if (notEmpty) {
                seen = null;
            }
            return null;
        }
        seen = null;
        steps = 0;
        nextPoll = STEPS_PER_POLL;
        int[] result = best;
        result[0] = begin;
        result[1] = bestEnd;
        return result;
    }

    private void reset() {
        Arrays.fill(groups, -1);
        Arrays.fill(repeatCount, (byte) 0);
        top = 0;
        bestEnd = -1;
        found = false;
    }

    /** False when it was given up because it would take too long without remembering. */
    private boolean explore(int start, int begin, boolean whole, boolean notEmpty) {
        reset();
        Seen memory = seen;
        long cheap = (long) CHEAP_STEPS_PER_BYTE * (end + CHEAP_STEPS_PER_BYTE);
        int state = start;
        int at = begin;
        while (true) {
            if (++steps > nextPoll) {
                nextPoll = steps + STEPS_PER_POLL;
                poll.run();
                if (memory == null && steps > cheap) {
                    return false;
                }
            }
            boolean consumed = false;
            boolean stuck = false;
            switch (automaton.kind[state]) {
                case Automaton.BYTE -> consumed = at < end && text.charAt(at) == automaton.argument[state];
                case Automaton.SET -> consumed = at < end && automaton.sets[automaton.argument[state]][text.charAt(at)];
                case Automaton.ANY -> consumed = at < end;
                case Automaton.LINE_BEGIN -> stuck = at != 0;
                case Automaton.LINE_END -> stuck = at != end;
                case Automaton.OPEN -> {
                    int group = 2 * automaton.argument[state];
                    push(RESTORE_BEGIN, group, groups[group], 0);
                    groups[group] = at;
                }
                case Automaton.CLOSE -> {
                    int group = 2 * automaton.argument[state] + 1;
                    push(RESTORE_END, group, groups[group], 0);
                    groups[group] = at;
                }
                case Automaton.BRANCH -> {
                    push(BRANCH_NEXT, state, at, 0);
                    state = automaton.alternative[state];
                    continue;
                }
                case Automaton.REPEAT -> {
                    if (memory == null && automaton.isRun(state)) {
                        at = run(state, at);
                    } else if (onceMore(state, at)) {
                        state = automaton.alternative[state];
                        continue;
                    }
                }
                case Automaton.ACCEPT -> {
                    stuck = true;
                    if (!(whole && at != end) && !(notEmpty && at == begin)) {
                        found = true;
                        if (at > bestEnd) {
                            bestEnd = at;
                            best = groups.clone();
                            if (at == end) {
                                return true;
                            }
                        }
                    }
                }
                default -> throw new IllegalStateException("state kind " + automaton.kind[state]);
            }
            boolean consumes = automaton.kind[state] <= Automaton.ANY;
            if (consumed) {
                at++;
                if (memory != null) {
                    int known = memory.enter(automaton.next[state], at);
                    if (known == Seen.NEW) {
                        push(REMEMBER, automaton.next[state], at, 0);
                    } else {
                        found = known == Seen.MATCHED;
                        stuck = true;
                    }
                }
            }
            if (!stuck && (consumed || !consumes)) {
                state = automaton.next[state];
                continue;
            }
            int resumed = backtrack();
            if (resumed < 0) {
                return true;
            }
            state = resumedState;
            at = resumed;
        }
    }

    /** All rounds at once of a repetition of one byte; they are taken back one by one. */
    private int run(int state, int from) {
        int body = automaton.alternative[state];
        int argument = automaton.argument[body];
        int to = from;
        switch (automaton.kind[body]) {
            case Automaton.BYTE -> {
                while (to < end && text.charAt(to) == argument) {
                    to++;
                }
            }
            case Automaton.SET -> {
                boolean[] set = automaton.sets[argument];
                while (to < end && set[text.charAt(to)]) {
                    to++;
                }
            }
            default -> to = end;
        }
        if (to > from) {
            push(RUN, state, to, from);
            steps += to - from;
        }
        return to;
    }

    private boolean onceMore(int state, int at) {
        byte count = repeatCount[state];
        int position = repeatPosition[state];
        boolean fresh = count == 0 || position != at;
        if (!fresh && count >= 2) {
            return false;
        }
        push(REPEAT_NEXT, state, at, 0);
        push(RESTORE_REPEAT, state, position, count);
        repeatPosition[state] = at;
        repeatCount[state] = (byte) (fresh ? 1 : count + 1);
        return true;
    }

    private int resumedState;

    /** Undoes steps up to the next choice; gives its position and leaves its state in {@link #resumedState}, or gives -1. */
    private int backtrack() {
        while (top > 0) {
            top -= FRAME;
            int a = stack[top + 1];
            int b = stack[top + 2];
            switch (stack[top]) {
                case RESTORE_BEGIN, RESTORE_END -> groups[a] = b;
                case RESTORE_REPEAT -> {
                    repeatPosition[a] = b;
                    repeatCount[a] = (byte) stack[top + 3];
                }
                case REPEAT_NEXT -> {
                    if (!found) {
                        resumedState = automaton.next[a];
                        return b;
                    }
                }
                case RUN -> {
                    int least = stack[top + 3];
                    if (!found) {
                        if (b - 1 > least) {
                            push(RUN, a, b - 1, least);
                        }
                        resumedState = automaton.next[a];
                        return b - 1;
                    }
                }
                case BRANCH_NEXT -> {
                    push(BRANCH_MERGE, found ? 1 : 0, 0, 0);
                    found = false;
                    resumedState = automaton.next[a];
                    return b;
                }
                case BRANCH_MERGE -> found |= a == 1;
                case REMEMBER -> {
                    if (found && seen != null) {
                        seen.matched(a, b);
                    }
                }
                default -> throw new IllegalStateException("frame " + stack[top]);
            }
        }
        return -1;
    }

    private void push(int type, int a, int b, int c) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
        }
        stack[top] = type;
        stack[top + 1] = a;
        stack[top + 2] = b;
        stack[top + 3] = c;
        top += FRAME;
    }
}
