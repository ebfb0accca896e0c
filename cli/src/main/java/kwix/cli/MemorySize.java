package kwix.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An amount of memory as people write it: {@code 512M}, {@code 2G}, {@code 1.5GiB}. Units are powers of 1024. */
record MemorySize(long bytes, String text) {

    private static final String UNITS = "KMGT";

    /** Null when the text is no amount. */
    static @Nullable MemorySize of(String text) {
        String number = text.strip();
        int end = number.length();
        while (end > 0 && !Character.isDigit(number.charAt(end - 1))) {
            end--;
        }
        String unit = number.substring(end).toUpperCase(Locale.ROOT);
        long factor = factor(unit);
        try {
            double amount = Double.parseDouble(number.substring(0, end)) * factor;
            return factor > 0 && amount >= 1 && amount < Long.MAX_VALUE ? new MemorySize((long) amount, text) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static long factor(String unit) {
        if (unit.isEmpty() || unit.equals("B")) {
            return 1;
        }
        int power = UNITS.indexOf(unit.charAt(0)) + 1;
        boolean known = unit.length() == 1
                || unit.substring(1).equals("B")
                || unit.substring(1).equals("IB");
        return power > 0 && known ? 1L << 10 * power : 0;
    }
}
