package kwix.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The hashes that stand for derivations in the output paths of those that use them. A derivation with a fixed output is represented by
 * that output alone, so that another way of getting the same contents changes no path. Each is computed once.
 */
public final class DerivationHashes {

    private final StorePaths paths;
    private final Function<String, Derivation> derivations;
    private final Map<String, Known> known = new HashMap<>();

    private record Known(Hash hash, Set<String> outputs) {}

    /** @param derivations gives the derivation that is at a store path, or throws */
    public DerivationHashes(StorePaths paths, Function<String, Derivation> derivations) {
        this.paths = paths;
        this.derivations = derivations;
    }

    /** The derivation with the paths of its outputs, which so far are empty. */
    public Derivation complete(Derivation masked, String name) {
        Hash hash = hash(masked);
        var outputs = new TreeMap<String, String>();
        for (String output : masked.outputs().keySet()) {
            outputs.put(output, paths.output(output, hash, name));
        }
        return masked.withOutputPaths(outputs);
    }

    /** Remembers a complete derivation's hash under its path. */
    public void put(String path, Derivation derivation) {
        known(path, derivation);
    }

    private Known known(String path, Derivation derivation) {
        Known before = known.get(path);
        if (before == null) {
            before = new Known(hash(derivation), Set.copyOf(derivation.outputs().keySet()));
            known.put(path, before);
        }
        return before;
    }

    private Known known(String path) {
        Known before = known.get(path);
        return before == null ? known(path, derivations.apply(path)) : before;
    }

    /** @throws UnknownOutputException when an output is needed that a derivation does not have */
    private Hash hash(Derivation derivation) {
        if (derivation.isFixed()) {
            Derivation.Output output = derivation.outputs().firstEntry().getValue();
            return HashAlgorithm.SHA256.hash(
                    "fixed:out:" + output.method() + ":" + output.hash() + ":" + output.path());
        }
        var inputs = new TreeMap<String, SortedSet<String>>();
        derivation.inputDerivations().forEach((path, outputs) -> {
            Known input = known(path);
            for (String output : outputs) {
                if (!input.outputs().contains(output)) {
                    throw new UnknownOutputException(path, output);
                }
            }
            inputs.computeIfAbsent(input.hash().text(HashFormat.BASE16), ignored -> new TreeSet<>())
                    .addAll(outputs);
        });
        return HashAlgorithm.SHA256.hash(DerivationText.write(derivation, inputs));
    }
}
