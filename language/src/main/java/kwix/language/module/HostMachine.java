package kwix.language.module;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.Suggestions;
import kwix.store.PhysicalStore;
import kwix.store.StorePaths;
import org.jspecify.annotations.Nullable;

/** The machine that Kwix runs on. */
public final class HostMachine implements Machine {

    /** More than any source or data file, and few enough that reading /dev/zero ends soon. */
    private static final long LARGEST_STREAM = 64L << 20;

    private static final long LARGEST_FILE = 1L << 30;

    private static final String STORE = StorePaths.NIX.folder() + "/";

    private static final String NOT_DIRECTORY = "Not a directory";

    private final boolean pure;
    private final Bounds bounds;
    private final Map<String, String> environment;
    private final List<SearchPathEntry> searchPath;
    private final Consumer<String> lines;
    private final Supplier<PhysicalStore> physical;
    private final Conduct conduct;
    private @Nullable EvaluationStore store;
    private final long time = System.currentTimeMillis() / 1000;

    /**
     * A machine with the store that its environment names.
     *
     * @param environment names and values as bytes, one char each
     * @param lines takes what {@link #report} is given
     */
    public HostMachine(
            boolean pure,
            Bounds bounds,
            Map<String, String> environment,
            List<SearchPathEntry> searchPath,
            Consumer<String> lines) {
        this(pure, bounds, environment, searchPath, lines, () -> PhysicalStore.of(environment));
    }

    /** A machine with a store of its own. */
    public HostMachine(
            boolean pure,
            Bounds bounds,
            Map<String, String> environment,
            List<SearchPathEntry> searchPath,
            Consumer<String> lines,
            Supplier<PhysicalStore> physical) {
        this(pure, bounds, environment, searchPath, lines, physical, Conduct.USUAL);
    }

    /** The same, with what the user asked for. */
    public HostMachine(
            boolean pure,
            Bounds bounds,
            Map<String, String> environment,
            List<SearchPathEntry> searchPath,
            Consumer<String> lines,
            Supplier<PhysicalStore> physical,
            Conduct conduct) {
        this.pure = pure;
        this.bounds = bounds;
        this.environment = environment;
        this.searchPath = List.copyOf(searchPath);
        this.lines = lines;
        this.physical = physical;
        this.conduct = conduct;
    }

    @Override
    public boolean pure() {
        return pure;
    }

    @Override
    public @Nullable String environment(String name) {
        return pure ? null : environment.get(name);
    }

    @Override
    public Conduct conduct() {
        return conduct;
    }

    @Override
    public String currentSystem() {
        if (conduct.system() != null) {
            return conduct.system();
        }
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "x86", "i386" -> "i686";
            case String other -> other;
        };
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return processor + "-" + (system.startsWith("mac") ? "darwin" : system);
    }

    @Override
    public long currentTime() {
        return time;
    }

    @Override
    public EvaluationStore store() {
        if (store == null) {
            store = new EvaluationStore(physical.get(), bounds);
        }
        return store;
    }

    @Override
    public String readFile(PathValue path) {
        return new String(readBytes(path), StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] readBytes(PathValue path) {
        Path file = readable(path, true);
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw unreadable(path, "is a folder, not a file");
            }
            long limit = Math.min(LARGEST_FILE, Runtime.getRuntime().maxMemory() / 4);
            if (attributes.isRegularFile() && attributes.size() > 0) {
                if (attributes.size() > limit) {
                    throw tooLarge(path, limit);
                }
                return Files.readAllBytes(file);
            }
            return readStream(path, file, (int) Math.min(limit, LARGEST_STREAM));
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    private static byte[] readStream(PathValue path, Path file, int limit) throws IOException {
        try {
            byte[] bytes = WaitingRead.of(file, limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(path, limit);
            }
            return bytes;
        } catch (InterruptedException stopped) {
            throw interrupted(path);
        }
    }

    @Override
    public Map<String, String> readDirectory(PathValue path) {
        Path folder = readable(path, true);
        var entries = new TreeMap<String, String>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.put(FileNames.lastName(entry), kind(entry));
            }
        } catch (DirectoryIteratorException failure) {
            throw failed(path, new IOException(failure.getMessage(), failure));
        } catch (IOException failure) {
            throw failed(path, failure);
        }
        return entries;
    }

    @Override
    public @Nullable String fileType(PathValue path) {
        Path file = readable(path, false);
        try {
            return kind(file);
        } catch (NoSuchFileException missing) {
            return null;
        } catch (FileSystemException failure) {
            if (isNotDirectory(failure)) {
                return null;
            }
            throw failed(path, failure);
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    @Override
    public PathValue resolved(PathValue path) {
        Path file = readable(path, true);
        if (path.path().startsWith(STORE) && store().isOurs(path.path())) {
            return new PathValue(store().followed(path.path(), true));
        }
        try {
            return new PathValue(FileNames.bytes(file.toRealPath()));
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    @Override
    public boolean executable(PathValue path) {
        Path file = readable(path, false);
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    @Override
    public String linkTarget(PathValue path) {
        Path link = readable(path, false);
        try {
            return kwix.store.FileNames.linkTarget(Files.readSymbolicLink(link));
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    @Override
    public boolean exists(PathValue path, boolean mustBeDirectory) {
        Path file = located(path, mustBeDirectory);
        if (!bounds.hold(file, mustBeDirectory)) {
            return false;
        }
        return mustBeDirectory ? Files.isDirectory(file) : Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<SearchPathEntry> searchPath() {
        return searchPath;
    }

    @Override
    public void report(String line) {
        lines.accept(line);
    }

    private Path located(PathValue path, boolean follow) {
        return path.path().startsWith(STORE) ? store().locate(path.path(), follow) : FileNames.path(path.path());
    }

    /** Where a path's contents are, if they may be read. {@code follow} says whether a symlink at its end counts by itself. */
    private Path readable(PathValue path, boolean follow) {
        Path file = located(path, follow);
        bounds.check(file, follow, path);
        return file;
    }

    private static String kind(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            return "symlink";
        }
        if (attributes.isDirectory()) {
            return "directory";
        }
        return attributes.isRegularFile() ? "regular" : "unknown";
    }

    private KwixException failed(PathValue path, IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return switch (failure) {
            case NoSuchFileException ignored ->
                unreadable(path, "does not exist").withHint(neighbours(path));
            case AccessDeniedException ignored -> unreadable(path, "cannot be read: permission denied");
            case NotDirectoryException ignored -> unreadable(path, "is not a folder");
            case NotLinkException ignored -> unreadable(path, "is not a symbolic link");
            case ClosedByInterruptException ignored -> interrupted(path);
            default ->
                unreadable(
                        path,
                        NOT_DIRECTORY.equals(reason)
                                ? "does not exist: a part of it is a file, not a folder"
                                : "cannot be read: " + String.valueOf(reason).toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isNotDirectory(FileSystemException failure) {
        return NOT_DIRECTORY.equals(failure.getReason());
    }

    /** Near names in the same folder, or the part of the path that is missing. */
    private @Nullable String neighbours(PathValue path) {
        String text = path.path();
        int slash = text.lastIndexOf('/');
        var folder = new PathValue(slash <= 0 ? "/" : text.substring(0, slash));
        if (!exists(folder, true)) {
            return "There is no folder `" + Describe.text(folder.path()) + "` either.";
        }
        try {
            String missing = text.substring(slash + 1);
            var names = new ArrayList<>(readDirectory(folder).keySet());
            if (names.remove(missing)) {
                return "It is a symbolic link to something that does not exist.";
            }
            var near = Suggestions.near(missing, names);
            return near.isEmpty() ? null : "Did you mean `" + Describe.text(near.getFirst()) + "`?";
        } catch (KwixException unreadable) {
            return null;
        }
    }

    private static KwixException unreadable(PathValue path, String why) {
        return new KwixException(ErrorCode.MISSING_FILE, "`" + Describe.text(path.path()) + "` " + why + ".");
    }

    private static KwixException interrupted(PathValue path) {
        return new KwixException(
                ErrorCode.CANCELLED, "The evaluation was stopped while it read `" + Describe.text(path.path()) + "`.");
    }

    private static KwixException tooLarge(PathValue path, long limit) {
        return unreadable(path, "is too large to read: the limit is " + (limit >> 20) + " MiB");
    }
}
