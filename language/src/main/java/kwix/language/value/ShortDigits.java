package kwix.language.value;

import java.math.BigInteger;

/**
 * Decimal digits of a float by the algorithm Grisu2 (Florian Loitsch, "Printing Floating-Point Numbers Quickly and Accurately with
 * Integers", 2010), which the reference's JSON uses: they always read back as the same number, and in all but one of a thousand cases
 * they are the fewest and nearest. Where they are not, ours must be off in the same way, hence the same exponents of the cached powers.
 *
 * @param digits without leading zeros
 * @param exponent of ten, of the last digit
 */
record ShortDigits(String digits, int exponent) {

    private static final int SIGNIFICAND_BITS = 52;
    private static final long HIDDEN_BIT = 1L << SIGNIFICAND_BITS;
    private static final int EXPONENT_BIAS = 1075;

    /** The binary exponents that a scaled number may have: its integral part then has at most 32 bits. */
    private static final int LEAST_EXPONENT = -60;

    private static final double LOG10_OF_2 = 0.30102999566398120;

    /** A number {@code f × 2^e}, {@code f} unsigned. */
    private record Binary(long f, int e) {

        Binary normalized() {
            int shift = Long.numberOfLeadingZeros(f);
            return new Binary(f << shift, e - shift);
        }

        Binary withExponent(int exponent) {
            return new Binary(f << e - exponent, exponent);
        }

        /** The upper half of the product, rounded. */
        Binary times(Binary other) {
            long high = Math.unsignedMultiplyHigh(f, other.f);
            return new Binary(high + (f * other.f >>> 63), e + other.e + 64);
        }
    }

    /** Powers of ten eight decimal exponents apart, made once. */
    private static final class Powers {
        private static final int LEAST = -300;
        private static final int STEP = 8;
        private static final Binary[] POWERS = new Binary[79];

        static {
            for (int i = 0; i < POWERS.length; i++) {
                POWERS[i] = power(LEAST + i * STEP);
            }
        }

        /** The nearest number of 64 significant bits. */
        private static Binary power(int exponent) {
            BigInteger ten = BigInteger.TEN.pow(Math.abs(exponent));
            // One bit more than is kept, to round by.
            BigInteger bits;
            int binary;
            if (exponent >= 0) {
                binary = ten.bitLength() - 65;
                bits = binary >= 0 ? ten.shiftRight(binary) : ten.shiftLeft(-binary);
            } else {
                int shift = ten.bitLength() + 64;
                bits = BigInteger.ONE.shiftLeft(shift).divide(ten);
                binary = -shift;
                int excess = bits.bitLength() - 65;
                bits = bits.shiftRight(excess);
                binary += excess;
            }
            BigInteger rounded = bits.add(BigInteger.ONE).shiftRight(1);
            return new Binary(rounded.longValue(), binary + 1);
        }
    }

    /** @param number finite and positive */
    static ShortDigits of(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long fraction = bits & HIDDEN_BIT - 1;
        int biased = (int) (bits >>> SIGNIFICAND_BITS);
        Binary value = biased == 0
                ? new Binary(fraction, 1 - EXPONENT_BIAS)
                : new Binary(fraction | HIDDEN_BIT, biased - EXPONENT_BIAS);
        boolean nearerBelow = fraction == 0 && biased > 1;
        Binary above = new Binary(2 * value.f + 1, value.e - 1).normalized();
        Binary below = (nearerBelow
                        ? new Binary(4 * value.f - 1, value.e - 2)
                        : new Binary(2 * value.f - 1, value.e - 1))
                .withExponent(above.e);

        int least = (int) Math.ceil((LEAST_EXPONENT - above.e - 1) * LOG10_OF_2);
        int index = Math.floorDiv(least - Powers.LEAST + Powers.STEP - 1, Powers.STEP);
        Binary power = Powers.POWERS[index];
        Binary scaled = value.normalized().times(power);
        Binary low = below.times(power);
        Binary high = above.times(power);
        // The products are off by at most one unit: this much of the interval is safe.
        var generation = new Generation(high.f - 1, high.f - 1 - (low.f + 1), high.f - 1 - scaled.f, -high.e);
        return generation.digits(-(Powers.LEAST + index * Powers.STEP));
    }

    /** Takes digits off the upper end of the interval until what is left lies inside of it. */
    private static final class Generation {
        private final long upper;
        private final int shift;
        private final StringBuilder digits = new StringBuilder();

        /** The width of the interval, and how far below its upper end the number is. */
        private long width;

        private long distance;

        Generation(long upper, long width, long distance, int shift) {
            this.upper = upper;
            this.width = width;
            this.distance = distance;
            this.shift = shift;
        }

        ShortDigits digits(int scale) {
            long integral = upper >>> shift;
            long fractional = upper & (1L << shift) - 1;
            int left = Long.toString(integral).length();
            long unit = 1;
            for (int i = 1; i < left; i++) {
                unit *= 10;
            }
            while (left > 0) {
                digits.append((char) ('0' + integral / unit));
                integral %= unit;
                left--;
                long rest = (integral << shift) + fractional;
                if (Long.compareUnsigned(rest, width) <= 0) {
                    approach(rest, unit << shift);
                    return new ShortDigits(digits.toString(), scale + left);
                }
                unit /= 10;
            }
            int exponent = scale;
            do {
                fractional *= 10;
                digits.append((char) ('0' + (fractional >>> shift)));
                fractional &= (1L << shift) - 1;
                exponent--;
                width *= 10;
                distance *= 10;
            } while (Long.compareUnsigned(fractional, width) > 0);
            approach(fractional, 1L << shift);
            return new ShortDigits(digits.toString(), exponent);
        }

        /** Lowers the last digit while that brings the result nearer to the number, and keeps it in the interval. */
        private void approach(long given, long unit) {
            long rest = given;
            while (Long.compareUnsigned(rest, distance) < 0
                    && Long.compareUnsigned(width - rest, unit) >= 0
                    && (Long.compareUnsigned(rest + unit, distance) < 0
                            || Long.compareUnsigned(distance - rest, rest + unit - distance) > 0)) {
                int last = digits.length() - 1;
                digits.setCharAt(last, (char) (digits.charAt(last) - 1));
                rest += unit;
            }
        }
    }
}
