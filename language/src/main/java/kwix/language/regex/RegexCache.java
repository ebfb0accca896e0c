package kwix.language.regex;

import java.util.LinkedHashMap;
import java.util.Map;

/** The expressions that one evaluation used most recently. */
public final class RegexCache {

    private static final int CAPACITY = 256;

    private final Map<String, Regex> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Regex> eldest) {
            return size() > CAPACITY;
        }
    };

    public Regex get(String text) throws InvalidRegexException {
        Regex known = compiled.get(text);
        if (known == null) {
            known = Regex.compile(text);
            compiled.put(text, known);
        }
        return known;
    }
}
