package kwix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kwix.language.module.FileNames;
import org.jspecify.annotations.Nullable;

/** Patterns as in files named {@code .gitignore}: of those that fit a path, the last decides. */
record IgnoreRules(List<Rule> rules) {

    static final IgnoreRules NONE = new IgnoreRules(List.of());

    /** @param folder that the pattern's path begins in, as bytes with a slash at its end */
    private record Rule(String folder, Pattern pattern, boolean ignores, boolean onlyFolders) {}

    /** These, and further ones that count for what is in a folder. */
    IgnoreRules and(Path folder, List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(rules);
        String base = FileNames.bytes(folder);
        for (String line : lines) {
            Rule rule = rule(base.endsWith("/") ? base : base + "/", line);
            if (rule != null) {
                all.add(rule);
            }
        }
        return new IgnoreRules(all);
    }

    boolean ignores(Path path, boolean folder) {
        String bytes = FileNames.bytes(path);
        for (Rule rule : rules.reversed()) {
            if (bytes.startsWith(rule.folder)
                    && (folder || !rule.onlyFolders)
                    && rule.pattern
                            .matcher(bytes.substring(rule.folder.length()))
                            .matches()) {
                return rule.ignores;
            }
        }
        return false;
    }

    private static @Nullable Rule rule(String folder, String line) {
        String text = withoutSpaces(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return null;
        }
        boolean ignores = !text.startsWith("!");
        String pattern = ignores ? text : text.substring(1);
        boolean onlyFolders = pattern.endsWith("/");
        if (onlyFolders) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean anchored = pattern.indexOf('/') >= 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        String expression = (anchored ? "" : "(?:.*/)?") + expression(pattern);
        try {
            return new Rule(folder, Pattern.compile(expression, Pattern.DOTALL), ignores, onlyFolders);
        } catch (PatternSyntaxException senseless) {
            // For example a range of characters that runs backwards, which fits nothing.
            return null;
        }
    }

    /** Spaces at the end do not count, unless a backslash stands before them. */
    private static String withoutSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    private static String expression(String glob) {
        var expression = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            boolean starts = at == 0 || glob.charAt(at - 1) == '/';
            if (c == '*' && starts && glob.startsWith("**/", at)) {
                expression.append("(?:.*/)?");
                at += 2;
            } else if (c == '*' && starts && glob.substring(at).equals("**")) {
                expression.append(".+");
                at++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (c == '[' && glob.indexOf(']', at + 2) > 0) {
                int close = glob.indexOf(']', at + 2);
                expression.append(characters(glob.substring(at + 1, close)));
                at = close;
            } else {
                if (c == '\\' && at + 1 < glob.length()) {
                    c = glob.charAt(++at);
                }
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.toString();
    }

    private static String characters(String inner) {
        boolean negated = inner.startsWith("!") || inner.startsWith("^");
        var set = new StringBuilder("[").append(negated ? "^/" : "");
        for (char c : (negated ? inner.substring(1) : inner).toCharArray()) {
            set.append("[]^&\\".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return set.append(']').toString();
    }
}
