package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.language.error.KwixException;
import kwix.language.module.EntryFile;
import kwix.language.module.Machine;
import kwix.language.module.Project;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** The modules that a command line names: files, and those of a project and of one of its environments. */
final class ModuleSources {

    private final OpenedEvaluation opened;
    private final Machine machine;
    private final PathValue start;
    private final @Nullable String environment;

    /**
     * @param start where the search for a project begins
     * @param environment the environment whose modules come last, if any
     */
    ModuleSources(OpenedEvaluation opened, PathValue start, @Nullable String environment) {
        this.opened = opened;
        machine = opened.machine();
        this.start = start;
        this.environment = environment;
    }

    /** Where the search for a project begins: the first file, else the working directory. */
    static PathValue start(List<String> files, Invocation invocation) {
        return files.isEmpty() ? invocation.workingDirectory() : invocation.path(files.getFirst());
    }

    /** The modules of files, or those of the project when there are no files. */
    List<Object> ofFiles(List<String> files) {
        var given = new ArrayList<Object>();
        for (String name : files) {
            PathValue path = opened.invocation().path(name);
            Project project = projectOnly(path);
            if (project == null) {
                given.add(readable(path));
            } else {
                given.addAll(entries(project.modules(null)));
            }
        }
        return withProject(given);
    }

    /** These modules, with those of the environment; without any, those of the project. */
    List<Object> withProject(List<Object> given) {
        if (!given.isEmpty() && environment == null) {
            return given;
        }
        Project project = project();
        List<Project.Module> named = given.isEmpty()
                ? project.modules(environment)
                : project.environment(Objects.requireNonNull(environment, "without it there is nothing to add"));
        if (named.isEmpty()) {
            throw new UsageException(
                    "the project's " + Project.FILE_NAME + " names no modules", "name some, or give a FILE");
        }
        var modules = new ArrayList<>(given);
        modules.addAll(entries(named));
        return modules;
    }

    /** The {@code config} that {@code evalProject} makes of modules. @param arguments what modules can ask for by name */
    AttributeSet config(List<Object> modules, AttributeSet arguments) {
        return Expect.set(
                Objects.requireNonNull(evaluated(modules, arguments).forced("config"), "evalProject gives a config"));
    }

    /** What {@code evalProject} makes of modules. @param arguments what modules can ask for by name */
    AttributeSet evaluated(List<Object> modules, AttributeSet arguments) {
        var parameters = new AttributeSetBuilder()
                .put("modules", ListValue.of(modules))
                .put("specialArgs", arguments)
                .build();
        Object evaluate = opened.evaluate("--module", "(" + OpenedEvaluation.LIBRARY + ").modules.evalProject");
        return Expect.set(Thunk.force(Functions.call(evaluate, parameters)));
    }

    /** A folder that is no module by itself, but a project. */
    private @Nullable Project projectOnly(PathValue path) {
        if (!machine.exists(path, true)
                || !machine.exists(PathValue.normalised(path.path() + "/" + Project.FILE_NAME), false)) {
            return null;
        }
        try {
            EntryFile.of(machine, path);
            return null;
        } catch (KwixException noModule) {
            return Project.around(path);
        }
    }

    private List<Object> entries(List<Project.Module> modules) {
        var entries = new ArrayList<Object>();
        for (Project.Module module : modules) {
            try {
                entries.add(readable(module.path()));
            } catch (KwixException missing) {
                throw missing.at(module.place());
            }
        }
        return entries;
    }

    /** A module's file. That it cannot be read is said here, before the module system is on the way to it. */
    private PathValue readable(PathValue path) {
        PathValue file = EntryFile.of(machine, path);
        machine.readBytes(file);
        return file;
    }

    private Project project() {
        Project project = Project.around(start);
        if (project == null) {
            throw new UsageException(
                    environment != null
                            ? "--env names an environment of a project, and there is no " + Project.FILE_NAME
                            : "nothing to evaluate: no FILE, no -E EXPR, and no project around the working directory",
                    "a project is a folder with " + Project.FILE_NAME);
        }
        return project;
    }
}
