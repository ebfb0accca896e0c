package kwix.grammar.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are looked up: lexical names first, then the globals, then the namespaces of {@code with}. */
final class VisibleNames implements Names {

    private final GlobalNames globals;
    private final ScopeProblems problems;
    /** A name stays, with nothing, where it is bound no longer: it is likely to be bound again. */
    private final Map<String, Binder> names = new HashMap<>();

    /** What a name means at the place that the walk has reached. */
    private static final class Binder {
        @Nullable
        Bound innermost;
    }

    /** How many names that begin with {@code __} are bound, as those behind operators do. */
    private int reserved;

    VisibleNames(GlobalNames globals, ScopeProblems problems) {
        this.globals = globals;
        this.problems = problems;
    }

    @Override
    public Bound bind(String name, Frame frame, int slot, Resolution.@Nullable Definition definition) {
        Binder binder = names.get(name);
        if (binder == null) {
            binder = new Binder();
            names.put(name, binder);
        }
        var bound = new Bound(name, frame, slot, definition, binder.innermost);
        binder.innermost = bound;
        if (name.startsWith("__")) {
            reserved++;
        }
        return bound;
    }

    @Override
    public void unbind(Bound bound) {
        Binder binder = names.get(bound.name());
        if (binder != null) {
            binder.innermost = bound.hidden();
        }
        if (bound.name().startsWith("__")) {
            reserved--;
        }
    }

    @Override
    public Resolution resolve(
            int variable, String name, int start, int end, Frame frame, @Nullable Namespaces namespaces) {
        Bound bound = bound(name);
        if (bound != null) {
            return frame.local(bound);
        }
        if (globals.names().contains(name)) {
            return new Resolution.Builtin(name);
        }
        if (namespaces != null) {
            return namespaces.seenFrom(frame);
        }
        List<String> near = problems.areMany() ? List.of() : NearNames.of(name, bound(), globals.names());
        problems.undefined(name, start, end, near);
        return new Resolution.Undefined(near);
    }

    private @Nullable Bound bound(String name) {
        Binder binder = names.get(name);
        return binder == null ? null : binder.innermost;
    }

    private List<String> bound() {
        return names.keySet().stream().filter(name -> bound(name) != null).toList();
    }

    @Override
    public @Nullable Resolution own(String name, Frame frame) {
        Bound bound = reserved > 0 ? bound(name) : null;
        return bound == null ? null : frame.local(bound);
    }
}
