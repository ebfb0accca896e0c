package kwix.language.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads the syntax of POSIX extended expressions as strictly as the reference does: only special characters may be escaped. */
final class Parser {

    private static final String ESCAPABLE = ".[\\()*+?{|^$";
    private static final int LONGEST_NUMBER = 9;

    private final String text;
    private int at;
    private int groups;

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
            result = new Syntax.Alternatives(result, sequence());
        }
        return result;
    }

    private Syntax sequence() throws InvalidRegexException {
        List<Syntax> parts = new ArrayList<>();
        while (at < text.length() && "|)*+?{".indexOf(text.charAt(at)) < 0) {
            parts.add(term());
        }
        return parts.isEmpty() ? new Syntax.Empty() : parts.size() == 1 ? parts.getFirst() : new Syntax.Sequence(parts);
    }

    private Syntax term() throws InvalidRegexException {
        char c = text.charAt(at++);
        return switch (c) {
            case '^' -> new Syntax.LineBegin();
            case '$' -> new Syntax.LineEnd();
            case '(' -> quantified(group());
            case '.' -> quantified(new Syntax.AnyByte());
            case '\\' -> quantified(new Syntax.Literal(escaped()));
            case '[' -> {
                var bracket = new BracketParser(text, at);
                boolean[] members = bracket.parse();
                at = bracket.end();
                yield quantified(new Syntax.ByteSet(members));
            }
            default -> quantified(new Syntax.Literal(c));
        };
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
                case '*' -> result = new Syntax.Repeated(result, 0, Syntax.UNBOUNDED);
                case '+' -> result = new Syntax.OneOrMore(result);
                case '?' -> result = new Syntax.Repeated(result, 0, 1);
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
