package kwix.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import org.junit.jupiter.api.Assumptions;

/** Git repositories made from descriptions, which stand in texts for {@code git fast-import}. */
final class GitHistory {

    private static final Path REPOSITORIES =
            Path.of(System.getProperty("kwix.root"), "conformance-tests", "target", "histories");

    private GitHistory() {}

    /** A repository with this history, whose branch {@code main} is checked out. Skips the test when there is no git. */
    static Path repository(Path history) {
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

    private static void make(Path history, Path repository) throws IOException {
        Files.createDirectories(REPOSITORIES);
        Path made = Files.createTempDirectory(REPOSITORIES, "new-");
        git(made, null, "init", "--quiet", "--initial-branch=main");
        git(made, history, "fast-import", "--quiet");
        git(made, null, "checkout", "--quiet", "main");
        try {
            Files.move(made, repository, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            // Another test was first; the history is the same.
            return;
        }
    }

    private static void git(Path folder, @org.jspecify.annotations.Nullable Path input, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(Arrays.asList(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            Assumptions.abort("there is no git on this machine");
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
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
