package kwix.language.fetch;

import java.util.HexFormat;

/** Percent encoding of RFC 3986, byte by byte. */
final class PercentCode {

    private static final String UNRESERVED = "-._~";

    private PercentCode() {}

    /** @param kept what stays as it is beside letters, digits and {@code -._~} */
    static String encode(String bytes, String kept) {
        var encoded = new StringBuilder(bytes.length());
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (isUnreserved(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return encoded.toString();
    }

    static String decode(String text) throws InvalidUrlException {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(i + 1))
                        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                    throw new InvalidUrlException("a percent sign is not followed by two hexadecimal digits");
                }
                c = (char) HexFormat.fromHexDigits(text, i + 1, i + 3);
                i += 2;
            }
            decoded.append(c);
        }
        return decoded.toString();
    }

    static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
    }
}
