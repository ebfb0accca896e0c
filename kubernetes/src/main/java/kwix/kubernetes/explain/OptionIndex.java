package kwix.kubernetes.explain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.value.AttributeSet;
import kwix.language.value.ListValue;
import kwix.language.value.LoggedThunk;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * The options of an evaluation, as far as it looked at them, by the thunks whose reading is a reading of the option. Of values that are there it asks for the options inside of
 * them, and evaluates nothing else.
 */
final class OptionIndex {

    /** What of an option depends on its definitions. */
    static final List<String> EVALUATED = List.of(
            "value", "valueMeta", "isDefined", "definitions", "definitionsWithLocations", "files", "highestPrio");

    private final Map<LoggedThunk, AttributeSet> owners = new IdentityHashMap<>();
    private final Set<AttributeSet> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    OptionIndex(AttributeSet options) {
        group(options);
    }

    /** The option that a thunk belongs to. */
    @Nullable
    AttributeSet owner(LoggedThunk thunk) {
        return owners.get(thunk);
    }

    private void group(AttributeSet group) {
        if (!seen.add(group)) {
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            if (Thunk.known(group.value(i)) instanceof AttributeSet below) {
                if (isOption(below)) {
                    option(below);
                } else {
                    group(below);
                }
            }
        }
    }

    static boolean isOption(AttributeSet set) {
        return "option".equals(known(set, "_type"));
    }

    private void option(AttributeSet option) {
        if (!seen.add(option)) {
            return;
        }
        for (String name : EVALUATED) {
            if (option.get(name) instanceof LoggedThunk thunk) {
                owners.put(thunk, option);
            }
        }
        if (known(option, "value") != null || known(option, "valueMeta") != null) {
            inside(option.get("valueMeta"));
        }
    }

    /** Options of submodules, and of those that stand in sets and lists. */
    private void inside(@Nullable Object meta) {
        if (meta == null || !(Thunk.force(meta) instanceof AttributeSet set) || !seen.add(set)) {
            return;
        }
        if (set.forced("configuration") instanceof AttributeSet configuration
                && (known(configuration, "config") != null || known(configuration, "options") != null)
                && configuration.forced("options") instanceof AttributeSet options) {
            group(options);
        }
        if (set.forced("attrs") instanceof AttributeSet attributes) {
            for (int i = 0; i < attributes.size(); i++) {
                inside(attributes.value(i));
            }
        }
        if (set.forced("list") instanceof ListValue list) {
            for (int i = 0; i < list.size(); i++) {
                inside(list.get(i));
            }
        }
    }

    static @Nullable Object known(AttributeSet set, String name) {
        Object value = set.get(name);
        return value == null ? null : Thunk.known(value);
    }
}
