package kwix.language.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.value.Budget;
import kwix.store.Hash;
import kwix.store.HashFormat;
import org.apache.commons.compress.utils.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** Asks the program {@code git} about a repository. Names are bytes, one char each. */
final class GitProgram {

    private static final String LINK_MODE = "120000";
    private static final String PROGRAM_MODE = "100755";
    private static final String SUBMODULE_MODE = "160000";

    private static final String MODULES = ".gitmodules";

    private static final Set<String> VARIABLES = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_PREFIX");

    private final Path folder;
    private final Program program;

    GitProgram(Path folder, Budget budget) {
        this.folder = folder;
        this.program = new Program(budget, VARIABLES);
    }

    /** The commands of the repository's own configuration that reading would run are switched off. */
    private List<String> command(String... words) {
        var command = new ArrayList<>(List.of(
                "git", "-C", folder.toString(), "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of(words));
        return command;
    }

    String run(String... words) throws Program.Failed, IOException {
        return run(Map.of(), "", words);
    }

    String run(Map<String, String> more, String input, String... words) throws Program.Failed, IOException {
        var environment = new HashMap<>(environment());
        environment.putAll(more);
        byte[] output = program.run(command(words), environment, input.getBytes(StandardCharsets.ISO_8859_1));
        return new String(output, StandardCharsets.ISO_8859_1);
    }

    /** What keeps git to this folder: a repository that lies around it is another one. */
    private Map<String, String> environment() {
        Path parent = folder.toAbsolutePath().getParent();
        return Map.of(
                "GIT_OPTIONAL_LOCKS",
                "0",
                "GIT_TERMINAL_PROMPT",
                "0",
                "LC_ALL",
                "C",
                "GIT_CEILING_DIRECTORIES",
                parent == null ? "" : parent.toString());
    }

    /**
     * Takes a repository of elsewhere into this folder, which is empty.
     *
     * @param chosen whether the program names the URL; one that another repository names may only use the usual transports
     */
    void load(String url, @Nullable String ref, @Nullable Hash revision, boolean all, boolean shallow, boolean chosen)
            throws Program.Failed, IOException {
        run("init", "--quiet", "--bare");
        String wanted = all
                ? "refs/*:refs/*"
                : revision != null
                        ? revision.text(HashFormat.BASE16)
                        : ref == null || ref.equals("HEAD")
                                ? "HEAD:refs/heads/fetched"
                                : ref.startsWith("refs/")
                                        ? ref + ":" + ref
                                        : "refs/heads/" + ref + ":refs/heads/" + ref;
        var words = new ArrayList<>(List.of("fetch", "--quiet", "--force"));
        if (shallow) {
            words.add("--depth=1");
        }
        words.addAll(List.of("--", url, wanted));
        run(Map.of("GIT_PROTOCOL_FROM_USER", chosen ? "1" : "0"), "", words.toArray(String[]::new));
        if (ref == null || ref.equals("HEAD")) {
            run("symbolic-ref", "HEAD", "refs/heads/fetched");
        }
    }

    /** The commit that a reference or revision names. */
    String revision(String name) throws Program.Failed, IOException {
        return run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
                .strip();
    }

    /** The commit that is checked out; null before the first. */
    @Nullable
    String head() throws IOException {
        try {
            return revision("HEAD");
        } catch (Program.Failed none) {
            return null;
        }
    }

    boolean isRepository() throws IOException {
        try {
            run("rev-parse", "--git-dir");
            return true;
        } catch (Program.Failed none) {
            return false;
        }
    }

    boolean isShallow() throws Program.Failed, IOException {
        return run("rev-parse", "--is-shallow-repository").strip().equals("true");
    }

    /** When a commit was made, in seconds since 1970. */
    long time(String revision) throws Program.Failed, IOException {
        return Long.parseLong(run("log", "-1", "--no-show-signature", "--format=%ct", revision)
                .strip());
    }

    long count(String revision) throws Program.Failed, IOException {
        return Long.parseLong(run("rev-list", "--count", revision).strip());
    }

    boolean isDirty() throws Program.Failed, IOException {
        return !run("status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=all")
                .isEmpty();
    }

    /** The submodules that the work tree lists. */
    List<Submodule> submodules() throws Program.Failed, IOException {
        return Files.isRegularFile(folder.resolve(MODULES), LinkOption.NOFOLLOW_LINKS)
                ? Submodule.listed(fields(run("config", "--file", MODULES, "-z", "--list")))
                : List.of();
    }

    /** The submodules that a commit lists. */
    List<Submodule> submodules(String revision) throws Program.Failed, IOException {
        String file = revision + ":" + MODULES;
        try {
            run("cat-file", "-e", file);
        } catch (Program.Failed none) {
            return List.of();
        }
        return Submodule.listed(fields(run("config", "--blob", file, "-z", "--list")));
    }

    /** Where the repository was cloned from, if it was. */
    @Nullable
    String origin() throws IOException {
        String remote = "origin";
        try {
            String branch = run("symbolic-ref", "--quiet", "--short", "HEAD").strip();
            remote = run("config", "--get", "branch." + branch + ".remote").strip();
        } catch (Program.Failed unset) {
            remote = "origin";
        }
        try {
            return run("config", "--get", "remote." + remote + ".url").strip();
        } catch (Program.Failed none) {
            return null;
        }
    }

    /** The names of the files that git tracks, submodules left out. */
    List<String> tracked(boolean exportIgnore) throws Program.Failed, IOException {
        var names = new ArrayList<String>();
        for (String entry : fields(run("ls-files", "-z", "--stage"))) {
            if (!entry.startsWith(SUBMODULE_MODE)) {
                names.add(name(entry));
            }
        }
        if (exportIgnore) {
            names.removeIf(ExportIgnore.ofWorkTree(this, names)::covers);
        }
        return names;
    }

    /**
     * Puts the files of a commit into a tree.
     *
     * @param place the folder of the tree, with a slash behind it unless it is the root
     * @return the revisions of the submodules by their paths; they become empty folders
     */
    Map<String, String> read(String revision, UnpackedTree tree, String place, boolean exportIgnore)
            throws Program.Failed, IOException, InvalidTreeException {
        List<String> entries = fields(run("ls-tree", "-r", "-z", "--full-tree", revision));
        ExportIgnore ignored =
                exportIgnore ? ExportIgnore.ofCommit(this, revision, names(entries)) : ExportIgnore.NOTHING;
        var kept = new ArrayList<String>();
        var wanted = new StringBuilder();
        var links = new HashMap<String, String>();
        for (String entry : entries) {
            String name = name(entry);
            if (ignored.covers(name)) {
                continue;
            }
            if (entry.startsWith(SUBMODULE_MODE)) {
                links.put(name, object(entry));
                tree.addFolder(place + name);
            } else {
                kept.add(entry);
                wanted.append(object(entry)).append('\n');
            }
        }
        byte[] input = wanted.toString().getBytes(StandardCharsets.ISO_8859_1);
        program.run(command("cat-file", "--batch"), environment(), input, output -> {
            var in = new BufferedInputStream(output);
            for (String entry : kept) {
                blob(entry, in, tree, place);
            }
            return kept.size();
        });
        return links;
    }

    private static List<String> names(List<String> entries) {
        return entries.stream().map(GitProgram::name).toList();
    }

    private static String name(String entry) {
        return entry.substring(entry.indexOf('\t') + 1);
    }

    private static String object(String entry) {
        int end = entry.indexOf('\t');
        return entry.substring(entry.lastIndexOf(' ', end) + 1, end);
    }

    private static void blob(String entry, InputStream in, UnpackedTree tree, String place)
            throws IOException, InvalidTreeException {
        String header = line(in);
        String name = place + name(entry);
        String[] words = header.split(" ");
        if (words.length != 3 || !words[1].equals("blob")) {
            throw new InvalidTreeException("lacks the contents of `" + name + "`");
        }
        long length = Long.parseLong(words[2]);
        if (entry.startsWith(LINK_MODE)) {
            tree.addLink(name, new String(in.readNBytes((int) length), StandardCharsets.ISO_8859_1));
        } else {
            var contents = new BoundedInputStream(in, length);
            tree.addFile(name, entry.startsWith(PROGRAM_MODE), contents);
        }
        in.read();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    static List<String> fields(String output) {
        return output.isEmpty() ? List.of() : List.of(output.split("\0"));
    }
}
