package kwix.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what the programs print, before anything is measured. */
final class Answers {

    private final Programs programs;
    private final Meter meter;

    Answers(Programs programs, Meter meter) {
        this.programs = programs;
        this.meter = meter;
    }

    /** Fails when answers differ. @return the file with what Kwix printed, until the next comparison */
    Path compare(Workload workload) {
        Path printed = meter.output(programs.kwix(workload), "kwix.out");
        Path theirs = switch (workload.kind()) {
            case JSONNET -> rewritten(meter.output(programs.jsonnet(workload), "jsonnet.out"), "other.out");
            case RENDER ->
                meter.output(programs.essence(meter.output(programs.kubenix(workload), "kubenix.out")), "other.out");
            case JSON, YAML, SOURCE, SYNTAX -> meter.output(programs.reference(workload), "other.out");
        };
        if (workload.kind() == Workload.Kind.RENDER) {
            if (!Catalogue.MORE_THAN_KUBENIX.contains(workload.program())) {
                same(workload, meter.output(programs.essence(printed), "kwix.json"), theirs);
            }
        } else if (workload.kind() == Workload.Kind.YAML) {
            same(workload, meter.output(programs.yamlAsJson(printed), "kwix.json"), theirs);
        } else {
            same(workload, printed, theirs);
        }
        return printed;
    }

    private Path rewritten(Path json, String name) {
        return meter.output(programs.rewritten(json), name);
    }

    private static void same(Workload workload, Path ours, Path theirs) {
        try {
            long at = Files.mismatch(ours, theirs);
            if (at >= 0) {
                throw new BenchmarkException("%s: the answers differ at byte %d:%nKwix  %s%nother %s"
                        .formatted(workload.name(), at, around(ours, at), around(theirs, at)));
            }
            if (Files.size(ours) == 0) {
                throw new BenchmarkException(workload.name() + ": no answer at all");
            }
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        }
    }

    private static String around(Path file, long at) throws IOException {
        String text = Files.readString(file);
        int from = (int) Math.max(0, at - 30);
        return from >= text.length()
                ? ""
                : text.substring(from, (int) Math.min(text.length(), at + 50)).strip();
    }
}
