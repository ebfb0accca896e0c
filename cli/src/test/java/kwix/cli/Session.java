package kwix.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private static final String LIBRARY =
            Objects.requireNonNull(System.getProperty("kwix.stdlib")).split(File.pathSeparator)[0];

    private final Path folder;
    private final boolean messages;
    private Path directory;

    /** What a command answered. Paths below the folder in which it was played begin with {@code /DIR}. */
    record Answer(String out, String err, int status) {}

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
                played.append(written(run(line.substring(2), input.toString())));
            }
        }
        return played.toString();
    }

    /** Plays one command. */
    Answer run(String command, String input) throws IOException {
        List<String> words = words(command);
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
                return new Answer("", "", 0);
            }
            case "cat" -> {
                return new Answer(shown(Files.readAllBytes(directory.resolve(arguments.getFirst()))), "", 0);
            }
            case "ls" -> {
                try (var files = Files.list(directory.resolve(arguments.getFirst()))) {
                    String names = String.join(
                            "",
                            files.map(file -> file.getFileName() + "\n")
                                    .sorted()
                                    .toList());
                    return new Answer(names, "", 0);
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

    private Answer kwix(List<String> arguments, String input, Map<String, String> environment) {
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
        return new Answer(shown(out.toByteArray()), shown(err.toByteArray()), status);
    }

    private String written(Answer answer) {
        String errors = answer.err()
                .lines()
                .map(line -> ("! " + line).stripTrailing() + "\n")
                .reduce("", String::concat);
        return answer.out().replaceAll("(?m)^$(?=\n)", ".")
                + (messages ? errors : "")
                + (answer.status() == 0 ? "" : "? " + answer.status() + "\n");
    }

    /** Where the library does things, and in how many steps, changes whenever the library does: it is left out. */
    private String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replace(folder.toString(), "/DIR")
                .replace(LIBRARY, "<kwix>")
                .replaceAll("… \\d+ steps? in the standard library", "… steps in the standard library")
                .replaceAll("(<kwix/[^>]*>):\\d+:\\d+", "$1")
                .replaceAll("\"column\":\\d+,\"file\":\"(<kwix/[^>]*>)\",\"line\":\\d+", "\"file\":\"$1\"");
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
