package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.resource.ResourceId;

/**
 * What the file of a resource is called: no two have the same name, also where case does not count, and sorted by name they are in an
 * order in which most clusters take them.
 */
final class ResourceFileName {

    /** File systems take 255 bytes, and an ending follows. */
    private static final int LONGEST = 200;

    private static final int HASH_BYTES = 8;

    private ResourceFileName() {}

    /** For example {@code 10-deployment.apps_shop_web}. */
    static String of(RankedResource resource) {
        ResourceId id = resource.id();
        String kind =
                escaped(id.kind().toLowerCase(Locale.ROOT)) + (id.group().isEmpty() ? "" : "." + escaped(id.group()));
        String name = String.format(Locale.ROOT, "%02d-", resource.phase())
                + kind
                + "_"
                + (id.namespace().isEmpty() ? "" : escaped(id.namespace()) + "_")
                + escaped(id.name());
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "-" + hash(name);
    }

    /** Names of kinds, groups and namespaces have none of the characters that are escaped here; other names rarely. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.') {
                escaped.append(c);
            } else {
                escaped.append('%').append(HexFormat.of().toHexDigits((byte) c));
            }
        }
        return escaped.toString();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
