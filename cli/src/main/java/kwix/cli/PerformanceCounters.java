package kwix.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counters of this JVM. It keeps them in a file for tools such as jstat, under {@code -XX:+UsePerfData}; there are interfaces for
 * some of them, but loading those takes longer than what is to be measured.
 */
final class PerformanceCounters {

    private static final int MAGIC = 0xcafec0c0;
    private static final int FIRST_ENTRY = 24;
    private static final int ENTRIES = 28;

    private final Map<String, Long> values;

    private PerformanceCounters(Map<String, Long> values) {
        this.values = values;
    }

    /** Empty where the JVM keeps none. */
    static PerformanceCounters read() {
        String folder = Files.isDirectory(Path.of("/proc/self")) ? "/tmp" : System.getProperty("java.io.tmpdir", "");
        Path file = Path.of(
                folder,
                "hsperfdata_" + System.getProperty("user.name"),
                String.valueOf(ProcessHandle.current().pid()));
        try {
            return new PerformanceCounters(numbers(ByteBuffer.wrap(Files.readAllBytes(file))));
        } catch (IOException | IndexOutOfBoundsException none) {
            return new PerformanceCounters(Map.of());
        }
    }

    /** The entries that are single numbers. */
    private static Map<String, Long> numbers(ByteBuffer file) {
        var numbers = new HashMap<String, Long>();
        if (file.getInt(0) != MAGIC) {
            return numbers;
        }
        file.order(file.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int entry = file.getInt(FIRST_ENTRY);
        for (int left = file.getInt(ENTRIES); left > 0; left--) {
            boolean single = file.getInt(entry + 8) == 0;
            if (single && file.get(entry + 12) == 'J') {
                numbers.put(name(file, entry + file.getInt(entry + 4)), file.getLong(entry + file.getInt(entry + 16)));
            }
            entry += file.getInt(entry);
        }
        return numbers;
    }

    private static String name(ByteBuffer file, int start) {
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), start, end - start, StandardCharsets.US_ASCII);
    }

    @Nullable
    Long get(String name) {
        return values.get(name);
    }

    /** What the JVM did on the way, for people. */
    List<String> summary() {
        var lines = new ArrayList<String>();
        Long frequency = get("sun.os.hrt.frequency");
        if (frequency == null) {
            return lines;
        }
        double tick = 1000.0 / frequency;
        lines.add(text(
                "of that, class loading %.1f, linking %.1f, initialising %.1f: %d classes from the cache, %d others",
                number("sun.cls.time") * tick,
                number("sun.cls.classLinkedTime.self") * tick,
                number("sun.cls.classInitTime.self") * tick,
                number("java.cls.sharedLoadedClasses"),
                number("java.cls.loadedClasses")));
        lines.add(text(
                "compiling %.1f, beside the rest; %d garbage collections %.1f",
                number("java.ci.totalTime") * tick,
                number("sun.gc.collector.0.invocations") + number("sun.gc.collector.1.invocations"),
                (number("sun.gc.collector.0.time") + number("sun.gc.collector.1.time")) * tick));
        return lines;
    }

    private long number(String name) {
        return values.getOrDefault(name, 0L);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
