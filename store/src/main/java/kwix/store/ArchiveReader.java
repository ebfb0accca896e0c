package kwix.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * Reads the NAR format. Only what {@link Archive} can write is accepted: names in order and each once, nothing that leads out of its
 * folder, padding of zeros, nothing after the end.
 */
public final class ArchiveReader {

    private static final int ALIGNMENT = 8;
    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TARGET = 4095;

    /** More folders than this inside of one another have no path that a system could open. */
    private static final int DEEPEST = 2048;

    private final InputStream in;
    private final TreeSink sink;

    private ArchiveReader(InputStream in, TreeSink sink) {
        this.in = in;
        this.sink = sink;
    }

    /**
     * Gives the sink the archive's tree, while reading: what was given before a failure is a part of a tree.
     *
     * @throws InvalidArchiveException when it is no archive
     */
    public static void read(InputStream in, TreeSink sink) throws IOException {
        var reader = new ArchiveReader(in, sink);
        reader.expect("nix-archive-1");
        reader.tree();
        if (in.read() >= 0) {
            throw new InvalidArchiveException("something follows the end of the archive");
        }
    }

    /** Without recursion, because the archive says how deep it goes. */
    private void tree() throws IOException {
        // For each folder that is open, how long its path is and its last name so far.
        var lengths = new ArrayDeque<Integer>();
        var lastNames = new ArrayDeque<String>();
        var path = new StringBuilder();
        boolean opened = node("");
        while (opened || !lengths.isEmpty()) {
            if (opened) {
                lengths.push(path.length());
                lastNames.push("");
            }
            if (lengths.size() > DEEPEST) {
                throw new InvalidArchiveException("there are more than " + DEEPEST + " folders inside of one another");
            }
            path.setLength(lengths.element());
            String word = word();
            opened = false;
            if (word.equals(")")) {
                lengths.pop();
                lastNames.pop();
                if (!lengths.isEmpty()) {
                    expect(")");
                }
            } else {
                require("entry", word);
                path.append('/').append(name(lastNames.pop()));
                lastNames.push(path.substring(lengths.element() + 1));
                opened = node(path.toString());
                if (!opened) {
                    expect(")");
                }
            }
        }
    }

    /** Reads what is at a path; of a folder only the beginning, and then is true. */
    private boolean node(String path) throws IOException {
        expect("(");
        expect("type");
        String type = word();
        switch (type) {
            case "regular" -> file(path);
            case "symlink" -> {
                expect("target");
                String target = text(LONGEST_TARGET, "the target of a symbolic link");
                if (target.isEmpty() || target.indexOf('\0') >= 0) {
                    throw new InvalidArchiveException("a symbolic link says nothing, or has a null byte in it");
                }
                sink.link(path, target);
            }
            case "directory" -> {
                sink.folder(path);
                return true;
            }
            default -> throw new InvalidArchiveException("there is no type of file called " + shown(type));
        }
        expect(")");
        return false;
    }

    private void file(String path) throws IOException {
        String word = word();
        boolean executable = word.equals("executable");
        if (executable) {
            expect("");
            word = word();
        }
        require("contents", word);
        long length = length();
        var contents = new Contents(length);
        sink.file(path, executable, contents, length);
        contents.skipRest();
        padding(length);
    }

    private String name(String before) throws IOException {
        expect("(");
        expect("name");
        String name = text(LONGEST_NAME, "a name");
        boolean leadsElsewhere = name.equals(".") || name.equals("..") || name.indexOf('/') >= 0;
        if (name.isEmpty() || leadsElsewhere || name.indexOf('\0') >= 0) {
            throw new InvalidArchiveException(shown(name) + " is not the name of a file");
        }
        if (name.compareTo(before) <= 0) {
            throw new InvalidArchiveException("the name " + shown(name) + " comes twice or out of order");
        }
        expect("node");
        return name;
    }

    private void expect(String word) throws IOException {
        require(word, word());
    }

    private static void require(String expected, String found) throws InvalidArchiveException {
        if (!found.equals(expected)) {
            throw new InvalidArchiveException("'" + expected + "' should stand where there is " + shown(found));
        }
    }

    private String word() throws IOException {
        return text(LONGEST_WORD, "a word");
    }

    private String text(int longest, String what) throws IOException {
        long length = length();
        if (length > longest) {
            throw new InvalidArchiveException(what + " is longer than " + longest + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw ended();
        }
        padding(length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private long length() throws IOException {
        byte[] bytes = in.readNBytes(ALIGNMENT);
        if (bytes.length < ALIGNMENT) {
            throw ended();
        }
        long length = 0;
        for (int i = ALIGNMENT - 1; i >= 0; i--) {
            length = length << 8 | bytes[i] & 0xFF;
        }
        if (length < 0) {
            throw new InvalidArchiveException("a length is larger than anything can be");
        }
        return length;
    }

    private void padding(long length) throws IOException {
        byte[] bytes = in.readNBytes((int) ((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT));
        if ((length + bytes.length) % ALIGNMENT != 0) {
            throw ended();
        }
        for (byte padding : bytes) {
            if (padding != 0) {
                throw new InvalidArchiveException("the padding is not of zeros");
            }
        }
    }

    private static InvalidArchiveException ended() {
        return new InvalidArchiveException("it ends too early");
    }

    private static String shown(String bytes) {
        var shown = new StringBuilder("'");
        for (char c : bytes.toCharArray()) {
            shown.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format("\\x%02X", (int) c));
        }
        return shown.append('\'').toString();
    }

    /** A file's contents within the archive. */
    private final class Contents extends InputStream {

        private long left;

        private Contents(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (left == 0 && count > 0) {
                return -1;
            }
            int got = in.read(bytes, from, (int) Math.min(count, left));
            if (got < 0) {
                throw ended();
            }
            left -= got;
            return got;
        }

        private void skipRest() throws IOException {
            try {
                in.skipNBytes(left);
            } catch (EOFException early) {
                throw ended();
            }
        }
    }
}
