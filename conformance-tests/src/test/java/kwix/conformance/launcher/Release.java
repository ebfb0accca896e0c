package kwix.conformance.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The archive that this build made, unpacked somewhere. */
record Release(Path home) {

    static Path root() {
        return Path.of(System.getProperty("kwix.root"));
    }

    static Release unpackedIn(Path folder) throws IOException, InterruptedException {
        Path archive = root().resolve("cli/target/kwix-0.1.0.tar.gz");
        int status = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, status, "unpacking " + archive);
        return new Release(folder.resolve("kwix-0.1.0"));
    }

    Path launcher() {
        return home.resolve("bin/kwix");
    }

    /** Takes away the right to write from everything below a folder, or gives it back; links have no rights of their own. */
    static void writable(Path folder, boolean yes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                if (yes) {
                    permissions.add(PosixFilePermission.OWNER_WRITE);
                } else {
                    permissions.removeAll(EnumSet.of(
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.GROUP_WRITE,
                            PosixFilePermission.OTHERS_WRITE));
                }
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }
}
