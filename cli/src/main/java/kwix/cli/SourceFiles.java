package kwix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import kwix.language.value.Describe;
import kwix.language.value.PathValue;

/** The sources in a folder and its folders, in the order of their names, without those that are to be left alone. */
final class SourceFiles {

    private static final String GIT = ".git";
    private static final String GIT_IGNORE = ".gitignore";
    private static final List<String> ENDINGS = List.of(".kx", ".nix");

    private final List<Path> found = new ArrayList<>();

    private SourceFiles() {}

    static List<Path> in(Path folder) {
        var files = new SourceFiles();
        try {
            files.visit(folder, above(folder));
        } catch (IOException failure) {
            throw new KwixException(
                    ErrorCode.MISSING_FILE,
                    "The folder `" + Describe.text(FileNames.bytes(folder)) + "` cannot be read: "
                            + failure.getMessage() + ".");
        }
        return files.found;
    }

    /** What the repository and the project around a folder say about it. */
    private static IgnoreRules above(Path folder) throws IOException {
        var folders = new ArrayList<Path>();
        Path at = folder;
        while (at != null && !Files.exists(at.resolve(GIT))) {
            at = at.getParent();
            if (at != null) {
                folders.add(at);
            }
        }
        IgnoreRules rules = IgnoreRules.NONE;
        if (at != null) {
            for (Path outer : folders.reversed()) {
                rules = withGitIgnore(rules, outer);
            }
        }
        Project project = Project.around(PathValue.normalised(FileNames.bytes(folder)));
        return project == null ? rules : rules.and(FileNames.path(project.root().path()), project.unformatted());
    }

    private static IgnoreRules withGitIgnore(IgnoreRules rules, Path folder) throws IOException {
        Path file = folder.resolve(GIT_IGNORE);
        return Files.isRegularFile(file)
                ? rules.and(
                        folder,
                        Files.readString(file, StandardCharsets.ISO_8859_1)
                                .lines()
                                .toList())
                : rules;
    }

    private void visit(Path folder, IgnoreRules outer) throws IOException {
        IgnoreRules rules = withGitIgnore(outer, folder);
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted().toList();
        }
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            boolean directory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (name.startsWith(".") || rules.ignores(entry, directory)) {
                continue;
            }
            if (directory) {
                visit(entry, withProject(rules, entry));
            } else if (ENDINGS.stream().anyMatch(name::endsWith)
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                found.add(entry);
            }
        }
    }

    private static IgnoreRules withProject(IgnoreRules rules, Path folder) {
        if (!Files.isRegularFile(folder.resolve(Project.FILE_NAME))) {
            return rules;
        }
        Project project = Project.around(PathValue.normalised(FileNames.bytes(folder)));
        return project == null ? rules : rules.and(folder, project.unformatted());
    }
}
