package kwix.language.node.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.node.KwixNode;
import kwix.language.value.Addition;
import kwix.language.value.Coercion;
import kwix.language.value.ContextString;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** {@code +}: numbers, strings, paths; the left operand decides. */
public final class AddNode extends BinaryNode {

    private static final int NO_INTEGERS = 2;
    private static final int TEXTS = 4;

    private final Coercion coercion;

    public AddNode(KwixNode left, KwixNode right, Coercion coercion) {
        super(left, right);
        this.coercion = coercion;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object a = left.execute(frame, environment);
        if (a instanceof Long x) {
            Object b = right.execute(frame, environment);
            if (b instanceof Long y) {
                long result = x + y;
                if (((x ^ result) & (y ^ result)) < 0) {
                    throw overflow(x, y);
                }
                return result;
            }
            meet(OTHERS);
            return number(x, b, environment);
        }
        meet(NO_INTEGERS);
        if (a instanceof Double x) {
            return number(x, right.execute(frame, environment), environment);
        }
        meet(TEXTS);
        return texts(a, frame, environment);
    }

    private Object number(Number a, Object b, Object[] environment) {
        if (b instanceof Number y) {
            return number(a) + number(y);
        }
        throw notAddable(a, b, environment);
    }

    @TruffleBoundary
    private KwixException notAddable(Number a, Object b, Object[] environment) {
        return wrongOperand("a number to add to " + a, right, b, environment);
    }

    @TruffleBoundary
    private KwixException overflow(long a, long b) {
        return failure(
                ErrorCode.INTEGER_OVERFLOW, "Integer overflow: " + a + " + " + b + " does not fit into 64 bits.");
    }

    private Object texts(Object a, @Nullable VirtualFrame frame, Object[] environment) {
        if (a instanceof String x) {
            Object b = right.execute(frame, environment);
            return b instanceof String y ? joined(x, y) : Addition.strings(x, operand(b, right, true, environment));
        }
        if (a instanceof PathValue path) {
            Object b = operand(right.execute(frame, environment), right, false, environment);
            try {
                return Addition.path(path, b);
            } catch (KwixException failure) {
                throw failure.at(place());
            }
        }
        boolean string = ContextString.isString(a);
        Object prefix = operand(a, left, false, environment);
        return Addition.strings(prefix, operand(right.execute(frame, environment), right, string, environment));
    }

    @TruffleBoundary
    private static String joined(String a, String b) {
        return a.concat(b);
    }

    private Object operand(Object value, KwixNode node, boolean copyPaths, Object[] environment) {
        try {
            return coercion.operand(value, copyPaths);
        } catch (KwixException failure) {
            throw node.blamed(failure, environment);
        }
    }
}
