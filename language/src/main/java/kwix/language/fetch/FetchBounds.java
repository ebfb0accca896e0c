package kwix.language.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Machine;
import kwix.language.module.MachineTree;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.store.FileNames;
import kwix.store.FileTree;
import kwix.store.FolderTree;

/** What may be fetched: in which cases the bounds of the evaluation's reads do not hold, and what restricted evaluation refuses. */
record FetchBounds(Machine machine, Budget budget) {

    /**
     * Refuses a URI that restricted evaluation does not fetch.
     *
     * @param local whether what it names is on this machine, so that the bounds of reads decide about what is not named to be fetched
     * @return whether it is named to be fetched, so that it may be read wherever it is
     */
    boolean admits(String uri, boolean local) {
        List<String> allowed = machine.conduct().fetchable();
        if (allowed == null) {
            return false;
        }
        if (allowed.stream().anyMatch(prefix -> begins(uri, prefix))) {
            return true;
        }
        if (local) {
            return false;
        }
        throw new KwixException(
                        ErrorCode.FORBIDDEN, "Restricted evaluation does not fetch `" + Describe.text(uri) + "`.")
                .withHint("The setting `allowed-uris` lists the beginnings of what it fetches.");
    }

    boolean admits(String uri) {
        return admits(uri, isLocal(uri));
    }

    static boolean isLocal(String uri) {
        return uri.startsWith("/") || uri.startsWith("file://");
    }

    private static boolean begins(String uri, String prefix) {
        return uri.equals(prefix)
                || !prefix.isEmpty()
                        && uri.startsWith(prefix)
                        && uri.length() > prefix.length()
                        && (prefix.endsWith("/") || prefix.endsWith(":") || uri.charAt(prefix.length()) == '/');
    }

    /** Whether what a hash or revision names may be read outside of the bounds, which are those of pure evaluation only. */
    boolean readsAnywhere() {
        return machine.pure() && !machine.conduct().fetchesInBounds();
    }

    FileTree files(boolean anywhere) {
        return anywhere ? new FolderTree(Path.of("/")) : new MachineTree(machine, budget);
    }

    /** Whether there is something at a path, which must lie in the bounds unless it may be anywhere. */
    boolean exists(PathValue path, boolean anywhere) {
        return anywhere ? Files.exists(FileNames.path(path.path())) : machine.fileType(path) != null;
    }
}
