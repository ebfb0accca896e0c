package kwix.language.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kwix.language.error.Located;
import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/**
 * A thunk that remembers which others its evaluation read.
 *
 * <p>Invariant: it never has a value of its own, and nothing puts its value into its place, so that every reading of it is seen.
 */
public final class LoggedThunk extends Thunk {

    private final Thunk inner;
    private final ReadLog log;
    private final @Nullable Located code;
    private @Nullable List<LoggedThunk> reads;
    private @Nullable Set<LoggedThunk> seen;

    LoggedThunk(Thunk inner, ReadLog log, @Nullable Located code) {
        this.inner = inner;
        this.log = log;
        this.code = code;
    }

    @Override
    protected Object evaluate() {
        LoggedThunk outer = log.reader;
        if (outer != null) {
            outer.add(this);
        }
        log.reader = this;
        try {
            return inner.force();
        } finally {
            log.reader = outer;
        }
    }

    private void add(LoggedThunk read) {
        List<LoggedThunk> known = reads;
        if (known == null) {
            known = new ArrayList<>(2);
            reads = known;
        }
        if (known.isEmpty() || known.getLast() != read && isNew(known, read)) {
            known.add(read);
        }
    }

    /** A few are compared one by one. */
    private boolean isNew(List<LoggedThunk> known, LoggedThunk read) {
        if (known.size() < 8) {
            return !known.contains(read);
        }
        Set<LoggedThunk> all = seen;
        if (all == null) {
            all = Collections.newSetFromMap(new IdentityHashMap<>());
            all.addAll(known);
            seen = all;
        }
        return all.add(read);
    }

    @Override
    protected @Nullable Object known() {
        return Thunk.known(inner);
    }

    /** Whether its value is known, although it says that it was not evaluated. */
    public boolean isKnown() {
        return inner.isEvaluated();
    }

    /** What its evaluation read itself, in the order in which it did for the first time. */
    public List<LoggedThunk> reads() {
        List<LoggedThunk> known = reads;
        return known == null ? List.of() : Collections.unmodifiableList(known);
    }

    /** Where the expression is written that it evaluates; null for a call of a builtin's. */
    public @Nullable Place place() {
        return code == null ? null : code.place();
    }
}
