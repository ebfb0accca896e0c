package kwix.language.value;

import kwix.language.error.Located;

/** A function whose result may call others when it is used: their calls are written nowhere, so it is told where its own is. */
public abstract class LateCaller extends FunctionValue {

    /** This function for one call of it. */
    public abstract FunctionValue calledAt(Located call);

    /** A call that is written here. */
    public Object callAt(Located call, Object argument) {
        return calledAt(call).call(argument);
    }

    /** The same. */
    public Object callAt(Located call, Object first, Object second) {
        return calledAt(call).call(first, second);
    }
}
