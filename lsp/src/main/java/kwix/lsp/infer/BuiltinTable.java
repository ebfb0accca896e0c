package kwix.lsp.infer;

import java.util.LinkedHashMap;
import java.util.Map;
import kwix.language.builtin.Builtin;
import kwix.language.builtin.Builtins;
import org.jspecify.annotations.Nullable;

/** The builtins by the names that programs use. */
public final class BuiltinTable {

    public static final String SELF = "builtins";

    private @Nullable Map<String, Builtin> byName;
    private @Nullable Map<String, Builtin> byGlobal;

    /** By the names in {@code builtins}, in their order. */
    public synchronized Map<String, Builtin> byName() {
        Map<String, Builtin> known = byName;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Builtin builtin : Builtins.declarations()) {
                known.put(builtin.name(), builtin);
            }
            byName = known;
        }
        return known;
    }

    /** By the names that they have everywhere. */
    public synchronized Map<String, Builtin> byGlobal() {
        Map<String, Builtin> known = byGlobal;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Builtin builtin : byName().values()) {
                known.put(builtin.global(), builtin);
            }
            byGlobal = known;
        }
        return known;
    }

    Shape.@Nullable Set shape() {
        Map<String, Member> members = new LinkedHashMap<>();
        byName().forEach((name, builtin) -> members.put(name, Member.of(builtin, () -> shape(builtin))));
        return new Shape.Set(members);
    }

    @Nullable
    Shape global(String name) {
        if (name.equals(SELF)) {
            return shape();
        }
        Builtin builtin = byGlobal().get(name);
        return builtin == null ? null : shape(builtin);
    }

    private static @Nullable Shape shape(Builtin builtin) {
        if (!(builtin.body() instanceof Builtin.Constant)) {
            return new Shape.BuiltinFunction(builtin);
        }
        return switch (builtin.name()) {
            case "true", "false" -> new Shape.Plain("bool", builtin.name());
            case "null" -> new Shape.Plain("null", builtin.name());
            default -> null;
        };
    }
}
