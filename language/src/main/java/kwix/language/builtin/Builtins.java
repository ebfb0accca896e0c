package kwix.language.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.DeferredThunk;
import kwix.language.value.Thunk;

/** All builtins: their names, their declarations, and their values within an evaluation. */
public final class Builtins {

    private static final String SELF = "builtins";
    private static final char GLOBAL = '!';

    /** What pure evaluation does not have. */
    private static final Set<String> IMPURE = Set.of("currentSystem", "currentTime");

    private final BuiltinContext context;
    private final Map<Subject, Map<String, Builtin>> loaded = new EnumMap<>(Subject.class);

    private Builtins(BuiltinContext context) {
        this.context = context;
    }

    /** The variables that every expression sees: {@code builtins}, {@code map}, {@code __length} …. */
    public static Set<String> globalNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(SELF);
        for (Subject subject : Subject.values()) {
            for (String marked : subject.markedNames()) {
                names.add(globalName(marked));
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /** Every declaration in the order of names, for help and the reference. */
    public static List<Builtin> declarations() {
        List<Builtin> all = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            all.addAll(subject.declarations());
        }
        all.sort(Comparator.comparing(Builtin::name));
        return List.copyOf(all);
    }

    /** The declarations by subject, for the reference; subjects and what is in them come in the order in which they are best read. */
    public static List<Group> groups() {
        return Arrays.stream(Subject.values())
                .map(subject -> new Group(subject.title(), subject.declarations()))
                .toList();
    }

    /** @param title as a heading */
    public record Group(String title, List<Builtin> builtins) {}

    /** The values of the global names, most of them thunks: a builtin is made when it is first used. */
    public static Map<String, Object> globals(BuiltinContext context) {
        return new Builtins(context).globals();
    }

    private Map<String, Object> globals() {
        boolean pure = context.machine().pure();
        Map<String, Object> globals = new HashMap<>();
        var set = new AttributeSetBuilder(128);
        for (Subject subject : Subject.values()) {
            for (String marked : subject.markedNames()) {
                String name = marked.charAt(0) == GLOBAL ? marked.substring(1) : marked;
                if (pure && IMPURE.contains(name)) {
                    globals.put(globalName(marked), new DeferredThunk(() -> {
                        throw new KwixException(
                                ErrorCode.FORBIDDEN, "`builtins." + name + "` is not known in pure evaluation.");
                    }));
                } else {
                    var value = new Declared(subject, name);
                    globals.put(globalName(marked), value);
                    set.put(name, value);
                }
            }
        }
        var self = new DeferredThunk(() -> globals.get(SELF));
        set.put(SELF, self);
        globals.put(SELF, set.build());
        self.force();
        return Collections.unmodifiableMap(globals);
    }

    /** A builtin that is made when it is first used or shown; to the language it is a value, never unevaluated. */
    private final class Declared extends Thunk {
        private final Subject subject;
        private final String name;

        Declared(Subject subject, String name) {
            this.subject = subject;
            this.name = name;
        }

        @Override
        protected Object evaluate() {
            Object made = Builtins.this.value(subject, name);
            value = made;
            return made;
        }

        @Override
        protected Object known() {
            return force();
        }
    }

    private Object value(Subject subject, String name) {
        Builtin declaration = loaded.computeIfAbsent(subject, Builtins::byName).get(name);
        if (declaration == null) {
            throw new IllegalStateException(subject + " does not declare " + name);
        }
        return declaration.body() instanceof Builtin.Constant constant
                ? constant.value(context)
                : new BuiltinFunction(declaration, context);
    }

    private static Map<String, Builtin> byName(Subject subject) {
        Map<String, Builtin> byName = new HashMap<>();
        for (Builtin declaration : subject.declarations()) {
            byName.put(declaration.name(), declaration);
        }
        return byName;
    }

    private static String globalName(String marked) {
        return marked.charAt(0) == GLOBAL ? marked.substring(1) : "__" + marked;
    }
}
