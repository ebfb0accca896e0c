package kwix.language.module;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.store.PhysicalStore;
import kwix.store.StoreContents;
import kwix.store.StorePaths;
import kwix.store.StoreWriteException;
import org.jspecify.annotations.Nullable;

/**
 * The store as one evaluation sees it. What the evaluation adds is only remembered, and written to the physical store when something
 * reads it or asks for it, so that computing store paths needs no place to write to. Texts are bytes, one char each.
 */
public final class EvaluationStore {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final StorePaths paths = StorePaths.NIX;
    private final PhysicalStore physical;
    private final Bounds bounds;
    private final Map<String, StoreContents> pending = new HashMap<>();
    private final Set<String> allowed = new HashSet<>();
    private final Map<String, SortedSet<String>> references = new HashMap<>();
    private boolean atOnce;
    private final StoredDerivations derivations = new StoredDerivations(this);

    EvaluationStore(PhysicalStore physical, Bounds bounds) {
        this.physical = physical;
        this.bounds = bounds;
    }

    /** For what is put into the physical store by other ways than {@link #add}; {@link #allow} says that it was. */
    public PhysicalStore physical() {
        return physical;
    }

    /** From now on all that is added is written at once, read or not. */
    public void writeAtOnce() {
        atOnce = true;
    }

    /** Remembers what belongs at a store path, which this evaluation computed from it. */
    public void add(String storePath, StoreContents contents) {
        if (!allowed.contains(storePath)) {
            pending.putIfAbsent(storePath, contents);
        }
        if (atOnce) {
            write(storePath);
        }
    }

    /** The same for a text that refers to other store paths. */
    public void addText(String storePath, String text, SortedSet<String> referred) {
        add(storePath, new StoreContents.Text(text));
        if (!referred.isEmpty()) {
            references.put(storePath, referred);
        }
    }

    /** The store paths that a store path refers to, as far as this evaluation knows. */
    public SortedSet<String> references(String storePath) {
        SortedSet<String> known = references.get(storePath);
        return known == null ? Collections.emptySortedSet() : known;
    }

    /** What this evaluation still has to write at a store path; null when nothing. */
    @Nullable
    StoreContents pending(String storePath) {
        return pending.get(storePath);
    }

    public StoredDerivations derivations() {
        return derivations;
    }

    /** Lets the program read a store path that is in the physical store on its behalf, whatever the bounds of its reads. */
    public void allow(String storePath) {
        pending.remove(storePath);
        if (allowed.add(storePath)) {
            bounds.allow(physical.physical(storePath));
        }
    }

    /** Makes a store path that {@link #has} contents one that this evaluation added. */
    public void use(String storePath) {
        if (!pending.containsKey(storePath)) {
            allow(storePath);
        }
    }

    /** Whether the contents of a store path are known to this evaluation, or on this machine. */
    public boolean has(String storePath) {
        return pending.containsKey(storePath) || physical.has(storePath);
    }

    /** Sees to it that what this evaluation added at a store path is in the physical store. */
    public void write(String storePath) {
        StoreContents contents = pending.get(storePath);
        if (contents == null) {
            return;
        }
        try {
            physical.add(storePath, contents);
        } catch (IOException failure) {
            throw unwritten(storePath, failure);
        }
        allow(storePath);
    }

    /**
     * The file of the machine that a path of the program stands for.
     *
     * @param follow whether a symbolic link at the path's end stands for what it leads to
     */
    Path locate(String path, boolean follow) {
        String storePath = paths.object(path);
        if (storePath == null) {
            return FileNames.path(path);
        }
        return isOurs(path) ? physicalOf(followed(path, follow)) : FileNames.path(path);
    }

    /** Whether a path is below a store path whose contents are in the user's folder; writes them if they are still to be written. */
    boolean isOurs(String path) {
        String storePath = paths.object(path);
        if (storePath == null) {
            return false;
        }
        write(storePath);
        return !physical.physical(storePath).equals(FileNames.path(storePath));
    }

    /** The logical path without links: those below the user's folder may name paths that the machine's own system does not know. */
    String followed(String path, boolean followLast) {
        Deque<String> rest = new ArrayDeque<>(names(path));
        Deque<String> done = new ArrayDeque<>();
        int links = 0;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.equals("..")) {
                done.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                done.addLast(name);
            }
            String here = text(done);
            // The store itself may be a link to the user's folder: it is where logical paths begin.
            boolean fixed = here.equals(StorePaths.NIX.folder()) || rest.isEmpty() && !followLast;
            String target = fixed ? null : linkTarget(physicalOf(here));
            if (target != null) {
                if (++links > MOST_LINKS) {
                    throw new KwixException(
                            ErrorCode.MISSING_FILE,
                            "`" + Describe.text(path) + "` leads through too many symbolic links.");
                }
                done.removeLast();
                if (target.startsWith("/")) {
                    done.clear();
                }
                List<String> inserted = names(target);
                Collections.reverse(inserted);
                inserted.forEach(rest::addFirst);
            }
        }
        return text(done);
    }

    private static String text(Deque<String> names) {
        return "/" + String.join("/", names);
    }

    private static List<String> names(String path) {
        return Arrays.asList(path.split("/"));
    }

    private Path physicalOf(String path) {
        String storePath = paths.object(path);
        if (storePath == null) {
            return FileNames.path(path);
        }
        write(storePath);
        Path place = physical.physical(storePath);
        return path.length() == storePath.length()
                ? place
                : FileNames.path(FileNames.bytes(place) + path.substring(storePath.length()));
    }

    private static @Nullable String linkTarget(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return null;
        }
        try {
            return kwix.store.FileNames.linkTarget(Files.readSymbolicLink(path));
        } catch (IOException vanished) {
            return null;
        }
    }

    private static KwixException unwritten(String storePath, IOException failure) {
        if (failure instanceof StoreWriteException refused) {
            return new KwixException(
                    ErrorCode.OUTPUT, "`" + Describe.text(refused.path()) + "` " + refused.getMessage() + ".");
        }
        String reason = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getFile() + ": " + system.getReason().toLowerCase(Locale.ROOT)
                : failure.toString();
        return new KwixException(
                        ErrorCode.OUTPUT,
                        "`" + Describe.text(storePath) + "` cannot be written to the store (" + reason + ").")
                .withHint("The variable KWIX_STORE names another folder.");
    }
}
