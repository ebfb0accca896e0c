package kwix.language.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kwix.language.value.Budget;

/** Asks the program {@code hg} about a repository. Names are bytes, one char each. */
final class MercurialProgram {

    private static final Set<String> VARIABLES =
            Set.of("HG_PENDING", "HG_SHAREDPENDING", "HGPLAINEXCEPT", "HGRCSKIPREPO");

    /** A file that archives have beside those of the changeset. */
    private static final String DESCRIPTION = ".hg_archival.txt";

    private static final Pattern OF_NOTHING = Pattern.compile("0+|f+");

    private final Path folder;
    private final Program program;
    private final Map<String, String> environment;

    private MercurialProgram(Path folder, Budget budget, Map<String, String> environment) {
        this.folder = folder;
        this.program = new Program(budget, VARIABLES);
        this.environment = environment;
    }

    /** A repository as it is. Its own configuration could run any program, and is not read. */
    static MercurialProgram at(Path folder, Budget budget) {
        var environment = new HashMap<>(plain());
        environment.put("HGRCSKIPREPO", "1");
        return new MercurialProgram(folder, budget, environment);
    }

    /** A copy of a repository. Its configuration says where it comes from: extensions may load large files from there. */
    static MercurialProgram copy(String place, Path folder, Budget budget) throws Program.Failed, IOException {
        at(folder, budget).run("clone", "--noupdate", "--", place, folder.toString());
        return new MercurialProgram(folder, budget, plain());
    }

    private static Map<String, String> plain() {
        return Map.of("HGPLAIN", "1", "HGENCODING", "UTF-8", "LC_ALL", "C");
    }

    private String run(String... words) throws Program.Failed, IOException {
        var command = new ArrayList<>(List.of("hg", "--noninteractive"));
        command.addAll(List.of(words));
        return new String(program.run(command, environment, new byte[0]), StandardCharsets.ISO_8859_1);
    }

    /** Runs a command in the repository. */
    private String here(String command, String... words) throws Program.Failed, IOException {
        var all = new ArrayList<>(List.of(command, "--repository", folder.toString()));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    boolean isDirty() throws Program.Failed, IOException {
        return !here("status", "--modified", "--added", "--removed").isEmpty();
    }

    /** The branch that the next commit will be on. */
    String branch() throws Program.Failed, IOException {
        return here("branch").stripTrailing();
    }

    /** The names of the files that are tracked and there. */
    List<String> tracked() throws Program.Failed, IOException {
        String names = here("status", "--clean", "--modified", "--added", "--no-status", "--print0");
        return names.isEmpty() ? List.of() : List.of(names.split("\0"));
    }

    /** The changesets that a revision, branch, tag or bookmark names. */
    List<Changeset> changesets(String name) throws Program.Failed, IOException {
        String lines = here("log", "--rev", name, "--template", "{node} {rev} {branch}\n");
        return lines.lines().map(Changeset::parse).toList();
    }

    /** Writes the files of a changeset to a folder that is not there yet; in its name hg would replace {@code %} and a letter. */
    void archive(Changeset changeset, Path target) throws Program.Failed, IOException {
        here(
                "archive",
                "--rev",
                changeset.node(),
                "--type",
                "files",
                "--",
                target.toString().replace("%", "%%"));
        Files.deleteIfExists(target.resolve(DESCRIPTION));
    }

    /** @param number how many changesets the repository took in before it */
    record Changeset(String node, long number, String branch) {

        /** Not so for the one before the first, nor for that of the work tree. */
        boolean isCommitted() {
            return !OF_NOTHING.matcher(node).matches();
        }

        private static Changeset parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Changeset(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }
}
