package kwix.language.module;

import java.util.HashMap;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.PathCopier;
import kwix.language.value.PathValue;
import kwix.store.Archive;
import kwix.store.Derivation;
import kwix.store.FileTree;
import kwix.store.Hash;
import kwix.store.InvalidStoreNameException;
import kwix.store.StoreContents;
import kwix.store.StoreNames;
import kwix.store.StorePaths;
import kwix.store.UnsupportedFileException;

/** Gives files and folders the store path that their contents have. Each is read once in an evaluation. */
public final class StorePathCopier implements PathCopier {

    private final Machine machine;
    private final FileTree tree;
    private final Map<PathValue, String> known = new HashMap<>();

    public StorePathCopier(Machine machine, Budget budget) {
        this.machine = machine;
        tree = new MachineTree(machine, budget);
    }

    @Override
    public String storePath(PathValue path) {
        String before = known.get(path);
        if (before != null) {
            return before;
        }
        String computed = compute(path);
        known.put(path, computed);
        return computed;
    }

    private String compute(PathValue path) {
        try {
            if (tree.kind(path.path()) == null) {
                throw new UnsupportedFileException(path.path(), "does not exist");
            }
            String name = path.path().substring(path.path().lastIndexOf('/') + 1);
            StoreNames.check(name);
            if (name.endsWith(Derivation.ENDING)) {
                throw new InvalidStoreNameException("a name that ends in `.drv` is for derivations");
            }
            Hash archive = Archive.hash(tree, path.path());
            String storePath = StorePaths.NIX.source(archive, name);
            machine.store().add(storePath, new StoreContents.Tree(tree, path.path(), archive));
            return storePath;
        } catch (InvalidStoreNameException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`" + Describe.text(path.path()) + "` cannot be copied to the store under its own name: "
                                    + invalid.getMessage() + ".")
                    .withHint("`builtins.path { path = …; name = \"…\"; }` gives it another name.");
        } catch (UnsupportedFileException unsupported) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "`" + Describe.text(unsupported.path()) + "` cannot be copied to the store: it "
                            + unsupported.reason() + ".");
        }
    }
}
