package kwix.grammar.scope;

import java.util.List;

/** What a variable means. */
public sealed interface Resolution {

    /**
     * A slot of an environment: {@code depth} functions outwards, {@code slot} ≥ 1 (slot 0 holds the parent environment).
     */
    record Local(int depth, int slot) implements Resolution {}

    /** A global name: {@code builtins}, {@code true}, {@code map}, {@code __sub} …. */
    record Builtin(String name) implements Resolution {}

    /** Not lexically bound, but inside {@code with}s, whose sets stand in these slots, innermost first. */
    record FromWith(List<Local> namespaces) implements Resolution {}

    /** {@code __curPos}. */
    record CurrentPosition() implements Resolution {}

    /** Bound nowhere; up to three near names in scope. A diagnostic reports it. */
    record Undefined(List<String> suggestions) implements Resolution {}
}
