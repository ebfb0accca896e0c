package kwix.language.builtin;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import kwix.store.HashAlgorithm;

/** Hashes strings one after another: to look up a digest, and to make arrays for it, takes longer than to hash a short string. */
final class Digests {

    private static final String DIGITS = "0123456789abcdef";
    private static final int LONGEST_HASH = 64;

    private final Map<HashAlgorithm, MessageDigest> digests = new EnumMap<>(HashAlgorithm.class);
    private final byte[] input = new byte[4096];
    private final byte[] hash = new byte[LONGEST_HASH];
    private final byte[] digits = new byte[2 * LONGEST_HASH];

    /** The hash of these bytes in hexadecimal digits. */
    @SuppressWarnings("deprecation") // It takes the low byte of each char, and a string of bytes has no other.
    String hexadecimal(HashAlgorithm algorithm, String bytes) {
        MessageDigest digest = digests.computeIfAbsent(algorithm, HashAlgorithm::digest);
        // A stack overflow may have ended an earlier use halfway.
        digest.reset();
        int length = bytes.length();
        for (int at = 0; at < length; at += input.length) {
            int end = Math.min(length, at + input.length);
            bytes.getBytes(at, end, input, 0);
            digest.update(input, 0, end - at);
        }
        int size = end(digest);
        for (int i = 0; i < size; i++) {
            digits[2 * i] = (byte) DIGITS.charAt(hash[i] >> 4 & 0xF);
            digits[2 * i + 1] = (byte) DIGITS.charAt(hash[i] & 0xF);
        }
        return new String(digits, 0, 2 * size, StandardCharsets.ISO_8859_1);
    }

    private int end(MessageDigest digest) {
        try {
            return digest.digest(hash, 0, LONGEST_HASH);
        } catch (DigestException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }
}
