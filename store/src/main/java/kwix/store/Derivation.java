package kwix.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A build step as the store keeps it. Texts are one char per byte; what has an order is in that of bytes.
 *
 * @param inputDerivations which outputs of which derivations are needed
 * @param inputSources store paths that are needed as they are
 */
public record Derivation(
        SortedMap<String, Output> outputs,
        SortedMap<String, SortedSet<String>> inputDerivations,
        SortedSet<String> inputSources,
        String system,
        String builder,
        List<String> arguments,
        SortedMap<String, String> environment) {

    /** The ending of the store paths of derivations. */
    public static final String ENDING = ".drv";

    /**
     * @param path empty when it is not known yet
     * @param method of a fixed output the hash algorithm, after {@code r:} when it is of an archive; else empty
     * @param hash of a fixed output in hexadecimal digits; else empty
     */
    public record Output(String path, String method, String hash) {

        /** An output whose path follows from the derivation. */
        public static Output of(String path) {
            return new Output(path, "", "");
        }

        /** An output whose contents are known beforehand. */
        public static Output fixed(String path, boolean isArchive, Hash contents) {
            return new Output(
                    path, (isArchive ? "r:" : "") + contents.algorithm().id(), contents.text(HashFormat.BASE16));
        }

        boolean isFixed() {
            return !hash.isEmpty();
        }
    }

    public Derivation {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        inputDerivations = Collections.unmodifiableSortedMap(new TreeMap<>(inputDerivations));
        inputSources = Collections.unmodifiableSortedSet(new TreeSet<>(inputSources));
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** The store path of a derivation with this name. */
    public String path(StorePaths paths, String name) {
        var references = new TreeSet<>(inputSources);
        references.addAll(inputDerivations.keySet());
        return paths.text(HashAlgorithm.SHA256.hash(DerivationText.write(this)), references, name + ENDING);
    }

    /** Whether what the derivation makes is known by a hash beforehand. */
    public boolean isFixed() {
        return outputs.size() == 1 && outputs.firstEntry().getValue().isFixed();
    }

    /** The same with these output paths, in the environment too. */
    public Derivation withOutputPaths(Map<String, String> paths) {
        var known = new TreeMap<String, Output>();
        var variables = new TreeMap<>(environment);
        paths.forEach((name, path) -> {
            known.put(name, Output.of(path));
            variables.put(name, path);
        });
        return new Derivation(known, inputDerivations, inputSources, system, builder, arguments, variables);
    }
}
