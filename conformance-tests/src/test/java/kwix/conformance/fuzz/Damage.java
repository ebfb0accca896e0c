package kwix.conformance.fuzz;

import java.util.Random;

/** Damage to bytes, one char a byte: pieces cut, doubled, moved, foreign ones put in, bits turned, lengths exaggerated. */
final class Damage {

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
        "\0",
        "\u00c3\u00a9",
        "\u00ff",
        "\u00c3",
        "\u00ed\u00a0\u0080",
        " ",
        "1",
        "x",
        "null",
        "- ",
        "? ",
        ": ",
        "&a ",
        "*a",
        "!!int ",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "[[a]]\n",
        "a.b = ",
        "0x",
        "1e999",
        "9223372036854775808",
        "\\u0000",
        "\\ud800",
        "nan",
        "inf",
        "<!--",
        "\u00ef\u00bb\u00bf",
        "\u0085",
        "2020-01-01",
        "{ a = 1 }"
    };

    private Damage() {}

    static String of(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(12));
            switch (random.nextInt(7)) {
                case 0 -> changed.delete(from, to);
                case 1, 2 -> changed.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> changed.insert(from, changed.substring(from, to).repeat(1 + random.nextInt(3)));
                case 4 -> {
                    for (int i = from; i < to; i++) {
                        changed.setCharAt(i, (char) ((changed.charAt(i) ^ 1 << random.nextInt(8)) & 0xFF));
                    }
                }
                case 5 -> changed.insert(from, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(200)));
                default -> {
                    String piece = changed.substring(from, to);
                    changed.delete(from, to);
                    changed.insert(random.nextInt(changed.length() + 1), piece);
                }
            }
        }
        return changed.toString();
    }

    static String random(Random random) {
        var bytes = new StringBuilder();
        for (int length = random.nextInt(200); length > 0; length--) {
            bytes.append((char) random.nextInt(256));
        }
        return bytes.toString();
    }
}
