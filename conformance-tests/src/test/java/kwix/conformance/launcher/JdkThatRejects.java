package kwix.conformance.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The JDK of this test, but that its JVM refuses to start when it must use an ahead-of-time cache. */
final class JdkThatRejects {

    private static final Path REAL = Path.of(System.getProperty("java.home"));

    private JdkThatRejects() {}

    /** @return its home */
    static Path in(Path folder) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.copy(REAL.resolve("release"), folder.resolve("release"));
        script(programs.resolve("javac"), "");
        script(programs.resolve("java"), "case \" $* \" in *' -XX:AOTMode=on '*) echo rejected; exit 1 ;; esac\n");
        return folder;
    }

    private static void script(Path program, String first) throws IOException {
        String real = REAL.resolve("bin").resolve(program.getFileName()).toString();
        Files.writeString(program, "#!/bin/sh\n" + first + "exec '" + real + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
