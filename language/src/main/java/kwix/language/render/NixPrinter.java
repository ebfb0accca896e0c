package kwix.language.render;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Floats;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * Nix text on one line, as {@code nix-instantiate --eval} prints a value. Forces nothing: what is not evaluated is {@code <CODE>}.
 * Non-empty sets and lists that were printed already are {@code «repeated»}.
 */
public final class NixPrinter {

    private static final Set<String> KEYWORDS =
            Set.of("assert", "else", "if", "in", "inherit", "let", "rec", "then", "with");

    private static final String REPEATED = bytes("«repeated»");

    private final Budget budget;
    private final boolean strict;
    private final StringBuilder out = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private NixPrinter(Budget budget, boolean strict) {
        this.budget = budget;
        this.strict = strict;
    }

    /** The text of a forced value, of which only this much is shown that is evaluated already. */
    public static String print(Object value, Budget budget) {
        return print(value, budget, false);
    }

    /** The text of a value after forcing all of it. */
    public static String printStrict(Object value, Budget budget) {
        return print(DeepForce.force(value, budget), budget, true);
    }

    private static String print(Object value, Budget budget, boolean strict) {
        var printer = new NixPrinter(budget, strict);
        Object root = value instanceof Thunk ? Thunk.known(value) : value;
        // The reference tells lists apart by the variable that holds them, and the result is a variable of its own.
        if (root instanceof ListValue list) {
            printer.list(list);
        } else {
            printer.known(root);
        }
        return printer.out.toString();
    }

    private void element(Object stored) {
        Object value = Thunk.known(stored);
        // Functions are made without a thunk here, but with one in the reference, which so leaves them unevaluated.
        boolean code = !strict
                && value instanceof FunctionValue function
                && function.printed().equals("<LAMBDA>");
        known(code ? null : value);
    }

    private void known(@Nullable Object value) {
        switch (value) {
            case null -> out.append("<CODE>");
            case String text -> string(text, out);
            case ContextString string -> string(ContextString.shown(string), out);
            case Long number -> out.append(number.longValue());
            case Double number -> out.append(Floats.general(number));
            case Boolean bool -> out.append(bool.booleanValue());
            case NullValue ignored -> out.append("null");
            case PathValue path -> out.append(path.path());
            case FunctionValue function -> out.append(function.printed());
            case ListValue list -> {
                if (list.isEmpty() || seen.add(list)) {
                    list(list);
                } else {
                    out.append(REPEATED);
                }
            }
            case AttributeSet set -> {
                if (set.isEmpty() || seen.add(set)) {
                    set(set);
                } else {
                    out.append(REPEATED);
                }
            }
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        }
    }

    private void list(ListValue list) {
        budget.enter();
        out.append("[ ");
        for (int i = 0; i < list.size(); i++) {
            element(list.get(i));
            out.append(' ');
        }
        out.append(']');
        budget.leave();
    }

    private void set(AttributeSet set) {
        budget.enter();
        out.append("{ ");
        for (int i = 0; i < set.size(); i++) {
            name(set.name(i), out);
            out.append(" = ");
            element(set.value(i));
            out.append("; ");
        }
        out.append('}');
        budget.leave();
    }

    /** A string literal for these bytes. */
    public static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '{' ? "\\$" : "$");
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    /** An attribute name, quoted unless it can stand as it is. */
    public static void name(String name, StringBuilder out) {
        if (isIdentifier(name)) {
            out.append(name);
        } else {
            string(name, out);
        }
    }

    /** The same as UTF-16 text, for messages. */
    public static String name(String name) {
        var text = new StringBuilder();
        name(name, text);
        return Describe.text(text.toString());
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0)) || KEYWORDS.contains(name)) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '\'') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static String bytes(String text) {
        return kwix.grammar.source.SourceText.encode(text);
    }
}
