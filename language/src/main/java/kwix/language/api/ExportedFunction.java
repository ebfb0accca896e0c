package kwix.language.api;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue;
import kwix.language.value.Functions;

/** A function: executable with one argument or, curried, with several. */
@ExportLibrary(InteropLibrary.class)
record ExportedFunction(FunctionValue function, EvaluationContext context) implements TruffleObject {

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return KwixLanguage.class;
    }

    @ExportMessage
    boolean isExecutable() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object execute(Object[] arguments) throws ArityException {
        if (arguments.length == 0) {
            throw ArityException.create(1, -1, 0);
        }
        Object result = function;
        for (Object argument : arguments) {
            result = Functions.call(result, Exported.imported(argument));
        }
        return Exported.value(result, context);
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Exported.display(function, context);
    }
}
