package kwix.kubernetes.diff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.language.value.ContextString;
import org.jspecify.annotations.Nullable;

/** Amounts of resources, which have several notations: {@code 1000m} is {@code 1}, and {@code 1Ki} is {@code 1024}. */
final class Quantity {

    private static final Pattern NOTATION =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([numkKMGTPE]i?)|[eE]([-+]?[0-9]{1,3}))?");

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", binary(1)),
            Map.entry("Mi", binary(2)),
            Map.entry("Gi", binary(3)),
            Map.entry("Ti", binary(4)),
            Map.entry("Pi", binary(5)),
            Map.entry("Ei", binary(6)));

    private static final Set<String> OF_RESOURCES = Set.of("requests", "limits");

    private Quantity() {}

    private static BigDecimal binary(int power) {
        return BigDecimal.valueOf(1L << 10 * power);
    }

    /** Whether the field is an amount by its place: {@code resources.requests.*}, {@code resources.limits.*}. */
    static boolean isAt(FieldPath path) {
        List<String> names = path.names();
        int size = names.size();
        return size >= 3
                && OF_RESOURCES.contains(names.get(size - 2))
                && names.get(size - 3).equals("resources");
    }

    /** Whether both are notations of one amount. */
    static boolean same(Object left, Object right) {
        BigDecimal one = amount(left);
        BigDecimal other = amount(right);
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal amount(Object value) {
        if (!ContextString.isString(value) && !(value instanceof Long) && !(value instanceof Double)) {
            return null;
        }
        String text = ContextString.isString(value) ? ContextString.text(value) : value.toString();
        Matcher notation = NOTATION.matcher(text);
        if (!notation.matches()) {
            return null;
        }
        var number = new BigDecimal(notation.group(1));
        if (notation.group(2) != null) {
            BigDecimal unit = SUFFIXES.get(notation.group(2));
            return unit == null ? null : number.multiply(unit);
        }
        return notation.group(3) == null ? number : number.scaleByPowerOfTen(Integer.parseInt(notation.group(3)));
    }
}
