package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whether Kwix starts on its ahead-of-time cache: its classes then come from there and not from jars. */
final class AotCache {

    private AotCache() {}

    static void check(Programs programs, Meter meter, Path scratch) {
        Path log = scratch.resolve("classes");
        meter.run(
                programs.kwix(Catalogue.SUM),
                Map.of("KWIX_JAVA_OPTS", "-Xlog:class+load:file=" + log + "::filecount=0"));
        try (var lines = Files.lines(log)) {
            List<String> entry = lines.filter(line -> line.contains(" kwix.cli.Main source: "))
                    .toList();
            if (entry.size() != 1 || !entry.getFirst().contains("shared objects file")) {
                throw new BenchmarkException(
                        programs.kwix() + " does not use its ahead-of-time cache: its classes are loaded from jars");
            }
        } catch (IOException failure) {
            throw new BenchmarkException("no log of class loading was written: " + failure.getMessage());
        }
    }
}
