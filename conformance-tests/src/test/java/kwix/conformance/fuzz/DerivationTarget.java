package kwix.conformance.fuzz;

import java.util.List;
import kwix.store.DerivationReader;
import kwix.store.DerivationText;
import kwix.store.InvalidDerivationException;

/** The reader of {@code .drv} files, and that what it reads is written as it was. */
record DerivationTarget(List<String> samples) implements Target {

    private static final String STORE = "/nix/store/00000000000000000000000000000000-";

    static DerivationTarget ofSamples() {
        return new DerivationTarget(List.of(
                "Derive([(\"out\",\"" + STORE + "a\",\"\",\"\")],[(\"" + STORE + "b.drv\",[\"dev\",\"out\"])],[\""
                        + STORE
                        + "c.sh\"],\"x86_64-linux\",\"/bin/sh\",[\"-c\",\"echo\\n"
                        + "\\t\\\"\\\\\"],[(\"name\",\"a\"),(\"out\",\""
                        + STORE
                        + "a\")])",
                "Derive([(\"out\",\"" + STORE + "a\",\"r:sha256\",\"" + "0".repeat(64)
                        + "\")],[],[],\"builtin\",\"builtin:fetchurl\",[],[(\"name\",\"a\")])"));
    }

    @Override
    public String name() {
        return ".drv";
    }

    @Override
    public void read(String input) {
        try {
            String written = DerivationText.write(DerivationReader.read(input));
            if (!written.equals(DerivationText.write(DerivationReader.read(written)))) {
                throw new AssertionError("written in another way than it is read: " + written);
            }
        } catch (InvalidDerivationException ordinary) {
            // A text that is no derivation.
        }
    }

    @Override
    public void stop() {}
}
