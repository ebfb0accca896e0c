package kwix.language.module;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells contents apart: two checksums that the JVM computes fast from the first call on, where a cryptographic hash of a small
 * file would cost more than reading it. Chance does not make two contents equal, intent can.
 */
final class ContentKey {

    private ContentKey() {}

    static long of(byte[] content) {
        return (long) checksum(content, 0, content.length) << 32 | other(content) & 0xFFFFFFFFL;
    }

    static int checksum(byte[] bytes, int start, int length) {
        var checksum = new CRC32();
        checksum.update(bytes, start, length);
        return (int) checksum.getValue();
    }

    private static int other(byte[] content) {
        var checksum = new CRC32C();
        checksum.update(content, 0, content.length);
        return (int) checksum.getValue();
    }
}
