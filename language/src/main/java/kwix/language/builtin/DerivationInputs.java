package kwix.language.builtin;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kwix.language.module.StoredDerivations;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Expect;
import kwix.language.value.StringContext;
import kwix.store.Derivation;

/** What a derivation needs, from what the strings in it depend on. */
final class DerivationInputs {

    private final SortedMap<String, SortedSet<String>> derivations = new TreeMap<>();
    private final SortedSet<String> sources = new TreeSet<>();

    DerivationInputs(StoredDerivations known, Collection<ContextElement> dependencies) {
        for (ContextElement element : dependencies) {
            switch (element) {
                case ContextElement.Plain plain -> sources.add(plain.path());
                case ContextElement.Output output ->
                    derivations
                            .computeIfAbsent(output.derivation(), ignored -> new TreeSet<>())
                            .add(output.output());
                case ContextElement.Deep deep -> everything(known, deep.derivation());
                case ContextElement.Secret secret ->
                    throw Expect.secret(
                            "A secret cannot be in a derivation: everybody can read the store.",
                            ContextString.of("", StringContext.of(secret)));
            }
        }
    }

    /** A builder that sees a derivation's text with all it refers to may use any of it, so all of it must be built before. */
    private void everything(StoredDerivations known, String derivation) {
        for (String path : known.closure(derivation)) {
            sources.add(path);
            if (path.endsWith(Derivation.ENDING)) {
                derivations
                        .computeIfAbsent(path, ignored -> new TreeSet<>())
                        .addAll(known.derivation(path).outputs().keySet());
            }
        }
    }

    SortedMap<String, SortedSet<String>> derivations() {
        return derivations;
    }

    SortedSet<String> sources() {
        return sources;
    }
}
