package kwix.grammar.parse;

import java.nio.charset.StandardCharsets;
import kwix.grammar.source.SourceText;

/**
 * A source as the scanner sees it: a byte for each UTF-16 unit, ASCII as it is and everything else negative, since nothing else means
 * anything to it. Zeros follow the end, so that looking ahead needs no bounds.
 */
final class CodeUnits {

    private static final int BEYOND = 4;

    final byte[] units;
    final int limit;
    private final SourceText source;
    private final boolean ascii;

    CodeUnits(SourceText source) {
        this.source = source;
        byte[] plain = source.ascii(BEYOND);
        ascii = plain != null;
        units = plain != null ? plain : units(source.text());
        limit = units.length - BEYOND;
    }

    private static byte[] units(String text) {
        var units = new byte[text.length() + BEYOND];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            units[i] = c < 0x80 ? (byte) c : -1;
        }
        return units;
    }

    boolean isAscii() {
        return ascii;
    }

    SourceText source() {
        return source;
    }

    char charAt(int offset) {
        return units[offset] >= 0 ? (char) units[offset] : source.text().charAt(offset);
    }

    String slice(int start, int end) {
        return ascii
                ? new String(units, start, end - start, StandardCharsets.ISO_8859_1)
                : source.text().substring(start, end);
    }
}
