package kwix.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file by which {@code kwix render} knows a folder that it wrote: the names of all other files, each with the hash of its content.
 *
 * @param hashes by names
 */
record WrittenFiles(Map<String, String> hashes) {

    /** Hidden, so that programs which read a folder of manifests leave it alone. */
    static final String NAME = ".kwix-render.json";

    private static final String BEGIN =
            "{\n  \"note\": \"Written by kwix render, which replaces this folder.\",\n  \"files\": {";
    private static final String END = "\n  }\n}\n";
    private static final Pattern ENTRY = Pattern.compile("\n    \"([^\"\\\\/]+)\": \"sha256-([0-9a-f]{64})\",?");

    WrittenFiles {
        hashes = new TreeMap<>(hashes);
    }

    /** The content of the file. Names of files need no escapes in it. */
    String text() {
        var text = new StringBuilder(BEGIN);
        String separator = "";
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            text.append(separator)
                    .append("\n    \"")
                    .append(file.getKey())
                    .append("\": \"sha256-")
                    .append(file.getValue())
                    .append('"');
            separator = ",";
        }
        return text.append(END).toString();
    }

    /** Null when it is not as {@link #text} writes it. */
    static @Nullable WrittenFiles read(String text) {
        var hashes = new TreeMap<String, String>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            hashes.put(entry.group(1), entry.group(2));
        }
        var written = new WrittenFiles(hashes);
        return written.text().equals(text) ? written : null;
    }

    static Map<String, String> hashes(Map<String, String> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, content) -> hashes.put(name, hash(content)));
        return hashes;
    }

    /** @param content bytes, one char each */
    static String hash(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
