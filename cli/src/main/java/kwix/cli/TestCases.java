package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;
import kwix.language.module.Project;
import kwix.language.value.PathValue;

/** The cases of folders. */
final class TestCases {

    private final Invocation invocation;
    private final List<TestCase> cases = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();

    /**
     * What was found.
     *
     * @param orphans files that say what is expected of a case that there is not
     */
    record Found(List<TestCase> cases, List<String> orphans) {}

    private TestCases(Invocation invocation) {
        this.invocation = invocation;
    }

    /** @param files cases, and folders with cases; none for those of the project around the working directory */
    static Found of(List<String> files, Invocation invocation) {
        var found = new TestCases(invocation);
        if (files.isEmpty()) {
            PathValue root = Project.rootAround(invocation.workingDirectory());
            found.folder(root == null ? invocation.directory() : FileNames.path(root.path()));
        }
        for (String file : files) {
            found.named(file);
        }
        return new Found(
                found.cases.stream().distinct().toList(),
                found.orphans.stream().distinct().toList());
    }

    private void named(String name) {
        Path path = FileNames.path(invocation.path(name).path());
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (!Files.exists(path)) {
            throw new KwixException(ErrorCode.MISSING_FILE, "The file `" + name + "` does not exist.");
        } else if (name.endsWith(TestCase.MODULE)) {
            cases.add(new TestCase(path, shown(path)));
        } else {
            throw new UsageException(
                    "`" + name + "` is no case", "a case is a module whose file's name ends with " + TestCase.MODULE);
        }
    }

    private void folder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folder(entry);
                } else if (name.endsWith(TestCase.MODULE)) {
                    cases.add(new TestCase(entry, shown(entry)));
                } else if (TestCase.isExpectation(name)
                        && !Files.exists(entry.resolveSibling(TestCase.moduleOf(name)))) {
                    orphans.add(shown(entry));
                }
            }
        } catch (IOException failure) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "The folder `" + shown(folder) + "` cannot be read: " + failure.getMessage() + ".");
        }
    }

    private String shown(Path path) {
        Path directory = invocation.directory();
        return path.startsWith(directory) ? String.valueOf(directory.relativize(path)) : String.valueOf(path);
    }
}
