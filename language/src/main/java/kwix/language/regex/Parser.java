package kwix.language.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads the syntax of POSIX extended expressions as strictly as the reference does: only special characters may be escaped. */
final class Parser {

    private static final String ESCAPABLE = ".[\\()*+?{|^$";
    private static final int LONGEST_NUMBER = 9;
    private static final int MOST_STATES = 100_000;

    private final String text;
    private int at;
    private int groups;

    /** States that the reference has made so far: to begin, to end and to accept. */
    private int states = 3;

    /** How many states the reference copies when what was read last is to be repeated. */
    private int size;

    Parser(String text) {
        this.text = text;
    }

    Syntax parse() throws InvalidRegexException {
        Syntax whole = alternatives();
        if (at < text.length()) {
            throw new InvalidRegexException(
                    text.charAt(at) == ')'
                            ? "has a `)` without its `(`"
                            : "has a `" + text.charAt(at) + "` with nothing before it to repeat");
        }
        return whole;
    }

    int groups() {
        return groups;
    }

    private Syntax alternatives() throws InvalidRegexException {
        Syntax result = sequence();
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            int first = size;
            result = new Syntax.Alternatives(result, sequence());
            made(2);
            size += first + 2;
        }
        return result;
    }

    private Syntax sequence() throws InvalidRegexException {
        List<Syntax> parts = new ArrayList<>();
        int whole = 1;
        while (at < text.length() && "|)*+?{".indexOf(text.charAt(at)) < 0) {
            parts.add(term());
            whole += size;
        }
        made(1);
        size = whole;
        return parts.isEmpty() ? new Syntax.Empty() : parts.size() == 1 ? parts.getFirst() : new Syntax.Sequence(parts);
    }

    private Syntax term() throws InvalidRegexException {
        char c = text.charAt(at++);
        return switch (c) {
            case '^' -> single(new Syntax.LineBegin());
            case '$' -> single(new Syntax.LineEnd());
            case '(' -> quantified(group());
            case '.' -> quantified(single(new Syntax.AnyByte()));
            case '\\' -> quantified(single(new Syntax.Literal(escaped())));
            case '[' -> {
                var bracket = new BracketParser(text, at);
                boolean[] members = bracket.parse();
                at = bracket.end();
                yield quantified(single(new Syntax.ByteSet(members)));
            }
            default -> quantified(single(new Syntax.Literal(c)));
        };
    }

    private Syntax single(Syntax state) throws InvalidRegexException {
        made(1);
        size = 1;
        return state;
    }

    /** The reference gives up beyond a number of states; we make fewer, and so have to count its own. */
    private void made(long more) throws InvalidRegexException {
        if (states + more > MOST_STATES) {
            throw new InvalidRegexException("is too large");
        }
        states += (int) more;
    }

    private Syntax group() throws InvalidRegexException {
        int index = ++groups;
        Syntax content = alternatives();
        if (at == text.length() || text.charAt(at) != ')') {
            throw new InvalidRegexException(
                    at == text.length()
                            ? "has a `(` that is not closed"
                            : "has a `" + text.charAt(at) + "` with nothing before it to repeat");
        }
        at++;
        made(2);
        size += 2;
        return new Syntax.Group(index, content);
    }

    private char escaped() throws InvalidRegexException {
        if (at == text.length()) {
            throw new InvalidRegexException("ends with a backslash");
        }
        char c = text.charAt(at++);
        if (ESCAPABLE.indexOf(c) < 0) {
            throw new InvalidRegexException("has a backslash before `" + c + "`, which needs none; only " + ESCAPABLE
                    + " can be escaped (there are no classes like \\d: write [0-9])");
        }
        return c;
    }

    private Syntax quantified(Syntax atom) throws InvalidRegexException {
        Syntax result = atom;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '*' -> result = repeated(new Syntax.Repeated(result, 0, Syntax.UNBOUNDED), 1);
                case '+' -> result = repeated(new Syntax.OneOrMore(result), 1);
                case '?' -> result = repeated(new Syntax.Repeated(result, 0, 1), 2);
                case '{' -> {
                    at++;
                    result = interval(result);
                    continue;
                }
                default -> {
                    return result;
                }
            }
            at++;
        }
        return result;
    }

    private Syntax repeated(Syntax result, int more) throws InvalidRegexException {
        made(more);
        size += more;
        return result;
    }

    private Syntax interval(Syntax body) throws InvalidRegexException {
        int atLeast = number();
        int atMost = atLeast;
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            atMost = at < text.length() && isDigit(text.charAt(at)) ? number() : Syntax.UNBOUNDED;
        }
        if (at == text.length() || text.charAt(at) != '}') {
            throw new InvalidRegexException("has an interval `{` that is not closed by `}`");
        }
        at++;
        if (atMost != Syntax.UNBOUNDED && atMost < atLeast) {
            throw new InvalidRegexException("has an interval whose upper bound is below its lower bound");
        }
        long copies = atMost == Syntax.UNBOUNDED ? atLeast + 1L : atMost;
        long optional = atMost == Syntax.UNBOUNDED ? 0 : atMost - atLeast;
        long whole = copies * size + optional + 2;
        made(whole);
        size = (int) whole;
        return new Syntax.Repeated(body, atLeast, atMost);
    }

    private int number() throws InvalidRegexException {
        int begin = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw new InvalidRegexException("has a `{` without a number after it");
        }
        if (at - begin > LONGEST_NUMBER) {
            throw new InvalidRegexException("has an interval bound that is too large");
        }
        return Integer.parseInt(text.substring(begin, at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
