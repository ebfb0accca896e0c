package kwix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;

/**
 * A folder that holds what {@code kwix render} wrote, and nothing else. It is built beside its place and then moved there. Whoever looks
 * in between finds no folder for a moment, but never one that is half new. Where a process ended in between, the next one puts the old
 * folder back before anything else.
 */
final class RenderedFolder {

    private static final int SHOWN_NAMES = 5;

    /** What follows the name of a folder that another one takes the place of. */
    private static final String OLD = ".old";

    private final Path folder;
    private final String shown;

    private RenderedFolder(Path folder, String shown) {
        this.folder = folder;
        this.shown = shown;
    }

    /** @param files contents as bytes, by names */
    static void write(Map<String, String> files, String folder, Invocation invocation) {
        invocation.phases().begin(PhaseWatch.Phase.OUTPUT);
        try {
            Path path = FileNames.path(invocation.path(folder).path());
            var place = new RenderedFolder(Files.exists(path) ? path.toRealPath() : path, folder);
            place.write(files);
        } catch (NoSuchFileException missing) {
            throw failed(folder, "the folder that it is to be in does not exist");
        } catch (FileSystemException refused) {
            throw failed(folder, refused.getReason() == null ? "permission denied" : refused.getReason());
        } catch (IOException failure) {
            throw failed(folder, String.valueOf(failure.getMessage()));
        } finally {
            invocation.phases().end();
        }
    }

    private void write(Map<String, String> files) throws IOException {
        recover();
        Map<String, String> present = present();
        refuseWhatIsNotOurs(present);
        Map<String, String> wanted = new TreeMap<>(files);
        wanted.put(WrittenFiles.NAME, new WrittenFiles(WrittenFiles.hashes(files)).text());
        if (!wanted.equals(present)) {
            replace(wanted);
        }
    }

    /** The contents of all files of the folder, as bytes; for a folder inside of it an empty text with a slash behind its name. */
    private Map<String, String> present() throws IOException {
        Map<String, String> present = new TreeMap<>();
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return present;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    present.put(name, Files.readString(entry, StandardCharsets.ISO_8859_1));
                } else {
                    present.put(name + "/", "");
                }
            }
        } catch (NotDirectoryException file) {
            throw failed(shown, "it is a file, where a folder is needed");
        }
        return present;
    }

    private void refuseWhatIsNotOurs(Map<String, String> present) {
        if (present.isEmpty()) {
            return;
        }
        String marker = present.get(WrittenFiles.NAME);
        WrittenFiles written = marker == null ? null : WrittenFiles.read(marker);
        if (written == null) {
            throw failed(
                            shown,
                            marker == null
                                    ? "it is not empty, and `kwix render` did not write what is in it"
                                    : "its file " + WrittenFiles.NAME + " is not as `kwix render` wrote it")
                    .withHint("Name another folder, or remove this one.");
        }
        var foreign = new ArrayList<String>();
        var changed = new ArrayList<String>();
        present.forEach((name, content) -> {
            String hash = written.hashes().get(name);
            if (hash == null && !name.equals(WrittenFiles.NAME)) {
                foreign.add(name);
            } else if (hash != null && !hash.equals(WrittenFiles.hash(content))) {
                changed.add(name);
            }
        });
        if (!changed.isEmpty()) {
            throw failed(shown, "changes by hand would be lost, in " + listed(changed))
                    .withHint("Move what was changed into modules, and remove these files.");
        }
        if (!foreign.isEmpty()) {
            throw failed(shown, "`kwix render` did not write all that is in it: " + listed(foreign))
                    .withHint("Move these somewhere else: the folder is replaced as a whole.");
        }
    }

    private static String listed(List<String> names) {
        List<String> few = names.subList(0, Math.min(names.size(), SHOWN_NAMES));
        String rest = few.size() < names.size() ? " and " + (names.size() - few.size()) + " more" : "";
        return String.join(", ", few.stream().map(name -> "`" + name + "`").toList()) + rest;
    }

    /** Undoes what processes that are no more have left beside the folder. */
    private void recover() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        var leftovers = Pattern.compile(Pattern.quote(prefix()) + "([0-9]{1,18})(" + Pattern.quote(OLD) + ")?");
        List<Path> beside;
        try (Stream<Path> entries = Files.list(parent)) {
            beside = entries.sorted().toList();
        }
        for (Path entry : beside) {
            Matcher parts = leftovers.matcher(String.valueOf(entry.getFileName()));
            if (!parts.matches()
                    || ProcessHandle.of(Long.parseLong(parts.group(1))).isPresent()) {
                continue;
            }
            if (parts.group(2) != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(entry, folder, StandardCopyOption.ATOMIC_MOVE);
            } else {
                delete(entry);
            }
        }
    }

    private String prefix() {
        return "." + folder.getFileName() + ".kwix-";
    }

    private void replace(Map<String, String> files) throws IOException {
        String name = prefix() + ProcessHandle.current().pid();
        Path made = folder.resolveSibling(name);
        Path old = folder.resolveSibling(name + OLD);
        try {
            Files.createDirectory(made);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(made.resolve(file.getKey()), file.getValue(), StandardCharsets.ISO_8859_1);
            }
            boolean replaces = Files.exists(folder);
            if (replaces) {
                keepPermissions(made);
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                if (replaces) {
                    Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                throw failure;
            }
        } finally {
            delete(made);
            // As long as nothing is in its place, the old one is all that there is.
            if (Files.exists(folder)) {
                delete(old);
            }
        }
    }

    private void keepPermissions(Path made) throws IOException {
        var before = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (before != null) {
            Files.setPosixFilePermissions(made, before.readAttributes().permissions());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static KwixException failed(String folder, String why) {
        return new KwixException(ErrorCode.OUTPUT, "`" + folder + "` could not be written: " + why + ".");
    }
}
