package kwix.language.module;

import java.util.List;
import java.util.Map;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** What an evaluation may see of the machine. Every text is a byte string: one char per byte. */
public interface Machine {

    /** Whether the machine's state must not show: no environment, no current system or time, no search path but the given one. */
    boolean pure();

    /** An environment variable, or null; always null in pure mode. */
    @Nullable
    String environment(String name);

    /** For example {@code x86_64-linux}. */
    String currentSystem();

    /** Seconds since 1970; the same during one evaluation. */
    long currentTime();

    /** The store, through which every read of a path below {@code /nix/store} goes. */
    EvaluationStore store();

    /** The contents of a file as bytes. Throws an ordinary error when it is missing, unreadable or out of bounds. */
    String readFile(PathValue path);

    /** The same as an array, for hashing and decoding. */
    byte[] readBytes(PathValue path);

    /** The names in a folder, each with {@code regular}, {@code directory}, {@code symlink} or {@code unknown}. */
    Map<String, String> readDirectory(PathValue path);

    /** One of the kinds of {@link #readDirectory}, not following a symlink, or null when nothing is there. */
    @Nullable
    String fileType(PathValue path);

    /** What the symbolic link at this path says, as it says it: maybe relative, maybe leading nowhere. */
    String linkTarget(PathValue path);

    /** The same file or folder with no symbolic link in its path. */
    PathValue resolved(PathValue path);

    /** Whether the owner of the file at this path may run it. */
    boolean executable(PathValue path);

    /**
     * Whether something is there. As in the reference a symlink that leads nowhere is something; but when it must be a folder, as a
     * trailing slash in the caller's text says, symlinks are followed.
     */
    boolean exists(PathValue path, boolean mustBeDirectory);

    /** The search path in order, {@code <kwix>} included. */
    List<SearchPathEntry> searchPath();

    /** Writes a line for the user, beside the result: traces and warnings. The text is bytes. */
    void report(String line);

    /** What the user asked of messages and literals. */
    default Conduct conduct() {
        return Conduct.USUAL;
    }

    /** @param prefix may be empty */
    record SearchPathEntry(String prefix, String path) {}
}
