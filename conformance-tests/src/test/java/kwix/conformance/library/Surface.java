package kwix.conformance.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names that a library offers, at the top and within its sets of functions. */
final class Surface {

    /** Sets of data, not of functions: who maintains what, licences, machines; and the library in itself. */
    private static final String DATA =
            "[ \"kernel\" \"lib\" \"licenses\" \"licensesSpdx\" \"maintainers\" \"misc\" \"platforms\" \"systems\""
                    + " \"teams\" ]";

    private static final String NAMES = """
        let
          kind = value: let tried = builtins.tryEval (builtins.typeOf value); in if tried.success then tried.value else "";
          walk = depth: prefix: set: builtins.concatMap (name:
            if builtins.elem name %s || prefix + name == "types.types" then [ ]
            else if depth > 0 && kind set.${name} == "set" && !(set.${name} ? _type || set.${name} ? __functor)
            then walk (depth - 1) (prefix + name + ".") set.${name}
            else [ (prefix + name) ]) (builtins.attrNames set);
        in builtins.concatStringsSep " " (walk 2 "" lib)
        """.formatted(DATA).replace('\n', ' ');

    private Surface() {}

    /**
     * @param theirs what only Nixpkgs has
     * @param ours what only we have
     */
    record Names(Set<String> both, Set<String> theirs, Set<String> ours) {

        String report() {
            return both.size() + " names in both libraries\nonly in that of Nixpkgs: " + String.join(" ", theirs)
                    + "\nonly in ours: " + String.join(" ", ours);
        }

        void write(Path file) throws IOException {
            List<String> lines = new ArrayList<>(List.of("# Names that the library of Nixpkgs and ours both have."));
            lines.addAll(both);
            Files.write(file, lines);
        }
    }

    /** Both libraries under Kwix. */
    static Names of(KwixLibrary kwix, Path nixpkgs) {
        Set<String> theirs = names(kwix.answer(NAMES, "import " + nixpkgs));
        Set<String> ours = names(kwix.answer(NAMES));
        Set<String> both = new TreeSet<>(theirs);
        both.retainAll(ours);
        theirs.removeAll(both);
        ours.removeAll(both);
        return new Names(both, theirs, ours);
    }

    private static Set<String> names(String answer) {
        if (!answer.startsWith("\"")) {
            throw new IllegalStateException("the names of a library: " + answer);
        }
        return new TreeSet<>(
                Arrays.asList(answer.substring(1, answer.length() - 1).split(" ", -1)));
    }
}
