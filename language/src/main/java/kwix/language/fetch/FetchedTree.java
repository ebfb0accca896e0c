package kwix.language.fetch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.StringContext;
import kwix.store.Hash;
import kwix.store.HashFormat;

/**
 * A source that is in the store.
 *
 * @param source with all that became known of it: {@code narHash}, {@code rev}, {@code lastModified} …
 */
public record FetchedTree(String storePath, InputAttributes source) {

    private static final int SHORT = 7;
    private static final String NO_REVISION = "0".repeat(40);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A store path as a string that depends on it. */
    public static Object dependent(String path) {
        return ContextString.of(path, StringContext.of(new ContextElement.Plain(path)));
    }

    /** @param revisionAlways whether a tree without revision has one of zeros, as {@code fetchGit} has it */
    public AttributeSet asSet(boolean revisionAlways) {
        var set = new AttributeSetBuilder(12);
        set.put("outPath", dependent(storePath));
        Hash narHash = source.narHash();
        if (narHash != null) {
            set.put("narHash", narHash.text(HashFormat.SRI));
        }
        if (source.needed("type").equals("git")) {
            set.put("submodules", source.bool("submodules"));
        }
        Hash hash = source.revision();
        String revision = hash != null ? hash.text(HashFormat.BASE16) : revisionAlways ? NO_REVISION : null;
        if (revision != null) {
            set.put("rev", revision);
            set.put("shortRev", revision.substring(0, SHORT));
        }
        Long count = source.integer("revCount");
        if (count != null || revisionAlways) {
            set.put("revCount", count == null ? 0L : count);
        }
        for (String name : new String[] {"dirtyRev", "dirtyShortRev"}) {
            String dirty = source.string(name);
            if (dirty != null) {
                set.put(name, dirty);
            }
        }
        Long modified = source.integer("lastModified");
        if (modified != null) {
            set.put("lastModified", modified);
            set.put("lastModifiedDate", DATE.format(Instant.ofEpochSecond(modified)));
        }
        return set.build();
    }
}
