package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import kwix.language.api.Instantiation;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.EvaluationStore;
import kwix.language.module.FileNames;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** The symbolic links of {@code --add-root}: to the files of derivations in the physical store, which nothing but the user clears. */
final class DerivationRoots {

    private final @Nullable String root;
    private final EvaluationStore store;
    private final Invocation invocation;
    private int made;

    /** @param root where the first link goes; null for no links */
    DerivationRoots(@Nullable String root, EvaluationStore store, Invocation invocation) {
        this.root = root;
        this.store = store;
        this.invocation = invocation;
    }

    /** What stands for a derivation in the output, as bytes: its path in the store, or that of the link which is made to it. */
    String shown(Instantiation.Instantiated derivation) {
        if (root == null) {
            return derivation.shown();
        }
        made++;
        PathValue link = invocation.path(made == 1 ? root : root + "-" + made);
        try {
            link(FileNames.path(link.path()), store.physical().physical(derivation.derivation()));
        } catch (IOException failure) {
            throw refused(link, String.valueOf(failure.getMessage()));
        }
        return link.path()
                + derivation.shown().substring(derivation.derivation().length());
    }

    private void link(Path link, Path target) throws IOException {
        Path parent = link.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            if (!isRoot(link)) {
                throw refused(new PathValue(FileNames.bytes(link)), "something else is there");
            }
            Files.delete(link);
        }
        Files.createSymbolicLink(link, target);
    }

    /** Whether what is there is a link into a store, and so may be replaced. */
    private boolean isRoot(Path link) throws IOException {
        if (!Files.isSymbolicLink(link)) {
            return false;
        }
        Path target = Files.readSymbolicLink(link);
        Path folder = store.physical().folder();
        return target.startsWith("/nix/store") || folder != null && target.startsWith(folder);
    }

    private static KwixException refused(PathValue link, String why) {
        return new KwixException(
                ErrorCode.OUTPUT, "The link `" + Describe.text(link.path()) + "` could not be made: " + why + ".");
    }
}
