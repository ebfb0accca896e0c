package kwix.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import org.jspecify.annotations.Nullable;

/** Repositories made from descriptions: those that end in {@code .hg} are for {@code hg import}, others for {@code git fast-import}. */
final class RepositoryHistory {

    private static final Path REPOSITORIES =
            Path.of(System.getProperty("kwix.root"), "conformance-tests", "target", "histories");

    private static final Pattern PLACE = Pattern.compile(Pattern.quote(REPOSITORIES.toString()) + "/[0-9a-z]+");

    /** Not what the user configured. */
    private static final Map<String, String> ENVIRONMENT = Map.of("HGPLAIN", "1", "HGRCPATH", "");

    private RepositoryHistory() {}

    /** A repository with this history, whose main branch is checked out. Skips the test when there is no program for it. */
    static Path repository(Path history) {
        String program = isMercurial(history) ? "hg" : "git";
        if (!isInstalled(program)) {
            return MissingTool.skip("cases about repositories of `" + program + "`, which is not installed");
        }
        try {
            String name = HashAlgorithm.SHA256.hash(Files.readAllBytes(history)).text(HashFormat.NIX32);
            Path repository = REPOSITORIES.resolve(name);
            if (!Files.exists(repository)) {
                make(history, repository);
            }
            return repository;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A text without the place of repositories. */
    static String unnamed(String text) {
        return PLACE.matcher(text).replaceAll("/<repository>");
    }

    private static boolean isMercurial(Path history) {
        return history.toString().endsWith(".hg");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void make(Path history, Path repository) throws IOException {
        Files.createDirectories(REPOSITORIES);
        Path made = Files.createTempDirectory(REPOSITORIES, "new-");
        if (isMercurial(history)) {
            run(made, null, "hg", "init");
            run(made, history, "hg", "import", "--exact", "--quiet", "-");
            run(made, null, "hg", "update", "--quiet", "default");
        } else {
            run(made, null, "git", "init", "--quiet", "--initial-branch=main");
            run(made, history, "git", "fast-import", "--quiet");
            run(made, null, "git", "checkout", "--quiet", "main");
        }
        try {
            Files.move(made, repository, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            // Another test was first; the history is the same.
            return;
        }
    }

    private static void run(Path folder, @Nullable Path input, String... command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
