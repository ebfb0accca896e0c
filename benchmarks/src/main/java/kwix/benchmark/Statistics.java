package kwix.benchmark;

import java.util.List;

/** Numbers about numbers. */
final class Statistics {

    private Statistics() {}

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the median of nothing");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    /** The slope of the least-squares line through the logarithms: what power of the sizes the values grow with. */
    static double exponent(List<Double> sizes, List<Double> values) {
        double meanX = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = values.stream().mapToDouble(Math::log).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double x = Math.log(sizes.get(i)) - meanX;
            products += x * (Math.log(values.get(i)) - meanY);
            squares += x * x;
        }
        return products / squares;
    }
}
