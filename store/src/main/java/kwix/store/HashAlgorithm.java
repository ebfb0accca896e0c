package kwix.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The hash functions of the store. */
public enum HashAlgorithm {
    MD5("md5", "MD5", 16),
    SHA1("sha1", "SHA-1", 20),
    SHA256("sha256", "SHA-256", 32),
    SHA512("sha512", "SHA-512", 64);

    private static final HashAlgorithm[] ALL = values();

    private final String id;
    private final String javaName;
    private final int size;

    HashAlgorithm(String id, String javaName, int size) {
        this.id = id;
        this.javaName = javaName;
        this.size = size;
    }

    /** As derivations and hash texts name it: {@code sha256}. */
    public String id() {
        return id;
    }

    /** How many bytes a hash has. */
    public int size() {
        return size;
    }

    /** The algorithm with this id, or null. */
    public static @Nullable HashAlgorithm named(String id) {
        for (HashAlgorithm algorithm : ALL) {
            if (algorithm.id.equals(id)) {
                return algorithm;
            }
        }
        return null;
    }

    /** For input that comes in pieces; {@link Hash#of(HashAlgorithm, MessageDigest)} ends it. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks " + javaName, missing);
        }
    }

    /** The hash of these bytes. */
    public Hash hash(byte[] bytes) {
        return Hash.of(this, digest().digest(bytes));
    }

    /** The hash of a byte string: one char per byte. */
    public Hash hash(String bytes) {
        return hash(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** How long a hash is in hexadecimal digits. */
    int base16Length() {
        return size * 2;
    }

    /** How long a hash is in Nix's base 32. */
    int nix32Length() {
        return (size * 8 - 1) / 5 + 1;
    }

    /** How long a hash is in base 64, padding included. */
    int base64Length() {
        return (size + 2) / 3 * 4;
    }
}
