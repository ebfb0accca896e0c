package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * A definition that took part, or would have.
 *
 * @param value as it was written
 * @param shown its value on one line
 * @param position where it stands, or as much of that as is known
 * @param lostAt the path at which another one had a better priority; null when none had
 * @param onWay whether it was written in a definition of what is around its option
 * @param because conditions and sets around it, as they are stored
 */
record Definition(
        Object value,
        String shown,
        Position position,
        int priority,
        boolean applies,
        @Nullable String lostAt,
        boolean onWay,
        List<Object> because) {

    /** @param line 0 when only the file is known */
    record Position(String file, long line, long column) {
        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }

    private static final int OPTION_DEFAULT = 1500;

    /** @param declared where its option is declared, as text */
    static Definition of(AttributeSet written, String declared, SourceNames names) {
        Object value = Objects.requireNonNull(written.get("value"));
        int priority = Math.toIntExact((Long) Objects.requireNonNull(written.forced("priority")));
        Object lostAt = Objects.requireNonNull(written.forced("lostAt"));
        var because = new ArrayList<Object>();
        if (written.forced("because") instanceof ListValue boxes) {
            for (int i = 0; i < boxes.size(); i++) {
                because.add(Objects.requireNonNull(((AttributeSet) boxes.force(i)).get("value")));
            }
        }
        return new Definition(
                value,
                shown(written),
                position(written, priority, declared, names),
                priority,
                Boolean.TRUE.equals(written.forced("applies")),
                ContextString.isString(lostAt) ? text(lostAt) : null,
                Boolean.TRUE.equals(written.forced("onWay")),
                because);
    }

    boolean wins() {
        return applies && lostAt == null;
    }

    /** As it is written in modules, where there is a name for it. */
    String priorityName() {
        return switch (priority) {
            case 10 -> "mkVMOverride";
            case 40 -> "the command line";
            case 50 -> "mkForce";
            case 60 -> "mkImageMediaOverride";
            case 100 -> "ordinary";
            case 1000 -> "mkDefault";
            case OPTION_DEFAULT -> "option default";
            default -> "mkOverride " + priority;
        };
    }

    boolean isDefault() {
        return priority == OPTION_DEFAULT;
    }

    /** A definition whose condition does not hold may have no value at all. */
    static String shown(AttributeSet holder) {
        try {
            return text(Objects.requireNonNull(holder.forced("shown")));
        } catch (KwixException failure) {
            return "an error";
        }
    }

    private static Position position(AttributeSet written, int priority, String declared, SourceNames names) {
        for (String attribute : List.of("pos", "written")) {
            if (written.forced(attribute) instanceof AttributeSet place && place.forced("line") instanceof Long line) {
                return new Position(file(Objects.requireNonNull(place.forced("file")), names), line, (Long)
                        Objects.requireNonNull(place.forced("column")));
            }
        }
        return priority == OPTION_DEFAULT && !declared.isEmpty()
                ? new Position(declared, 0, 0)
                : new Position(file(Objects.requireNonNull(written.forced("file")), names), 0, 0);
    }

    private static String file(Object file, SourceNames names) {
        String name = ContextString.isString(file) ? text(file) : Describe.value(Thunk.force(file));
        return names.shown(new SourceText(name, ""));
    }

    static String text(Object string) {
        return Describe.text(ContextString.text(string));
    }
}
