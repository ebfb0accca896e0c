package kwix.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How a workload's processor time grows with its size.
 *
 * @param seconds at each of the sizes, without what starting takes
 */
record Growth(Workload workload, List<Integer> sizes, List<Double> seconds) {

    private static final int[] DIVISORS = {16, 4, 1};

    static List<Workload> sizes(Workload workload) {
        var sizes = new ArrayList<Workload>();
        for (int divisor : DIVISORS) {
            sizes.add(
                    new Workload(workload.program(), workload.size() / divisor, workload.kind(), workload.arguments()));
        }
        return sizes;
    }

    /** @param start processor seconds of a run that does nothing */
    static Growth run(Workload workload, Programs programs, int runs, double start, Meter meter) {
        var sizes = new ArrayList<Integer>();
        var seconds = new ArrayList<Double>();
        for (Workload size : sizes(workload)) {
            List<String> command = programs.kwix(size);
            var samples = new ArrayList<Double>();
            for (int i = 0; i < runs; i++) {
                samples.add(meter.clock(command).cpu());
            }
            sizes.add(size.size());
            seconds.add(Math.max(0.001, Statistics.median(samples) - start));
        }
        return new Growth(workload, sizes, seconds);
    }

    double exponent() {
        return Statistics.exponent(sizes.stream().map(Integer::doubleValue).toList(), seconds);
    }
}
