package kwix.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program in {@code cases/<area>/…/<name>.kx} and what stands beside it.
 *
 * @param area the folder below the root, with {@code /}, for example {@code language/strings}
 */
record ConformanceCase(Path root, String area, String name) {

    private static final String INSTANTIATE = "instantiate";

    /** Where a case's answer comes from. */
    enum Authority {
        /** The reference implementation; the script {@code conformance-tests/reference} writes {@code .exp} and {@code .trace}. */
        REFERENCE,
        /** Ourselves: goldens that somebody has read and accepted. */
        KWIX
    }

    Path folder() {
        return root.resolve(area);
    }

    Path program() {
        return beside("kx");
    }

    /** The file of this case with another ending. */
    Path beside(String ending) {
        return folder().resolve(name + "." + ending);
    }

    String title() {
        return area + "/" + name;
    }

    Authority authority() {
        return switch (top()) {
            case "language", "lib", "modules", INSTANTIATE -> Authority.REFERENCE;
            default -> Authority.KWIX;
        };
    }

    private String top() {
        return area.contains("/") ? area.substring(0, area.indexOf('/')) : area;
    }

    CaseFlags flags() {
        Path file = beside("flags");
        return Files.exists(file) ? CaseFlags.parse(read(file)) : CaseFlags.NONE;
    }

    /** What the program's value is written as: its derivations in the area for them, Nix text elsewhere where the reference is asked, else YAML, unless a flag says otherwise. */
    CaseFlags.Format format() {
        if (top().equals(INSTANTIATE)) {
            return CaseFlags.Format.DERIVATIONS;
        }
        CaseFlags.Format asked = flags().format();
        if (asked != null) {
            return asked;
        }
        return authority() == Authority.REFERENCE ? CaseFlags.Format.NIX : CaseFlags.Format.YAML;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
