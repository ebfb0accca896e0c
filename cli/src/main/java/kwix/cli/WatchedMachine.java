package kwix.cli;

import java.util.List;
import java.util.Map;
import kwix.language.module.Conduct;
import kwix.language.module.EvaluationStore;
import kwix.language.module.Machine;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** A machine that remembers which of its files were looked at. */
record WatchedMachine(Machine machine, SeenFiles seen) implements Machine {

    private PathValue seen(PathValue path) {
        seen.see(path);
        return path;
    }

    @Override
    public boolean pure() {
        return machine.pure();
    }

    @Override
    public @Nullable String environment(String name) {
        return machine.environment(name);
    }

    @Override
    public String currentSystem() {
        return machine.currentSystem();
    }

    @Override
    public long currentTime() {
        return machine.currentTime();
    }

    @Override
    public EvaluationStore store() {
        return machine.store();
    }

    @Override
    public String readFile(PathValue path) {
        return machine.readFile(seen(path));
    }

    @Override
    public byte[] readBytes(PathValue path) {
        return machine.readBytes(seen(path));
    }

    @Override
    public Map<String, String> readDirectory(PathValue path) {
        return machine.readDirectory(seen(path));
    }

    @Override
    public @Nullable String fileType(PathValue path) {
        return machine.fileType(seen(path));
    }

    @Override
    public String linkTarget(PathValue path) {
        return machine.linkTarget(seen(path));
    }

    @Override
    public PathValue resolved(PathValue path) {
        return machine.resolved(seen(path));
    }

    @Override
    public boolean executable(PathValue path) {
        return machine.executable(seen(path));
    }

    @Override
    public boolean exists(PathValue path, boolean mustBeDirectory) {
        return machine.exists(seen(path), mustBeDirectory);
    }

    @Override
    public List<SearchPathEntry> searchPath() {
        return machine.searchPath();
    }

    @Override
    public void report(String line) {
        machine.report(line);
    }

    @Override
    public Conduct conduct() {
        return machine.conduct();
    }
}
