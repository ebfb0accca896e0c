package kwix.language.fetch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.StringContext;
import kwix.store.Hash;
import kwix.store.HashFormat;
import kwix.store.InvalidStoreNameException;
import kwix.store.StoreNames;

/**
 * A source that is in the store.
 *
 * @param source with all that became known of it: {@code narHash}, {@code rev}, {@code lastModified} …
 */
public record FetchedTree(String storePath, InputAttributes source) {

    private static final int SHORT = 7;
    private static final int SHORT_OF_MERCURIAL = 12;
    private static final String NO_REVISION = "0".repeat(40);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Refuses a name that nothing in the store can have. */
    public static void checkName(String url, String name) {
        try {
            StoreNames.check(name);
        } catch (InvalidStoreNameException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "What is fetched from `" + Describe.text(url) + "` cannot be in the store under the name "
                                    + Describe.quoted(name) + ": " + invalid.getMessage() + ".")
                    .withHint("Give it another one by an attribute `name`.");
        }
    }

    /** A store path as a string that depends on it. */
    public static Object dependent(String path) {
        return ContextString.of(path, StringContext.of(new ContextElement.Plain(path)));
    }

    /** What {@code fetchMercurial} gives. */
    public AttributeSet asChangeset() {
        var set = new AttributeSetBuilder(5);
        set.put("outPath", dependent(storePath));
        set.put("branch", source.needed("ref"));
        Hash hash = source.revision();
        String revision = hash == null ? NO_REVISION : hash.text(HashFormat.BASE16);
        set.put("rev", revision);
        set.put("shortRev", revision.substring(0, SHORT_OF_MERCURIAL));
        Long count = source.integer("revCount");
        if (count != null) {
            set.put("revCount", count);
        }
        return set.build();
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
