package kwix.language.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.store.Derivation;
import kwix.store.DerivationHashes;
import kwix.store.DerivationReader;
import kwix.store.DerivationText;
import kwix.store.InvalidDerivationException;
import kwix.store.StoreContents;
import kwix.store.StorePaths;
import kwix.store.UnknownOutputException;

/** The derivations of one evaluation: those that it made, and those in the store that it refers to. */
public final class StoredDerivations {

    private final EvaluationStore store;
    private final DerivationHashes hashes = new DerivationHashes(StorePaths.NIX, this::derivation);

    StoredDerivations(EvaluationStore store) {
        this.store = store;
    }

    /** The derivation with the paths of its outputs, which so far are empty. */
    public Derivation complete(Derivation masked, String name) {
        try {
            return hashes.complete(masked, name);
        } catch (UnknownOutputException unknown) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The derivation `" + Describe.text(unknown.derivation()) + "` has no output "
                                    + Describe.quoted(unknown.output()) + ".")
                    .withSubject(Describe.text(unknown.output()));
        }
    }

    /** Remembers a complete derivation, whose path is returned. */
    public String add(Derivation derivation, String name) {
        String path = derivation.path(StorePaths.NIX, name);
        hashes.put(path, derivation);
        store.addText(path, DerivationText.write(derivation), references(derivation));
        return path;
    }

    private static SortedSet<String> references(Derivation derivation) {
        var references = new TreeSet<>(derivation.inputSources());
        references.addAll(derivation.inputDerivations().keySet());
        return references;
    }

    /** The derivation at a store path. An ordinary error when there is none. */
    public Derivation derivation(String path) {
        try {
            return DerivationReader.read(text(path));
        } catch (InvalidDerivationException invalid) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "`" + Describe.text(path) + "` is not the text of a derivation: "
                            + Describe.text(String.valueOf(invalid.getMessage())) + ".");
        }
    }

    private String text(String path) {
        if (store.pending(path) instanceof StoreContents.Text pending) {
            return pending.text();
        }
        try {
            return Files.readString(store.physical().physical(path), StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new KwixException(
                            ErrorCode.MISSING_FILE, "The derivation `" + Describe.text(path) + "` is not in the store.")
                    .withSubject(Describe.text(path));
        }
    }

    /** A store path and all that it refers to, directly or through others; a path that nobody knows refers to nothing. */
    public SortedSet<String> closure(String path) {
        var closure = new TreeSet<String>();
        Deque<String> open = new ArrayDeque<>();
        open.add(path);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (closure.add(next)) {
                open.addAll(referred(next));
            }
        }
        return closure;
    }

    private SortedSet<String> referred(String path) {
        SortedSet<String> known = store.references(path);
        boolean unknown = known.isEmpty() && path.endsWith(Derivation.ENDING);
        return unknown ? references(derivation(path)) : known;
    }

    /** Writes a derivation and all that it needs to the physical store, what is needed first. */
    public void write(String path) {
        Deque<String> open = new ArrayDeque<>();
        var begun = new TreeMap<String, Boolean>();
        open.push(path);
        while (!open.isEmpty()) {
            String next = open.element();
            if (begun.putIfAbsent(next, true) != null) {
                open.pop();
                store.write(next);
                continue;
            }
            for (String needed : store.references(next)) {
                if (!begun.containsKey(needed)) {
                    open.push(needed);
                }
            }
        }
    }
}
