package kwix.language.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteBuilderTest {

    @Test
    void collectsWhateverIsAppended() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var bytes = new ByteBuilder(random.nextInt(300));
            var expected = new StringBuilder();
            for (int i = random.nextInt(400); i >= 0; i--) {
                append(random, bytes, expected);
            }
            assertEquals(expected.toString(), bytes.toString(), "seed " + seed);
            var stream = new ByteArrayOutputStream();
            bytes.writeTo(stream);
            assertEquals(expected.toString(), stream.toString(StandardCharsets.ISO_8859_1), "seed " + seed);
        }
    }

    private static void append(Random random, ByteBuilder bytes, StringBuilder expected) {
        switch (random.nextInt(6)) {
            case 0 -> {
                long number = random.nextLong() >> random.nextInt(Long.SIZE);
                bytes.append(number);
                expected.append(number);
            }
            case 1 -> {
                char single = (char) random.nextInt(256);
                bytes.append(single);
                expected.append(single);
            }
            case 2 -> {
                int times = random.nextInt(random.nextInt(50) == 0 ? 200_000 : 20);
                bytes.repeat('x', times);
                expected.repeat('x', times);
            }
            case 3 -> {
                String text = text(random);
                int begin = random.nextInt(text.length() + 1);
                int end = begin + random.nextInt(text.length() + 1 - begin);
                bytes.append(text, begin, end);
                expected.append(text, begin, end);
            }
            case 4 -> {
                String text = text(random);
                bytes.append(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
                expected.append(text);
            }
            default -> {
                String text = text(random);
                boolean plain = text.chars().allMatch(c -> c >= ' ' && c <= '\u007F' && c != '"' && c != '\\');
                assertEquals(plain, bytes.appendIfPlain(text));
                expected.append(plain ? text : "");
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        boolean plain = random.nextBoolean();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 100_000 : 40); i > 0; i--) {
            text.append((char) (plain ? 'a' + random.nextInt(26) : random.nextInt(256)));
        }
        return text.toString();
    }
}
