package kwix.language.regex;

import java.util.List;

/** Lays syntax out as states, from the end to the beginning. */
final class Compiler {

    private final Automaton automaton = new Automaton();

    /** Where the last compiled automaton begins. */
    private int start;

    Automaton compile(Syntax syntax, int groups) throws InvalidRegexException {
        automaton.groups = groups;
        start = emit(syntax, automaton.add(Automaton.ACCEPT, 0));
        return automaton;
    }

    int start() {
        return start;
    }

    /** The first state of what leads on to {@code next}. */
    private int emit(Syntax syntax, int next) throws InvalidRegexException {
        return switch (syntax) {
            case Syntax.Empty ignored -> next;
            case Syntax.Literal literal -> leading(automaton.add(Automaton.BYTE, literal.value()), next);
            case Syntax.AnyByte ignored -> leading(automaton.add(Automaton.ANY, 0), next);
            case Syntax.ByteSet set -> leading(automaton.addSet(set.members()), next);
            case Syntax.LineBegin ignored -> leading(automaton.add(Automaton.LINE_BEGIN, 0), next);
            case Syntax.LineEnd ignored -> leading(automaton.add(Automaton.LINE_END, 0), next);
            case Syntax.Group group -> {
                int close = leading(automaton.add(Automaton.CLOSE, group.index()), next);
                yield leading(automaton.add(Automaton.OPEN, group.index()), emit(group.content(), close));
            }
            case Syntax.Sequence sequence -> sequence(sequence.parts(), next);
            case Syntax.Alternatives either -> {
                int second = emit(either.second(), next);
                int branch = leading(automaton.add(Automaton.BRANCH, 0), second);
                branch(branch, emit(either.first(), next));
                yield branch;
            }
            case Syntax.OneOrMore repeated -> {
                int repeat = leading(automaton.add(Automaton.REPEAT, 0), next);
                int body = emit(repeated.body(), repeat);
                branch(repeat, body);
                yield body;
            }
            case Syntax.Repeated repeated -> repeated(repeated, next);
        };
    }

    private int sequence(List<Syntax> parts, int next) throws InvalidRegexException {
        int first = next;
        for (int i = parts.size() - 1; i >= 0; i--) {
            first = emit(parts.get(i), first);
        }
        return first;
    }

    private int repeated(Syntax.Repeated repeated, int next) throws InvalidRegexException {
        int first = next;
        if (repeated.atMost() == Syntax.UNBOUNDED) {
            first = leading(automaton.add(Automaton.REPEAT, 0), next);
            branch(first, emit(repeated.body(), first));
        } else {
            for (int i = repeated.atLeast(); i < repeated.atMost(); i++) {
                int optional = leading(automaton.add(Automaton.REPEAT, 0), next);
                branch(optional, emit(repeated.body(), first));
                first = optional;
            }
        }
        for (int i = 0; i < repeated.atLeast(); i++) {
            // An interval of an empty body adds no states, so the limit on them does not end this loop.
            int before = first;
            first = emit(repeated.body(), first);
            if (first == before) {
                break;
            }
        }
        return first;
    }

    private void branch(int state, int alternative) {
        automaton.alternative[state] = alternative;
    }

    private int leading(int state, int next) {
        automaton.next[state] = next;
        return state;
    }
}
