package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.ByteBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.ListValue;
import kwix.language.value.StringContext;

/** Strings, which are bytes. */
final class StringBuiltins {

    private StringBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("toString")
                        .strict("value")
                        .doc("""
                            A value as text. Booleans become `1` and nothing, null nothing, numbers their digits, paths themselves,
                            and the elements of a list are joined by spaces. A set needs `__toString` or `outPath`.\
                            """)
                        .example(
                                "map toString [ 1 \"a\" true null [ 1 2 ] 1.5 ]",
                                "[ \"1\" \"a\" \"1\" \"\" \"1 2\" \"1.500000\" ]")
                        .unary((context, value) -> context.coercion().everything(value)),
                builtin("stringLength")
                        .strict("string")
                        .doc("How many bytes a string has; a character beyond ASCII has several.")
                        .example("builtins.stringLength \"abc\"", "3")
                        .unary((context, string) ->
                                (long) ContextString.text(context.coercion().interpolated(string))
                                        .length()),
                builtin("substring")
                        .lazy("start")
                        .lazy("length")
                        .lazy("string")
                        .doc("""
                            The part of a string that begins at a byte, counted from 0, and has a length. What lies beyond the end
                            is left out; a negative length means all the rest.\
                            """)
                        .example("builtins.substring 1 2 \"abcd\"", "\"bc\"")
                        .example("builtins.substring 2 (-1) \"abcd\"", "\"cd\"")
                        .ternary(StringBuiltins::substring),
                builtin("concatStringsSep")
                        .string("separator")
                        .list("strings")
                        .doc("The strings joined, with the separator between them.")
                        .example("builtins.concatStringsSep \", \" [ \"a\" \"b\" \"c\" ]", "\"a, b, c\"")
                        .binary((context, separator, strings) -> join(context, separator, (ListValue) strings)),
                builtin("replaceStrings")
                        .list("from")
                        .list("to")
                        .lazy("string")
                        .doc("""
                            Replaces every occurrence of a string of the first list by the string at the same place of the second.
                            Where several of them occur, the earliest in the list counts. A replacement that is not used is not
                            evaluated.\
                            """)
                        .example("builtins.replaceStrings [ \"oo\" \"a\" ] [ \"a\" \"i\" ] \"foobar\"", "\"fabir\"")
                        .ternary((context, from, to, string) ->
                                replace(context, (ListValue) from, (ListValue) to, string)));
    }

    private static Object substring(BuiltinContext context, Object begin, Object size, Object string) {
        long start = Needed.integer(begin, "substring", "argument 1");
        if (start < 0) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins.substring` cannot begin at " + start + ": the start is negative.")
                    .withSubject(Long.toString(start));
        }
        long length = Needed.integer(size, "substring", "argument 2");
        Object whole = context.coercion().interpolated(string);
        String text = ContextString.text(whole);
        int from = (int) Math.min(start, text.length());
        int to = length < 0 || length > text.length() - from ? text.length() : from + (int) length;
        return ContextString.of(text.substring(from, to), ContextString.context(whole));
    }

    private static Object join(BuiltinContext context, Object separator, ListValue strings) {
        String between = ContextString.text(separator);
        StringContext all = ContextString.context(separator);
        var joined = new StringBuilder();
        for (int i = 0; i < strings.size(); i++) {
            context.poll(i);
            Object string = strings.force(i);
            if (!(string instanceof String)) {
                string = context.coercion().interpolated(string);
                all = all.and(ContextString.context(string));
            }
            if (i > 0) {
                joined.append(between);
            }
            joined.append(ContextString.text(string));
        }
        return ContextString.of(joined.toString(), all);
    }

    private static Object replace(BuiltinContext context, ListValue from, ListValue to, Object argument) {
        String builtin = "replaceStrings";
        if (from.size() != to.size()) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`builtins.replaceStrings` needs lists of the same length, but got " + from.size() + " strings and "
                            + to.size() + " replacements.");
        }
        Patterns patterns = context.patterns(from);
        Object string = Needed.string(argument, builtin, "argument 3");
        String text = ContextString.text(string);
        StringContext all = ContextString.context(string);
        var result = new ByteBuilder(text.length() + 16);
        int copied = 0;
        int at = patterns.next(text, 0);
        for (int step = 0; at >= 0; step++) {
            context.poll(step);
            int found = patterns.at(text, at);
            if (found < 0) {
                at = patterns.next(text, at + 1);
                continue;
            }
            result.append(text, copied, at);
            Object replacement = Needed.string(to.force(found), builtin, "each element of argument 2");
            result.append(ContextString.text(replacement));
            all = all.and(ContextString.context(replacement));
            copied = at + patterns.length(found);
            // Behind an empty string that was replaced comes a byte that stays.
            at = patterns.next(text, Math.max(copied, at + 1));
        }
        result.append(text, Math.min(copied, text.length()), text.length());
        return ContextString.of(result.toString(), all);
    }
}
