package kwix.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A transcript that can be played again. Its lines:
 *
 * <pre>
 * $ NAME=VALUE kwix eval -     a command: kwix, nix-instantiate, cat, ls or cd
 * &lt; 1 + 1                      its standard input
 * 2                            what it writes to standard output
 * ! error: …                   what it writes to standard error
 * ? 1                          its exit status, unless 0
 * # why                        a comment, as is an empty line
 * </pre>
 *
 * An empty line of output is shown as {@code .}, and output that does not end with a newline is followed by a line {@code \}. The folder in which it is played is {@code /DIR}.
 */
final class Session {

    private final Path folder;
    private final boolean messages;
    private Path directory;

    Session(Path folder) {
        this(folder, true);
    }

    /** @param messages whether what is written to standard error is part of the transcript */
    Session(Path folder, boolean messages) {
        this.folder = folder;
        this.messages = messages;
        this.directory = folder;
    }

    /** Plays the commands of a transcript. @return the transcript with what they answered now */
    String play(String transcript) throws IOException {
        var played = new StringBuilder();
        List<String> lines = transcript.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                played.append(line).append('\n');
            } else if (line.startsWith("$ ")) {
                played.append(line).append('\n');
                var input = new StringBuilder();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("< ")) {
                    input.append(lines.get(++i).substring(2)).append('\n');
                }
                input.toString()
                        .lines()
                        .forEach(text -> played.append("< ").append(text).append('\n'));
                played.append(answer(words(line.substring(2)), input.toString()));
            }
        }
        return played.toString();
    }

    private String answer(List<String> words, String input) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString()));
        int at = 0;
        while (words.get(at).matches("[A-Z_]+=.*")) {
            String word = words.get(at++);
            int equals = word.indexOf('=');
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
        List<String> arguments = words.subList(at + 1, words.size());
        switch (words.get(at)) {
            case "cd" -> {
                directory = directory.resolve(arguments.getFirst()).normalize();
                return "";
            }
            case "cat" -> {
                return shown(Files.readAllBytes(directory.resolve(arguments.getFirst())));
            }
            case "ls" -> {
                try (var files = Files.list(directory.resolve(arguments.getFirst()))) {
                    return String.join(
                            "",
                            files.map(file -> file.getFileName() + "\n")
                                    .sorted()
                                    .toList());
                }
            }
            case "kwix" -> {
                return kwix(arguments, input, environment);
            }
            case "nix-instantiate" -> {
                return kwix(words.subList(at, words.size()), input, environment);
            }
            default -> throw new IllegalArgumentException("not a command of sessions: " + words);
        }
    }

    private String kwix(List<String> arguments, String input, Map<String, String> environment) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(new Invocation(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                environment,
                directory,
                false,
                false));
        // How many steps the library takes, and where it throws, changes whenever the library does.
        String errors = shown(err.toByteArray())
                .replaceAll("… \\d+ steps? in the standard library", "… steps in the standard library")
                .replaceAll("(--> <kwix/[^>]*>):\\d+:\\d+", "$1")
                .lines()
                .map(line -> ("! " + line).stripTrailing() + "\n")
                .reduce("", String::concat);
        return shown(out.toByteArray()).replaceAll("(?m)^$(?=\n)", ".")
                + (messages ? errors : "")
                + (status == 0 ? "" : "? " + status + "\n");
    }

    private String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace(folder.toString(), "/DIR");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n\\\n";
    }

    /** Words as a shell splits them; quotes of both kinds are literal inside. */
    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        char quote = ' ';
        for (char c : (command + " ").toCharArray()) {
            if (quote != ' ') {
                if (c == quote) {
                    quote = ' ';
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                begun = true;
            } else if (c == ' ') {
                if (begun || !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
            }
        }
        return words;
    }
}
