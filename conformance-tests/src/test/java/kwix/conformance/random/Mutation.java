package kwix.conformance.random;

import java.util.Random;

/** Small damage to a text: pieces cut, doubled, moved, foreign ones put in. */
final class Mutation {

    private static final String[] PIECES = {
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "''",
        "${",
        ";",
        "=",
        ":",
        "@",
        ",",
        ".",
        "...",
        "?",
        " or ",
        "if ",
        " then ",
        " else ",
        "let ",
        " in ",
        "rec ",
        "inherit ",
        "with ",
        "assert ",
        "!",
        "-",
        "+",
        "//",
        "->",
        "|>",
        "<|",
        "/a",
        "./",
        "<a>",
        "a:b",
        "1.",
        "/*",
        "*/",
        "#",
        "\\",
        "$",
        "'",
        "\n",
        "\r",
        "\t",
        "é",
        " ",
        "1",
        "x",
        "null",
        "__curPos",
        "1e",
        "0x1"
    };

    private Mutation() {}

    static String of(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(from, to);
                case 1, 2 -> changed.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> changed.insert(from, changed.substring(from, to));
                default -> {
                    String piece = changed.substring(from, to);
                    changed.delete(from, to);
                    changed.insert(random.nextInt(changed.length() + 1), piece);
                }
            }
        }
        return changed.toString();
    }
}
