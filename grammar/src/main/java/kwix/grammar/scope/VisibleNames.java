package kwix.grammar.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are looked up: lexical names first, then the globals, then the namespaces of {@code with}. */
final class VisibleNames implements Names {

    private final GlobalNames globals;
    private final ScopeProblems problems;
    private final Map<String, Bound> names = new HashMap<>();

    /** How many names that begin with {@code __} are bound, as those behind operators do. */
    private int reserved;

    VisibleNames(GlobalNames globals, ScopeProblems problems) {
        this.globals = globals;
        this.problems = problems;
    }

    @Override
    public Bound bind(String name, Frame frame, int slot, Resolution.@Nullable Definition definition) {
        var bound = new Bound(name, frame, slot, definition, names.get(name));
        names.put(name, bound);
        if (name.startsWith("__")) {
            reserved++;
        }
        return bound;
    }

    @Override
    public void unbind(Bound bound) {
        if (bound.hidden() == null) {
            names.remove(bound.name());
        } else {
            names.put(bound.name(), bound.hidden());
        }
        if (bound.name().startsWith("__")) {
            reserved--;
        }
    }

    @Override
    public Resolution resolve(
            int variable, String name, int start, int end, Frame frame, @Nullable Namespaces namespaces) {
        Bound bound = names.get(name);
        if (bound != null) {
            return frame.local(bound);
        }
        if (globals.names().contains(name)) {
            return new Resolution.Builtin(name);
        }
        if (namespaces != null) {
            return namespaces.seenFrom(frame);
        }
        List<String> near = problems.areMany() ? List.of() : NearNames.of(name, names.keySet(), globals.names());
        problems.undefined(name, start, end, near);
        return new Resolution.Undefined(near);
    }

    @Override
    public @Nullable Resolution own(String name, Frame frame) {
        Bound bound = reserved > 0 ? names.get(name) : null;
        return bound == null ? null : frame.local(bound);
    }
}
