package kwix.store;

import org.jspecify.annotations.Nullable;

/** The ways to write a hash down. */
public enum HashFormat {
    BASE16("base16"),
    NIX32("nix32"),
    BASE64("base64"),
    /** {@code sha256-} and base 64, as web pages use it. */
    SRI("sri");

    private final String id;

    HashFormat(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The format of this name, {@code base32} being an older one for {@code nix32}; null when there is none. */
    public static @Nullable HashFormat named(String id) {
        for (HashFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        return id.equals("base32") ? NIX32 : null;
    }
}
