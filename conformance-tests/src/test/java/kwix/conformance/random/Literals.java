package kwix.conformance.random;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Leaves: numbers, names, and texts in the small languages that builtins read. */
final class Literals {

    private static final String[] NAMES = {"name", "value", "x", "x'", "xa", "y", "y-1", "z", "zeta", "z_2"};
    private static final String[] WORDS = {"a", "b", "foo", "bar", "x1", "_t", "q-r", "Z"};
    private static final String[] INTEGERS = {
        "0",
        "1",
        "2",
        "3",
        "7",
        "10",
        "42",
        "100",
        "255",
        "1000000",
        "9223372036854775807",
        "4611686018427387904",
        "007"
    };
    private static final String[] FLOATS = {
        "0.0",
        "0.1",
        "0.5",
        "1.0",
        "1.5",
        "2.25",
        "3.14",
        "1e3",
        "1.0e3",
        "1.0e-3",
        "1.5e10",
        "123456.789",
        "0.00001",
        ".5",
        "5.",
        "1e308",
        "9007199254740993.0",
        "1.0e22",
        "123456789.125",
        "0.3",
        "1.0e15",
        "1.0e16",
        "100000.0",
        "1000000.0"
    };
    private static final String[] TEXTS = {
        "", "a", "b", "ab", "abc", "foo", "bar", "a b", " ", "  a", "1", "-1", "1.5", "a.b", "a/b", "/a/b", "../x",
        "true", "é", "a-b", "x=1;y=2", "$", "$$", "%", "aXbXc", "\\n", "\\t", "\\\"", "\\\\", "\\${", "A", "z", "0",
        "€", "a\\nb", "~", "'", "''", "a,b,c"
    };
    private static final String[] REGEXES = {
        "a",
        "b*",
        "(a)",
        "(a|b)",
        "(a|ab)(c|bcd)?",
        ".",
        ".*",
        "[a-z]+",
        "[^a-z]*",
        "[[:alpha:]]+",
        "([[:digit:]]+)\\\\.?",
        "a{2}",
        "a{1,3}",
        "(x)?y",
        "^a",
        "b$",
        "^$",
        "",
        "()",
        "(a*)*",
        "(a*)+",
        "[]a]",
        "[^]]",
        "a|b|",
        "(",
        ")",
        "[",
        "a{",
        "*a",
        "a**",
        "\\\\.",
        "\\\\d",
        "[a\\\\]",
        "(.*)-(.*)",
        "([^/]*)/(.*)",
        "[[:space:]]*",
        "a+?",
        "x{0}",
        "[z-a]",
        "(a)(b)?(c)*",
        "\\\\(",
        "[[.a.]]",
        "[[=a=]]",
        "(foo|bar)+",
        "(b|ab)*",
        "a\\\\",
        "é",
        "[é]",
        ".?",
        "{1}",
        "a{,2}",
        "a{2,1}",
        "\\\\1",
        "(a)\\\\1"
    };
    private static final String[] VERSIONS = {
        "1.0",
        "1.0.0",
        "2.3",
        "1.2pre3",
        "1.2-rc1",
        "10",
        "9",
        "",
        "nix-2.3.1",
        "foo-1.0pre",
        "a-b",
        "foo-bar-1.2",
        "1..2",
        "1.a.2",
        "2.3a",
        "2.3.1",
        "01.2",
        "1-",
        "-1",
        "hello-2.12.1-x86",
        "99999999999999999999",
        "x-9223372036854775808",
        "1+2",
        "1_0"
    };
    private static final String[] TOKENS = {
        "+", "-", "*", "/", "//", "++", "==", "<", "->", "&&", "||", "?", ".", ":", ";", ",", "@", "or", "|>", "<|",
        "!", "=", "in", "then", "rec", "...", "inherit", "#", "/**/", "\"", "''", "${", "}", ")", "]", "1.", "a:b",
        "./a", "~"
    };

    private final Random random;

    Literals(Random random) {
        this.random = random;
    }

    /** Whatever a program may name an attribute, in order, see {@link Reference}. */
    static List<String> allNames() {
        return Stream.of(NAMES, WORDS, TEXTS, VERSIONS)
                .flatMap(Stream::of)
                .map(text -> text.replace("\\n", "\n").replace("\\t", "\t").replace("\\", ""))
                .sorted()
                .distinct()
                .toList();
    }

    String text(String kind) {
        return switch (kind) {
            case "name" -> random.nextInt(2_000) == 0 ? "if" : among(NAMES);
            case "word" -> among(WORDS);
            case "digit" -> Integer.toString(random.nextInt(10));
            case "count" -> Integer.toString(random.nextInt(random.nextInt(8) == 0 ? 60 : 6));
            case "text" -> among(TEXTS);
            case "indented" -> indented();
            case "regex" -> random.nextInt(3) == 0 ? among(REGEXES) + among(REGEXES) : among(REGEXES);
            case "version" -> among(VERSIONS);
            case "algorithm" -> among("md5", "sha1", "sha256", "sha256", "sha512", "blake3", "sha3");
            case "hashformat" -> among("base16", "base32", "nix32", "base64", "sri", "hex");
            case "json" -> json(3);
            case "toml" -> toml();
            case "token" -> among(TOKENS);
            case "int" -> random.nextInt(3) == 0 ? Integer.toString(random.nextInt(200)) : among(INTEGERS);
            case "float" -> random.nextInt(3) == 0 ? decimal() : among(FLOATS);
            case "path" ->
                "/kwix-none/p/q/r" + among("/a", "/a/b", "/a/b.nix", "/a/../b", "/a/./c", "/x/x", "/a-b_c+d");
            default -> throw new IllegalArgumentException("no such kind of text: " + kind);
        };
    }

    /** Names in order, mostly all of them different. */
    List<String> names(int count) {
        Stream<String> names = Stream.generate(() -> text("name")).limit(count);
        return (random.nextInt(100) == 0 ? names : names.distinct()).sorted().toList();
    }

    String among(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String decimal() {
        StringBuilder text = new StringBuilder();
        text.append(random.nextInt(10)).append('.');
        for (int digits = 1 + random.nextInt(17); digits > 0; digits--) {
            text.append(random.nextInt(10));
        }
        return random.nextInt(3) == 0 ? text + "e" + (random.nextInt(600) - 300) : text.toString();
    }

    private String indented() {
        StringBuilder text = new StringBuilder();
        for (int lines = random.nextInt(4); lines > 0; lines--) {
            text.repeat(' ', random.nextInt(5));
            text.append(among("a", "b c", "", "''$", "'''", "''\\n", "$", "\t", "  "));
            if (random.nextInt(4) > 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String json(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 10)) {
            case 0 -> "null";
            case 1 -> among("true", "false");
            case 2, 3 -> among("", "-") + random.nextInt(1000);
            case 4 -> among("", "-") + decimal();
            case 5, 6 ->
                "\""
                        + among(
                                "a",
                                "",
                                "\\n",
                                "\\u00e9",
                                "\\ud83d\\ude00",
                                "\\ud800",
                                "a b",
                                "é",
                                "\\/",
                                "\\x",
                                "\\u0000")
                        + "\"";
            case 7 ->
                among(
                        "1e5",
                        "1E+2",
                        "-0",
                        "-0.0",
                        "1e400",
                        "18446744073709551615",
                        "9223372036854775808",
                        "01",
                        "1.",
                        ".5",
                        "+1");
            case 8 ->
                among("tru", "", "nan", "[1,]", "{,}", "[1 2]", "{\"a\":1,\"a\":2}", "// x\n1", "'a'", "1 2", "{a:1}");
            case 9 -> "[]";
            case 10, 11 -> "[" + json(depth - 1) + among(",", " , ", ",\n") + json(depth - 1) + "]";
            default ->
                "{\"" + among(NAMES) + "\":" + json(depth - 1) + ", \"" + among(NAMES) + "\" : " + json(depth - 1)
                        + "}";
        };
    }

    private String toml() {
        StringBuilder text = new StringBuilder();
        for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
            text.append(
                            switch (random.nextInt(10)) {
                                case 0 -> "[" + among(NAMES) + "]";
                                case 1 -> "[[" + among(NAMES) + "]]";
                                case 2 -> "[" + among(NAMES) + "." + among(NAMES) + "]";
                                case 3 -> "# " + among(TEXTS);
                                case 4 -> among(NAMES) + "." + among(NAMES) + " = " + tomlValue(1);
                                default -> among(NAMES) + " = " + tomlValue(2);
                            })
                    .append('\n');
        }
        return text.toString();
    }

    private String tomlValue(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> among("true", "false", "True");
            case 1, 2 -> among("", "-", "+") + random.nextInt(1000);
            case 3 ->
                among(
                        "0x1F",
                        "0o17",
                        "0b101",
                        "1_000",
                        "1__0",
                        "007",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-0");
            case 4 -> among("1.5", "-0.0", "1e3", "inf", "-inf", "nan", "1.", ".5", "6.626e-34", "1_0.5", decimal());
            case 5, 6 ->
                among(
                        "\"a\"",
                        "\"\\u00e9\"",
                        "\"\\n\"",
                        "'lit\\\\x'",
                        "\"\\\"q\\\"\"",
                        "\"\\x\"",
                        "\"\"",
                        "\"\"\"m\\\nl\"\"\"");
            case 7 -> among("2020-01-01", "1979-05-27T07:32:00Z", "07:32:00", "2020-13-01", "bare");
            case 8 -> "[]";
            case 9, 10 -> "[" + tomlValue(depth - 1) + ", " + tomlValue(depth - 1) + among("", ",") + "]";
            default -> "{ " + among(NAMES) + " = " + tomlValue(depth - 1) + among("", ", a = 1") + " }";
        };
    }
}
