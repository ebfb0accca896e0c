package kwix.store;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;

/** Derivations as text, in the form that the store keeps and that their paths are computed from. */
public final class DerivationText {

    private final StringBuilder out = new StringBuilder(1024);

    private DerivationText() {}

    /** The text of a derivation, one char per byte. */
    public static String write(Derivation derivation) {
        return new DerivationText().derivation(derivation, derivation.inputDerivations());
    }

    /** The same with other names for the derivations that it needs. */
    static String write(Derivation derivation, Map<String, SortedSet<String>> inputs) {
        return new DerivationText().derivation(derivation, inputs);
    }

    private String derivation(Derivation derivation, Map<String, SortedSet<String>> inputs) {
        out.append("Derive([");
        boolean first = true;
        for (var output : derivation.outputs().entrySet()) {
            first = separate(first);
            tuple(
                    output.getKey(),
                    output.getValue().path(),
                    output.getValue().method(),
                    output.getValue().hash());
        }
        out.append("],[");
        first = true;
        for (var input : inputs.entrySet()) {
            first = separate(first);
            out.append('(');
            string(input.getKey());
            out.append(',');
            list(input.getValue());
            out.append(')');
        }
        out.append("],");
        list(derivation.inputSources());
        out.append(',');
        string(derivation.system());
        out.append(',');
        string(derivation.builder());
        out.append(',');
        list(derivation.arguments());
        out.append(",[");
        first = true;
        for (var variable : derivation.environment().entrySet()) {
            first = separate(first);
            tuple(variable.getKey(), variable.getValue());
        }
        return out.append("])").toString();
    }

    private boolean separate(boolean first) {
        if (!first) {
            out.append(',');
        }
        return false;
    }

    private void tuple(String... texts) {
        out.append('(');
        boolean first = true;
        for (String text : texts) {
            first = separate(first);
            string(text);
        }
        out.append(')');
    }

    private void list(Collection<String> texts) {
        out.append('[');
        boolean first = true;
        for (String text : texts) {
            first = separate(first);
            string(text);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
