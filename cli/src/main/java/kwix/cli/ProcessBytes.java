package kwix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.source.SourceText;

/**
 * The arguments and the environment of this process as they were given. The JVM decodes them as UTF-8 and loses what is none; Linux
 * still has the bytes.
 */
final class ProcessBytes {

    private static final char LOST = '\uFFFD';

    private ProcessBytes() {}

    /** The arguments, in which bytes that are not UTF-8 are as {@link SourceText#decode} makes them. */
    static List<String> arguments(String[] decoded) {
        var arguments = List.of(decoded);
        boolean lost = false;
        for (String argument : decoded) {
            lost |= hasLost(argument);
        }
        if (!lost) {
            return arguments;
        }
        List<String> all = entries("cmdline");
        // Before the program's own arguments stand those of the JVM.
        return all.size() < decoded.length ? arguments : all.subList(all.size() - decoded.length, all.size());
    }

    /** The same for names and values of the environment. */
    static Map<String, String> environment(Map<String, String> decoded) {
        boolean lost = false;
        for (Map.Entry<String, String> entry : decoded.entrySet()) {
            lost |= hasLost(entry.getKey()) || hasLost(entry.getValue());
        }
        if (!lost) {
            return decoded;
        }
        var environment = new HashMap<String, String>();
        for (String entry : entries("environ")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return environment.isEmpty() ? decoded : environment;
    }

    /** The working directory. */
    static Path directory() {
        Path decoded = Path.of("").toAbsolutePath();
        if (!hasLost(decoded.toString())) {
            return decoded;
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/cwd"));
        } catch (IOException elsewhere) {
            return decoded;
        }
    }

    private static boolean hasLost(String text) {
        return text.indexOf(LOST) >= 0;
    }

    private static List<String> entries(String file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of("/proc/self", file));
        } catch (IOException elsewhere) {
            return List.of();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        var entries = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\0', start);
            end = end < 0 ? text.length() : end;
            entries.add(SourceText.decode(text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1)));
            start = end + 1;
        }
        return entries;
    }
}
