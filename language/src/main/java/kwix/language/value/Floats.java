package kwix.language.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The ways in which floats become text. */
public final class Floats {

    private Floats() {}

    /** {@code toString}: six digits after the point, as C's {@code %f}. */
    public static String fixed(double number) {
        if (Double.isNaN(number)) {
            return Math.copySign(1.0, number) < 0 ? "-nan" : "nan";
        }
        if (Double.isInfinite(number)) {
            return number < 0 ? "-inf" : "inf";
        }
        String digits =
                new BigDecimal(number).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
        return number == 0 || digits.charAt(0) == '-' || !isNegative(number)
                ? signedZero(number, digits)
                : "-" + digits;
    }

    private static String signedZero(double number, String digits) {
        return number == 0 && isNegative(number) ? "-" + digits : digits;
    }

    /** As a value and in XML: six significant digits, as C's {@code %g}. */
    public static String general(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return fixed(number);
        }
        if (number == 0) {
            return isNegative(number) ? "-0" : "0";
        }
        var rounded = new BigDecimal(number).round(new java.math.MathContext(6, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return plain(rounded.toPlainString());
        }
        String mantissa = plain(rounded.movePointLeft(exponent).toPlainString());
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String plain(String digits) {
        if (digits.indexOf('.') < 0) {
            return digits;
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static boolean isNegative(double number) {
        return Double.doubleToRawLongBits(number) < 0;
    }
}
