package kwix.grammar.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a variable means. */
public sealed interface Resolution {

    /**
     * A slot of an environment: {@code depth} functions outwards, {@code slot} ≥ 1 (slot 0 holds the parent environment).
     *
     * @param definition null for what this source does not bind, and for the sets of {@code with}
     */
    record Local(int depth, int slot, @Nullable Definition definition) implements Resolution {}

    /**
     * Where a name is bound first: the offsets of the name, or of the attribute path that begins with it.
     *
     * @param parameter whether a function takes it, rather than that it is bound to an expression
     */
    record Definition(int start, int end, boolean parameter) {}

    /** A global name: {@code builtins}, {@code true}, {@code map}, {@code __sub} …. */
    record Builtin(String name) implements Resolution {}

    /** Not lexically bound, but inside {@code with}s, whose sets stand in these slots, innermost first. */
    record FromWith(List<Local> namespaces) implements Resolution {}

    /** {@code __curPos}. */
    record CurrentPosition() implements Resolution {}

    /** Bound nowhere; up to three near names in scope. A diagnostic reports it. */
    record Undefined(List<String> suggestions) implements Resolution {}
}
