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

    /** In JSON: digits that read back as the same number, always with a point or an exponent. Finite numbers only. */
    public static String json(double number) {
        if (number == 0) {
            return isNegative(number) ? "-0.0" : "0.0";
        }
        var made = ShortDigits.of(Math.abs(number));
        return pointed(number, made.digits(), made.exponent());
    }

    /** The fewest digits that read back as the same number, written as in JSON. Finite numbers only. */
    public static String shortest(double number) {
        if (number == 0) {
            return isNegative(number) ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        return pointed(number, exact.unscaledValue().toString(), -exact.scale());
    }

    private static String pointed(double number, String digits, int exponentOfLast) {
        int point = digits.length() + exponentOfLast;
        var text = new StringBuilder(isNegative(number) ? "-" : "");
        if (point > 15 || point <= -4) {
            text.append(digits.charAt(0));
            if (digits.length() > 1) {
                text.append('.').append(digits, 1, digits.length());
            }
            int exponent = point - 1;
            text.append(exponent < 0 ? "e-" : "e+").append(Math.abs(exponent) < 10 ? "0" : "");
            return text.append(Math.abs(exponent)).toString();
        }
        if (point <= 0) {
            return text.append("0.").repeat('0', -point).append(digits).toString();
        }
        if (point >= digits.length()) {
            return text.append(digits)
                    .repeat('0', point - digits.length())
                    .append(".0")
                    .toString();
        }
        return text.append(digits, 0, point)
                .append('.')
                .append(digits, point, digits.length())
                .toString();
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
