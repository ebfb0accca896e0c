package kwix.language.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/**
 * The folders inside which an evaluation may read. What counts is where a file really is: a symlink that leads out is refused, one that
 * leads in is not.
 */
public final class Bounds {

    /** Null when everything may be read. */
    private final @Nullable List<Path> roots;

    private final String hint;

    private Bounds(@Nullable List<Path> roots, String hint) {
        this.roots = roots;
        this.hint = hint;
    }

    public static Bounds none() {
        return new Bounds(null, "");
    }

    /**
     * @param folders absolute; those that do not exist hold nothing
     * @param hint for the error: which folders these are and how to get others
     */
    public static Bounds within(List<Path> folders, String hint) {
        var roots = new ArrayList<Path>();
        for (Path folder : folders) {
            try {
                roots.add(folder.toRealPath());
            } catch (IOException missing) {
                // Nothing can be read from it either way; reading reports that.
                continue;
            }
        }
        return new Bounds(roots, hint);
    }

    /** Lets a file or folder be read too that the evaluation itself put there. */
    void allow(Path added) {
        if (roots == null) {
            return;
        }
        try {
            roots.add(added.toRealPath(LinkOption.NOFOLLOW_LINKS));
        } catch (IOException missing) {
            // Reading it reports that.
            return;
        }
    }

    /**
     * Refuses a path outside. {@code follow} says whether a symlink at its end counts by itself or by what it leads to.
     *
     * @param named the path as the program has it
     */
    void check(Path path, boolean follow, PathValue named) {
        if (!hold(path, follow)) {
            throw new KwixException(
                            ErrorCode.FORBIDDEN, "Reading `" + Describe.text(named.path()) + "` is not allowed here.")
                    .withHint(leadsOut(path) ? "It is a symbolic link that leads out. " + hint : hint);
        }
    }

    boolean hold(Path path, boolean follow) {
        if (roots == null) {
            return true;
        }
        Path real = follow ? real(path) : realParent(path);
        return roots.stream().anyMatch(real::startsWith);
    }

    private boolean leadsOut(Path path) {
        return roots != null && roots.stream().anyMatch(path::startsWith);
    }

    private static Path realParent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : real(parent).resolve(path.getFileName());
    }

    /** What exists of the path, with symlinks followed, and the rest as it is. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException missing) {
            return isLink(path) ? linked(path) : realParent(path);
        } catch (IOException unreadable) {
            return realParent(path);
        }
    }

    private static boolean isLink(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A link that leads nowhere yet belongs to where it points, or else writing there later would open a hole. */
    private static Path linked(Path link) {
        try {
            Path target = link.resolveSibling(Files.readSymbolicLink(link));
            return realParent(target.normalize());
        } catch (IOException notALink) {
            return realParent(link);
        }
    }
}
