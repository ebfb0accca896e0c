package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.Suggestions;

/** The path of {@code -A}: names between dots, quoted where they hold dots themselves, and indices of lists. */
final class SelectionPath {

    private final String text;
    private final List<String> names;

    /** Whether numbers are indices of lists and nothing else, as in the reference; otherwise they are names of attributes too. */
    private final boolean numbersAreIndices;

    private SelectionPath(String text, List<String> names, boolean numbersAreIndices) {
        this.text = text;
        this.names = names;
        this.numbersAreIndices = numbersAreIndices;
    }

    static SelectionPath parse(String text) {
        List<String> names = names(text);
        if (text.endsWith("\"\"") && (text.length() == 2 || text.endsWith(".\"\""))) {
            names.add("");
        }
        if (names.contains("")) {
            throw empty(text);
        }
        return new SelectionPath(text, names, false);
    }

    /** The same for {@code nix-instantiate}, which overlooks an empty name at the end. */
    static SelectionPath parseAsReference(String text) {
        return new SelectionPath(text, names(text), true);
    }

    private static UsageException empty(String text) {
        return new UsageException("the path `" + text + "` of -A has an empty name", null);
    }

    private static List<String> names(String text) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '"') {
                int close = text.indexOf('"', i + 1);
                if (close < 0) {
                    throw new UsageException("the path `" + text + "` of -A lacks a closing quote", null);
                }
                name.append(text, i + 1, close);
                i = close;
            } else {
                name.append(c);
            }
        }
        if (!name.isEmpty()) {
            names.add(name.toString());
        }
        return names;
    }

    /** What stands at the path. @param entered applied to each value before one looks into it */
    Object select(Object value, UnaryOperator<Object> entered) {
        Object current = value;
        for (String name : names) {
            current = step(entered.apply(current), name);
        }
        return current;
    }

    private Object step(Object container, String name) {
        if (name.isEmpty()) {
            throw empty(text);
        }
        boolean index = isIndex(name);
        if (container instanceof ListValue list && index) {
            if (name.length() > 9 || Integer.parseInt(name) >= list.size()) {
                throw new KwixException(
                        ErrorCode.INDEX,
                        "Index " + name + " of the path `" + text + "` is too large for a list of " + list.size()
                                + (list.size() == 1 ? " element." : " elements."));
            }
            return list.force(Integer.parseInt(name));
        }
        if (!(container instanceof AttributeSet set) || index && numbersAreIndices) {
            throw new KwixException(
                    ErrorCode.WRONG_TYPE,
                    "The path `" + text + "` asks for `" + name + "`, but what has to hold it is "
                            + Describe.value(container) + (index ? ", not a list." : "."));
        }
        String bytes = SourceText.encode(name);
        Object found = set.forced(bytes);
        if (found == null) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE,
                            "The attribute `" + name + "` in selection path `" + text + "` was not found.")
                    .withSubject(name)
                    .withHint(Suggestions.forName(bytes, set));
        }
        return found;
    }

    private static boolean isIndex(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
