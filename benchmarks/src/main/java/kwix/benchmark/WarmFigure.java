package kwix.benchmark;

import java.util.OptionalDouble;

/**
 * What one run of a workload takes in a process that ran it before, in seconds.
 *
 * @param reference the reference's whole process, without what starting takes
 * @param compiled with {@code --jit}, where that can be
 */
record WarmFigure(Workload workload, double reference, double direct, OptionalDouble compiled) {

    double ratio() {
        return direct / reference;
    }

    OptionalDouble compiledRatio() {
        return compiled.isPresent() ? OptionalDouble.of(compiled.getAsDouble() / reference) : compiled;
    }
}
