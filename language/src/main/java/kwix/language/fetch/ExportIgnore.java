package kwix.language.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the attribute {@code export-ignore} of git leaves out.
 *
 * @param marked the files and folders that have it
 */
record ExportIgnore(Set<String> marked) {

    static final ExportIgnore NOTHING = new ExportIgnore(Set.of());

    /** What the attributes in a work tree leave out of these files. */
    static ExportIgnore ofWorkTree(GitProgram git, List<String> names) throws Program.Failed, IOException {
        return among(names, git, Map.of(), "check-attr", "-z", "--stdin", "export-ignore");
    }

    /** What the attributes in a commit leave out of its files. */
    static ExportIgnore ofCommit(GitProgram git, String revision, List<String> names)
            throws Program.Failed, IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            // An empty work tree, so that only the attributes in the commit count; and a bare repository has none.
            Path empty = Files.createDirectory(scratch.path().resolve("empty"));
            var index = Map.of(
                    "GIT_INDEX_FILE", scratch.path().resolve("index").toString(),
                    "GIT_DIR", git.run("rev-parse", "--absolute-git-dir").stripTrailing(),
                    "GIT_WORK_TREE", empty.toString());
            git.run(index, "", "read-tree", revision);
            return among(
                    names,
                    git,
                    index,
                    "-C",
                    empty.toString(),
                    "check-attr",
                    "--cached",
                    "-z",
                    "--stdin",
                    "export-ignore");
        }
    }

    private static ExportIgnore among(
            List<String> names, GitProgram git, Map<String, String> environment, String... words)
            throws Program.Failed, IOException {
        var asked = new TreeSet<String>();
        for (String name : names) {
            asked.add(name);
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                asked.add(name.substring(0, slash));
            }
        }
        List<String> answers = GitProgram.fields(git.run(environment, String.join("\0", asked) + "\0", words));
        var marked = new HashSet<String>();
        for (int i = 0; i + 2 < answers.size(); i += 3) {
            if (answers.get(i + 2).equals("set")) {
                marked.add(answers.get(i));
            }
        }
        return new ExportIgnore(marked);
    }

    /** Whether a file or a folder that it is in has the attribute. */
    boolean covers(String name) {
        if (marked.isEmpty()) {
            return false;
        }
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            if (marked.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return marked.contains(name);
    }
}
