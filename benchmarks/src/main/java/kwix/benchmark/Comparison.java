package kwix.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A workload's runs on Kwix and on another program, in turns. */
record Comparison(Workload workload, Medians kwix, Medians other) {

    /** Of some runs; memory of fewer, in MB. */
    record Medians(double wall, double cpu, OptionalDouble memory) {

        static Medians of(List<Sample> samples, OptionalDouble memory) {
            return new Medians(
                    Statistics.median(samples.stream().map(Sample::wall).toList()),
                    Statistics.median(samples.stream().map(Sample::cpu).toList()),
                    memory);
        }
    }

    static Comparison run(Workload workload, List<String> kwix, List<String> other, int pairs, Meter meter) {
        var ours = new ArrayList<Sample>();
        var theirs = new ArrayList<Sample>();
        for (int i = 0; i < pairs; i++) {
            ours.add(meter.clock(kwix));
            theirs.add(meter.clock(other));
        }
        int few = Math.min(3, pairs);
        return new Comparison(
                workload, Medians.of(ours, memory(kwix, few, meter)), Medians.of(theirs, memory(other, few, meter)));
    }

    double ratio() {
        return kwix.wall / other.wall;
    }

    private static OptionalDouble memory(List<String> command, int runs, Meter meter) {
        var peaks = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            meter.memory(command).ifPresent(peaks::add);
        }
        return peaks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Statistics.median(peaks));
    }
}
