package kwix.store;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash with the algorithm that it comes from. */
public final class Hash {

    private final HashAlgorithm algorithm;
    private final byte[] bytes;

    private Hash(HashAlgorithm algorithm, byte[] bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    public static Hash of(HashAlgorithm algorithm, byte[] bytes) {
        if (bytes.length != algorithm.size()) {
            throw new IllegalArgumentException(algorithm.id() + " does not have " + bytes.length + " bytes");
        }
        return new Hash(algorithm, bytes.clone());
    }

    /** The hash of what the digest was given. */
    public static Hash of(HashAlgorithm algorithm, MessageDigest digest) {
        return of(algorithm, digest.digest());
    }

    /**
     * Reads {@code algorithm:digits}, {@code algorithm-base64}, or digits alone; their number tells base 16, 32 and 64 apart.
     *
     * @param expected the algorithm if it is known already
     */
    public static Hash parse(String text, @Nullable HashAlgorithm expected) {
        int colon = text.indexOf(':');
        int separator = colon >= 0 ? colon : text.indexOf('-');
        if (separator < 0) {
            if (expected == null) {
                throw new InvalidHashException("the hash '" + text + "' does not say its algorithm");
            }
            return digits(expected, text);
        }
        String id = text.substring(0, separator);
        HashAlgorithm algorithm = HashAlgorithm.named(id);
        if (algorithm == null) {
            throw new InvalidHashException("'" + id + "' is not one of md5, sha1, sha256, sha512");
        }
        if (expected != null && expected != algorithm) {
            throw new InvalidHashException("the hash '" + text + "' should be of " + expected.id());
        }
        String digits = text.substring(separator + 1);
        return colon >= 0 ? digits(algorithm, digits) : new Hash(algorithm, base64(algorithm, digits));
    }

    private static Hash digits(HashAlgorithm algorithm, String digits) {
        int length = digits.length();
        if (length == algorithm.base16Length()) {
            return new Hash(algorithm, base16(digits));
        }
        if (length == algorithm.nix32Length()) {
            return new Hash(algorithm, Nix32.decode(digits, algorithm.size()));
        }
        if (length == algorithm.base64Length()) {
            return new Hash(algorithm, base64(algorithm, digits));
        }
        throw new InvalidHashException("the hash '" + digits + "' has the wrong length for " + algorithm.id());
    }

    private static byte[] base16(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidHashException("'" + digits + "' is not hexadecimal");
        }
    }

    private static byte[] base64(HashAlgorithm algorithm, String digits) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidHashException("'" + digits + "' is not base 64");
        }
        if (decoded.length != algorithm.size()) {
            throw new InvalidHashException("the hash '" + digits + "' has " + decoded.length + " bytes, but "
                    + algorithm.id() + " has " + algorithm.size());
        }
        return decoded;
    }

    public HashAlgorithm algorithm() {
        return algorithm;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text(HashFormat format) {
        return switch (format) {
            case BASE16 -> HexFormat.of().formatHex(bytes);
            case NIX32 -> Nix32.encode(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case SRI -> algorithm.id() + "-" + Base64.getEncoder().encodeToString(bytes);
        };
    }

    /** Folded to {@code size} bytes by exclusive or, as store paths shorten hashes. */
    byte[] folded(int size) {
        var folded = new byte[size];
        for (int i = 0; i < bytes.length; i++) {
            folded[i % size] ^= bytes[i];
        }
        return folded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && algorithm == hash.algorithm && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text(HashFormat.SRI);
    }
}
