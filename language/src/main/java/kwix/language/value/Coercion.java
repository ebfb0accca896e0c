package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;

/** How values become strings: interpolation, {@code +}, and {@code toString}. */
public final class Coercion {

    private final PathCopier copier;
    private final Budget budget;

    public Coercion(PathCopier copier, Budget budget) {
        this.copier = copier;
        this.budget = budget;
    }

    /** As in {@code "${value}"}: strings, paths (which are copied to the store), sets with {@code __toString} or {@code outPath}. */
    @TruffleBoundary
    public Object interpolated(Object value) {
        return coerce(value, false, true);
    }

    /** As {@code +} takes its right side; paths are copied to the store only when the left side is a string. */
    @TruffleBoundary
    public Object operand(Object value, boolean copyPaths) {
        Object operand = Thunk.force(value);
        if (operand instanceof ListValue) {
            throw notCoercible(operand).withHint("Lists are joined with `++`.");
        }
        return coerce(operand, false, copyPaths);
    }

    /** As {@code toString} does: everything but functions. */
    public Object everything(Object value) {
        return coerce(value, true, false);
    }

    /** As a derivation takes its attributes: like {@code toString}, but paths are copied to the store. */
    public Object variable(Object value) {
        return coerce(value, true, true);
    }

    private Object coerce(Object unforced, boolean more, boolean copyPaths) {
        Object value = Thunk.force(unforced);
        if (ContextString.isString(value)) {
            return value;
        }
        if (value instanceof PathValue path) {
            return copyPaths ? copied(path) : path.path();
        }
        if (value instanceof AttributeSet set) {
            return set(set, more, copyPaths);
        }
        if (more) {
            if (value instanceof Long) {
                return value.toString();
            }
            if (value instanceof Boolean bool) {
                return bool ? "1" : "";
            }
            if (value == NullValue.NULL) {
                return "";
            }
            if (value instanceof ListValue list) {
                return list(list, copyPaths);
            }
            if (value instanceof Double number) {
                return Floats.fixed(number);
            }
        }
        throw notCoercible(value);
    }

    private Object copied(PathValue path) {
        String storePath = copier.storePath(path);
        return ContextString.of(storePath, StringContext.of(new ContextElement.Plain(storePath)));
    }

    private Object set(AttributeSet set, boolean more, boolean copyPaths) {
        budget.enter();
        Object result;
        Object toString = set.get("__toString");
        if (toString != null) {
            result = coerce(Functions.call(toString, set), more, copyPaths);
        } else {
            Object outPath = set.get("outPath");
            if (outPath == null) {
                throw notCoercible(set);
            }
            result = coerce(outPath, more, copyPaths);
        }
        budget.leave();
        return result;
    }

    private Object list(ListValue list, boolean copyPaths) {
        budget.enter();
        var text = new StringBuilder();
        var context = StringContext.NONE;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.force(i);
            Object string = coerce(element, true, copyPaths);
            text.append(ContextString.text(string));
            context = context.and(ContextString.context(string));
            if (i < list.size() - 1 && !(element instanceof ListValue inner && inner.isEmpty())) {
                text.append(' ');
            }
        }
        budget.leave();
        return ContextString.of(text.toString(), context);
    }

    private static KwixException notCoercible(Object value) {
        String hint = value instanceof AttributeSet
                ? "A set needs an attribute `outPath` or `__toString` for that."
                : value instanceof FunctionValue
                        ? "Was an argument forgotten?"
                        : "Use `toString` to turn it into text.";
        return new KwixException(ErrorCode.NOT_COERCIBLE, "Cannot turn " + Describe.value(value) + " into a string.")
                .withHint(hint);
    }
}
