package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.ArrayList;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.regex.InvalidRegexException;
import kwix.language.regex.Regex;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.StringContext;

/** Regular expressions. */
final class RegexBuiltins {

    private RegexBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("match")
                        .plainString("regex")
                        .lazy("string")
                        .doc("""
                            What the groups of a POSIX extended regular expression match when it matches the whole string, or null when it
                            does not. A group that took no part is null.\
                            """)
                        .example("builtins.match \"([a-z]+)-([0-9]+)\" \"nginx-2\"", "[ \"nginx\" \"2\" ]")
                        .example("builtins.match \"ab\" \"abc\"", "null")
                        .binary((context, regex, string) -> match(context, (String) regex, string)),
                builtin("split")
                        .plainString("regex")
                        .lazy("string")
                        .doc("""
                            Cuts a string where a POSIX extended regular expression matches: the strings between the matches, and
                            between those a list of what each match's groups matched.\
                            """)
                        .example("builtins.split \"(,);?\" \"a,b,;c\"", "[ \"a\" [ \",\" ] \"b\" [ \",\" ] \"c\" ]")
                        .binary((context, regex, string) -> split(context, (String) regex, string)));
    }

    private static Object match(BuiltinContext context, String expression, Object string) {
        Regex regex = compiled(context, expression, "match");
        Object subject = Needed.string(string, "match", "argument 2");
        String text = ContextString.text(subject);
        int[] match = regex.match(text, context.budget()::poll);
        return match == null ? NullValue.NULL : groups(match, text, secrets(subject));
    }

    private static Object split(BuiltinContext context, String expression, Object string) {
        Regex regex = compiled(context, expression, "split");
        Object subject = Needed.string(string, "split", "argument 2");
        String text = ContextString.text(subject);
        List<int[]> matches = regex.matches(text, context.budget()::poll);
        if (matches.isEmpty()) {
            return new ListValue(new Object[] {subject});
        }
        StringContext secrets = secrets(subject);
        List<Object> parts = new ArrayList<>(2 * matches.size() + 1);
        int at = 0;
        for (int[] match : matches) {
            parts.add(ContextString.of(text.substring(at, match[0]), secrets));
            parts.add(groups(match, text, secrets));
            at = match[1];
        }
        parts.add(ContextString.of(text.substring(at), secrets));
        return ListValue.of(parts);
    }

    /** As in the reference parts do not depend on what the whole depended on; but parts of a secret are secret. */
    private static StringContext secrets(Object subject) {
        return ContextString.context(subject).secrets();
    }

    private static ListValue groups(int[] match, String text, StringContext secrets) {
        var groups = new Object[match.length / 2 - 1];
        for (int i = 0; i < groups.length; i++) {
            int begin = match[2 * i + 2];
            int end = match[2 * i + 3];
            groups[i] = end < 0 ? NullValue.NULL : ContextString.of(text.substring(begin, end), secrets);
        }
        return groups.length == 0 ? ListValue.EMPTY : new ListValue(groups);
    }

    private static Regex compiled(BuiltinContext context, String expression, String builtin) {
        try {
            return context.regexes().get(expression);
        } catch (InvalidRegexException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins." + builtin + "` got an invalid regular expression: "
                                    + Describe.quoted(expression) + " " + invalid.getMessage() + ".")
                    .withSubject(Describe.text(expression));
        }
    }
}
