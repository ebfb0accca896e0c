package kwix.language.module;

import java.util.Collection;
import kwix.language.value.Budget;
import kwix.language.value.PathValue;
import kwix.store.FileTree;
import org.jspecify.annotations.Nullable;

/** The machine's files as an archive takes them in, as far as the evaluation may read them. */
public final class MachineTree implements FileTree {

    private final Machine machine;
    private final Budget budget;

    /** @param budget is polled, because a tree may be large */
    public MachineTree(Machine machine, Budget budget) {
        this.machine = machine;
        this.budget = budget;
    }

    @Override
    public @Nullable Kind kind(String path) {
        budget.poll();
        return switch (machine.fileType(new PathValue(path))) {
            case "regular" -> Kind.FILE;
            case "directory" -> Kind.FOLDER;
            case "symlink" -> Kind.SYMBOLIC_LINK;
            case null -> null;
            default -> Kind.OTHER;
        };
    }

    @Override
    public byte[] contents(String path) {
        return machine.readBytes(new PathValue(path));
    }

    @Override
    public boolean executable(String path) {
        return machine.executable(new PathValue(path));
    }

    @Override
    public String target(String path) {
        return machine.linkTarget(new PathValue(path));
    }

    @Override
    public Collection<String> names(String path) {
        return machine.readDirectory(new PathValue(path)).keySet();
    }
}
