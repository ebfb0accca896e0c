package kwix.grammar.scope;

import java.util.List;
import java.util.Set;

/**
 * The names that a file sees without defining them.
 *
 * @param names the global builtins: {@code builtins}, constants, {@code map}, {@code __sub} …
 * @param roots further names, which stand in the slots 1, 2, … of the file's environment and win over the builtins
 */
public record GlobalNames(Set<String> names, List<String> roots) {

    public GlobalNames(Set<String> names) {
        this(names, List.of());
    }
}
