package kwix.conformance.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of what the launcher builds and trains from: poms, main sources, examples, the launcher itself. */
record Checkout(Path home) {

    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".kwix", "test", "cases", "docs");

    static Checkout copiedTo(Path folder) throws IOException {
        Path root = Release.root();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(root.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, folder.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return new Checkout(folder);
    }

    Path launcher() {
        return home.resolve("kwix");
    }

    /** A source whose change makes a build necessary. */
    Path source() {
        return home.resolve("cli/src/main/java/kwix/cli/package-info.java");
    }

    Path work() {
        return home.resolve(".kwix");
    }

    List<String> builds() throws IOException {
        try (Stream<Path> builds = Files.list(work().resolve("builds"))) {
            return builds.map(build -> build.getFileName().toString()).sorted().toList();
        }
    }

    String currentBuild() throws IOException {
        return Files.readString(work().resolve("current")).strip();
    }
}
