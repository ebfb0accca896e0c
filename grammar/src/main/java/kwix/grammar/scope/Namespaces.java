package kwix.grammar.scope;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kwix.grammar.scope.Resolution.FromWith;
import kwix.grammar.scope.Resolution.Local;
import org.jspecify.annotations.Nullable;

/** The {@code with}s around a place, innermost first. */
final class Namespaces {

    private final Frame frame;
    private final int slot;
    private final @Nullable Namespaces outer;
    private @Nullable Frame lastUser;
    private @Nullable Chain lastChain;
    private @Nullable FromWith lastMeaning;

    Namespaces(Frame frame, int slot, @Nullable Namespaces outer) {
        this.frame = frame;
        this.slot = slot;
        this.outer = outer;
    }

    FromWith seenFrom(Frame user) {
        Chain chain = chainFrom(user);
        if (lastMeaning == null || lastMeaning.namespaces() != chain) {
            lastMeaning = new FromWith(chain);
        }
        return lastMeaning;
    }

    /** Nested {@code with}s of one function share their chains, or a pile of them would take quadratic room. */
    private Chain chainFrom(Frame user) {
        if (lastUser == user && lastChain != null) {
            return lastChain;
        }
        var pending = new ArrayDeque<Namespaces>();
        Namespaces known = outer;
        while (known != null && known.lastUser != user) {
            pending.push(known);
            known = known.outer;
        }
        Chain chain = known == null ? null : known.lastChain;
        for (Namespaces with : pending) {
            chain = with.chain(user, chain);
        }
        return chain(user, chain);
    }

    private Chain chain(Frame user, @Nullable Chain rest) {
        var chain = new Chain(user.unnamed(frame, slot), rest);
        lastUser = user;
        lastChain = chain;
        return chain;
    }

    /** An immutable list that shares its tail with others. */
    private static final class Chain extends AbstractList<Local> {

        private final Local first;
        private final @Nullable Chain rest;
        private final int size;

        Chain(Local first, @Nullable Chain rest) {
            this.first = first;
            this.rest = rest;
            size = rest == null ? 1 : rest.size + 1;
        }

        @Override
        public Local get(int index) {
            Chain chain = this;
            for (int i = 0; i < index && chain != null; i++) {
                chain = chain.rest;
            }
            if (index < 0 || chain == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return chain.first;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Local> iterator() {
            return new Iterator<>() {
                private @Nullable Chain next = Chain.this;

                @Override
                public boolean hasNext() {
                    return next != null;
                }

                @Override
                public Local next() {
                    if (next == null) {
                        throw new NoSuchElementException();
                    }
                    Local local = next.first;
                    next = next.rest;
                    return local;
                }
            };
        }
    }
}
