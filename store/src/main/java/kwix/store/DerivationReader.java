package kwix.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link DerivationText} writes. */
public final class DerivationReader {

    private final String text;
    private int at;

    private DerivationReader(String text) {
        this.text = text;
    }

    /**
     * @param text one char per byte
     * @throws InvalidDerivationException when it is not the text of a derivation
     */
    public static Derivation read(String text) {
        var reader = new DerivationReader(text);
        Derivation derivation = reader.derivation();
        if (reader.at < text.length()) {
            throw reader.expected("the end");
        }
        return derivation;
    }

    private Derivation derivation() {
        expect("Derive(");
        SortedMap<String, Derivation.Output> outputs = outputs();
        expect(",");
        SortedMap<String, SortedSet<String>> inputs = inputs();
        expect(",");
        SortedSet<String> sources = new TreeSet<>();
        for (String source : strings()) {
            if (!sources.add(source)) {
                throw twice(source);
            }
        }
        expect(",");
        String system = string();
        expect(",");
        String builder = string();
        expect(",");
        List<String> arguments = strings();
        expect(",");
        SortedMap<String, String> environment = environment();
        expect(")");
        return new Derivation(outputs, inputs, sources, system, builder, arguments, environment);
    }

    private SortedMap<String, Derivation.Output> outputs() {
        var outputs = new TreeMap<String, Derivation.Output>();
        expect("[");
        while (!ends(outputs.isEmpty())) {
            expect("(");
            String name = string();
            expect(",");
            String path = string();
            expect(",");
            String method = string();
            expect(",");
            put(outputs, name, new Derivation.Output(path, method, string()));
            expect(")");
        }
        return outputs;
    }

    private SortedMap<String, SortedSet<String>> inputs() {
        var inputs = new TreeMap<String, SortedSet<String>>();
        expect("[");
        while (!ends(inputs.isEmpty())) {
            expect("(");
            String path = string();
            expect(",");
            put(inputs, path, new TreeSet<>(strings()));
            expect(")");
        }
        return inputs;
    }

    private SortedMap<String, String> environment() {
        var environment = new TreeMap<String, String>();
        expect("[");
        while (!ends(environment.isEmpty())) {
            expect("(");
            String name = string();
            expect(",");
            put(environment, name, string());
            expect(")");
        }
        return environment;
    }

    private List<String> strings() {
        var strings = new ArrayList<String>();
        expect("[");
        while (!ends(strings.isEmpty())) {
            strings.add(string());
        }
        return strings;
    }

    /** Whether a list is over; else its next element follows. */
    private boolean ends(boolean isFirst) {
        if (text.startsWith("]", at)) {
            at++;
            return true;
        }
        if (!isFirst) {
            expect(",");
        }
        return false;
    }

    private String string() {
        expect("\"");
        var string = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            if (c != '\\') {
                string.append(c);
            } else if (at < text.length()) {
                char escaped = text.charAt(at++);
                string.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            }
        }
        throw expected("the end of a string");
    }

    private <T> void put(Map<String, T> map, String name, T value) {
        if (map.put(name, value) != null) {
            throw twice(name);
        }
    }

    private InvalidDerivationException twice(String name) {
        return new InvalidDerivationException("'" + name + "' comes twice, before byte " + at);
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw expected("'" + token + "'");
        }
        at += token.length();
    }

    private InvalidDerivationException expected(String what) {
        return new InvalidDerivationException(what + " should stand at byte " + at);
    }
}
