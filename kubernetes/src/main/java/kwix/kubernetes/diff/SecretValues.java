package kwix.kubernetes.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import kwix.kubernetes.resource.Resource;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextString;
import org.jspecify.annotations.Nullable;

/**
 * Secrets as they may be shown: in place of each value stands a short hash of it, so that it can be told from others. What is in
 * {@code stringData} is in {@code data} then, as in the cluster.
 */
final class SecretValues {

    private static final int SHOWN_BYTES = 6;

    /** Where {@code kubectl apply} keeps the whole Secret. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private SecretValues() {}

    /** The same resource when it is no Secret. */
    static Resource hidden(Resource resource) {
        if (!resource.id().qualifiedKind().equals("Secret")) {
            return resource;
        }
        var fields = new AttributeSetBuilder();
        for (int i = 0; i < resource.fields().size(); i++) {
            String name = resource.fields().name(i);
            if (!name.equals("data") && !name.equals("stringData")) {
                Object value = resource.fields().force(i);
                fields.put(name, name.equals("metadata") ? metadata(value) : value);
            }
        }
        AttributeSet data = data(resource);
        if (data != null) {
            fields.put("data", data);
        }
        return new Resource(resource.id(), resource.apiVersion(), fields.build(), resource.origin());
    }

    private static @Nullable AttributeSet data(Resource resource) {
        Object encoded = resource.field("data");
        Object plain = resource.field("stringData");
        var data = new AttributeSetBuilder();
        // What is put first stays, and stringData wins.
        if (plain instanceof AttributeSet set) {
            for (int i = 0; i < set.size(); i++) {
                data.put(set.name(i), shown(bytes(set.force(i))));
            }
        }
        if (encoded instanceof AttributeSet set) {
            for (int i = 0; i < set.size(); i++) {
                data.put(set.name(i), shown(decoded(set.force(i))));
            }
        }
        return encoded instanceof AttributeSet || plain instanceof AttributeSet ? data.build() : null;
    }

    private static Object metadata(Object metadata) {
        if (!(metadata instanceof AttributeSet set)
                || !(set.forced("annotations") instanceof AttributeSet annotations)
                || !annotations.has(LAST_APPLIED)) {
            return metadata;
        }
        Object applied = annotations.forced(LAST_APPLIED);
        var hidden = new AttributeSetBuilder()
                .put(LAST_APPLIED, shown(bytes(applied == null ? "" : applied)))
                .build();
        return set.update(new AttributeSetBuilder()
                .put("annotations", annotations.update(hidden))
                .build());
    }

    /** A value that is no base64 is wrong, but no less secret. */
    private static byte[] decoded(Object value) {
        byte[] text = bytes(value);
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static byte[] bytes(Object value) {
        String text = ContextString.isString(value) ? ContextString.text(value) : String.valueOf(value);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String shown(byte[] secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
            return "<secret, SHA-256 " + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES) + ">";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
