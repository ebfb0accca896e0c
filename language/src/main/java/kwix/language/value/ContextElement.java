package kwix.language.value;

/** One thing that a string depends on. Texts are store paths without the leading {@code /nix/store/}… folder resolved: full paths. */
public sealed interface ContextElement extends Comparable<ContextElement> {

    /** A store path itself. */
    record Plain(String path) implements ContextElement {
        @Override
        public String key() {
            return path;
        }
    }

    /** A derivation with everything that it needs to be built ({@code =} in the reference's encoding). */
    record Deep(String derivation) implements ContextElement {
        @Override
        public String key() {
            return "=" + derivation;
        }
    }

    /** An output of a derivation ({@code !output!} in the reference's encoding). */
    record Output(String derivation, String output) implements ContextElement {
        @Override
        public String key() {
            return "!" + output + "!" + derivation;
        }
    }

    /**
     * That the text, or a part of it, is a secret. Nix has no such thing; {@code getContext} does not tell of it.
     *
     * @param origin where it comes from, for messages
     */
    record Secret(String origin) implements ContextElement {
        @Override
        public String key() {
            return "?" + origin;
        }
    }

    /** A text that orders elements and tells them apart. */
    String key();

    @Override
    default int compareTo(ContextElement other) {
        return key().compareTo(other.key());
    }
}
