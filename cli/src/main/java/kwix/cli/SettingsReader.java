package kwix.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kwix.grammar.lint.LiteralLints;
import org.jspecify.annotations.Nullable;

/** Understands settings by the reference's names and in its notation. Those without a meaning here are checked and forgotten. */
final class SettingsReader {

    private static final List<String> TRUE = List.of("true", "yes", "1");
    private static final List<String> FALSE = List.of("false", "no", "0");

    private static final String CALL_DEPTH = "max-call-depth";
    private static final String LINT = "lint-";

    private final ReferenceSettings known = new ReferenceSettings();
    private final Map<String, String> values = new HashMap<>();
    private final int callDepth;

    /** @param callDepth how deep calls may nest unless a setting says otherwise */
    SettingsReader(int callDepth) {
        this.callDepth = callDepth;
    }

    ReferenceSettings known() {
        return known;
    }

    /** Takes a setting. @return null, or what is wrong with it; it then changes nothing */
    @Nullable
    String set(String name, String value) {
        ReferenceSettings.Kind kind = known.kind(name);
        if (kind == null) {
            List<String> near = known.near(name);
            return "there is no setting `" + name + "`"
                    + (near.isEmpty() ? "" : "; did you mean `" + near.getFirst() + "`?");
        }
        String wrong = problem(name, value, kind);
        if (wrong != null) {
            return "the setting `" + name + "` takes " + wrong + ", not `" + value + "`";
        }
        if (name.startsWith(Settings.EXTRA)) {
            values.merge(name, value, (before, added) -> before + " " + added);
        } else {
            values.put(name, value);
        }
        return null;
    }

    private static @Nullable String problem(String name, String value, ReferenceSettings.Kind kind) {
        if (kind == ReferenceSettings.Kind.FLAG) {
            return TRUE.contains(value) || FALSE.contains(value) ? null : "`true` or `false`";
        }
        if (name.equals(CALL_DEPTH)) {
            return number(value) < 0 ? "a whole number" : null;
        }
        if (name.startsWith(LINT)) {
            return levels().contains(value) ? null : "`ignore`, `warn` or `fatal`";
        }
        return null;
    }

    static List<String> levels() {
        return List.of("ignore", "warn", "fatal");
    }

    /** A whole number, maybe with K, M, G or T for powers of 1024, as deep as calls can be counted; -1 when it is none. */
    private static int number(String text) {
        String digits = text;
        int shift = 0;
        if (text.length() > 1) {
            int unit = "KMGT".indexOf(Character.toUpperCase(text.charAt(text.length() - 1)));
            if (unit >= 0) {
                shift = 10 * (unit + 1);
                digits = text.substring(0, text.length() - 1);
            }
        }
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        if (digits.length() > 9) {
            return Integer.MAX_VALUE;
        }
        return (int) Math.min(Long.parseLong(digits) << shift, Integer.MAX_VALUE);
    }

    Settings settings() {
        return new Settings(
                is("pure-eval"),
                is("restrict-eval"),
                values.containsKey(CALL_DEPTH) ? number(values.getOrDefault(CALL_DEPTH, "")) : callDepth,
                is("show-trace"),
                is("trace-verbose"),
                is("abort-on-warn"),
                new LiteralLints(
                        level("lint-url-literals", LiteralLints.Level.IGNORE),
                        level(
                                "lint-short-path-literals",
                                is("warn-short-path-literals") ? LiteralLints.Level.WARN : LiteralLints.Level.IGNORE),
                        level("lint-absolute-path-literals", LiteralLints.Level.IGNORE)),
                values.containsKey("nix-path") ? words("nix-path") : null,
                words(Settings.EXTRA + "nix-path"),
                allowedUris(),
                system());
    }

    private boolean is(String name) {
        return TRUE.contains(values.getOrDefault(name, ""));
    }

    private LiteralLints.Level level(String name, LiteralLints.Level otherwise) {
        String level = values.get(name);
        return level == null ? otherwise : LiteralLints.Level.valueOf(level.toUpperCase(Locale.ROOT));
    }

    private List<String> allowedUris() {
        var uris = new ArrayList<>(words("allowed-uris"));
        uris.addAll(words(Settings.EXTRA + "allowed-uris"));
        return uris;
    }

    private @Nullable String system() {
        String evaluated = values.getOrDefault("eval-system", "");
        String system = evaluated.isEmpty() ? values.getOrDefault("system", "") : evaluated;
        return system.isEmpty() ? null : system;
    }

    private List<String> words(String name) {
        String text = values.getOrDefault(name, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
