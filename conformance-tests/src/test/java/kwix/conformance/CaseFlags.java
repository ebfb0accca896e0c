package kwix.conformance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's extra command-line flags, one word a line, as {@code nix-instantiate --eval} and {@code kwix eval} both understand them.
 *
 * @param searchPath entries of {@code -I}; relative ones start at the case's folder
 * @param format null when none is named
 * @param history a description of which a {@link RepositoryHistory} is made for the argument {@code repository}
 */
record CaseFlags(
        boolean strict,
        List<String> searchPath,
        List<Argument> arguments,
        @Nullable String attribute,
        @Nullable Format format,
        @Nullable String history) {

    static final CaseFlags NONE = new CaseFlags(true, List.of(), List.of(), null, null, null);

    /** @param literal the text is the value ({@code --argstr}), not an expression ({@code --arg}) */
    record Argument(String name, String text, boolean literal) {}

    enum Format {
        NIX,
        JSON,
        XML,
        YAML,
        RAW,
        /** The value is instantiated: paths of derivations, and then the text of each and of all that they need. */
        DERIVATIONS;

        /** The ending of goldens that hold this format. */
        String ending() {
            return this == NIX || this == DERIVATIONS ? "exp" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static CaseFlags parse(String text) {
        boolean strict = true;
        List<String> searchPath = new ArrayList<>();
        List<Argument> arguments = new ArrayList<>();
        String attribute = null;
        Format format = null;
        String history = null;
        Iterator<String> words = text.lines().iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--no-strict" -> strict = false;
                case "-I" -> searchPath.add(next(word, words));
                case "-A" -> attribute = next(word, words);
                case "--arg" -> arguments.add(new Argument(next(word, words), next(word, words), false));
                case "--argstr" -> arguments.add(new Argument(next(word, words), next(word, words), true));
                case "--history" -> history = next(word, words);
                case "--nix" -> format = Format.NIX;
                case "--json" -> format = Format.JSON;
                case "--xml" -> format = Format.XML;
                case "--yaml" -> format = Format.YAML;
                case "--raw" -> format = Format.RAW;
                default -> throw new IllegalArgumentException("unknown flag in a case: " + word);
            }
        }
        return new CaseFlags(strict, List.copyOf(searchPath), List.copyOf(arguments), attribute, format, history);
    }

    private static String next(String flag, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("the flag " + flag + " wants a value on the next line");
        }
        return words.next();
    }
}
