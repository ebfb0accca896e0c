package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.render.DeepForce;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.NameTable;
import kwix.language.value.Thunk;

/** Failing, catching failures, forcing, and telling the user something. */
final class ControlBuiltins {

    private static final NameTable TRY_RESULT = NameTable.constant("success", "value");
    private static final String WARNING = "evaluation warning: ";

    private ControlBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("throw")
                        .strict("message")
                        .doc("Ends the evaluation with a message for the user. `builtins.tryEval` can catch it.")
                        .example("(builtins.tryEval (throw \"no\")).success", "false")
                        .unary((context, message) -> {
                            throw raised(ErrorCode.THROWN, context, message);
                        }),
                global("abort")
                        .strict("message")
                        .doc("Ends the evaluation with a message for the user. Nothing can catch it.")
                        .example("builtins.isFunction abort", "true")
                        .unary((context, message) -> {
                            throw raised(ErrorCode.ABORTED, context, message);
                        }),
                builtin("tryEval")
                        .lazy("value")
                        .doc("""
                            Evaluates a value, though not what it holds, and says whether that went well: `success`, and the
                            `value`, which is false when it did not. Catches `throw`, failed assertions and search paths that were
                            not found, and no other errors.\
                            """)
                        .example("builtins.tryEval (1 + 1)", "{ success = true; value = 2; }")
                        .example("builtins.tryEval (assert false; 1)", "{ success = false; value = false; }")
                        .unary(ControlBuiltins::tryEval),
                builtin("seq")
                        .strict("first")
                        .lazy("second")
                        .doc("Evaluates the first value, though not what it holds, and gives the second.")
                        .example("builtins.seq 1 2", "2")
                        .binary((context, first, second) -> second),
                builtin("deepSeq")
                        .strict("first")
                        .lazy("second")
                        .doc("Evaluates the first value and everything in it, and gives the second.")
                        .example("builtins.deepSeq [ 1 { a = 2; } ] 3", "3")
                        .binary((context, first, second) -> {
                            DeepForce.force(first, context.budget());
                            return second;
                        }),
                builtin("trace")
                        .strict("message")
                        .lazy("value")
                        .doc("Shows the message, a string or any other value, on the standard error stream and"
                                + " gives the value.")
                        .example("builtins.trace \"got here\" 1", "1")
                        .binary((context, message, value) -> {
                            context.machine().report("trace: " + shown(context, message));
                            return value;
                        }),
                builtin("traceVerbose")
                        .lazy("message")
                        .lazy("value")
                        .doc("Like `trace`, but only when verbose tracing was asked for; otherwise the message is"
                                + " not evaluated.")
                        .example("builtins.traceVerbose (throw \"not shown\") 1", "1")
                        .binary((context, message, value) -> {
                            if (context.machine().conduct().traceVerbose()) {
                                context.machine().report("trace: " + shown(context, Thunk.force(message)));
                            }
                            return value;
                        }),
                builtin("warn")
                        .string("message")
                        .lazy("value")
                        .doc("""
                            Shows a warning on the standard error stream and gives the value. With `--abort-on-warn` the evaluation
                            fails instead.\
                            """)
                        .example("builtins.warn \"this is deprecated\" 1", "1")
                        .binary((context, message, value) -> {
                            String text = shownMessage(message);
                            context.machine().report(WARNING + text.replace("\n", "\n" + " ".repeat(WARNING.length())));
                            if (context.machine().conduct().abortOnWarn()) {
                                throw new KwixException(
                                        ErrorCode.WARNED,
                                        "The evaluation ends at the warning `" + Describe.text(text) + "`.");
                            }
                            return value;
                        }),
                builtin("addErrorContext")
                        .lazy("message")
                        .lazy("value")
                        .doc("Gives the value; when its evaluation fails, the message is shown with the error.")
                        .example("builtins.addErrorContext \"while adding\" (1 + 1)", "2")
                        .binary(ControlBuiltins::addErrorContext),
                builtin("detectCycle")
                        .string("label")
                        .function("onCycle")
                        .lazy("value")
                        .doc("""
                            Gives the value. When this is asked for again, with the same label, while the value is being evaluated,
                            that one gives what the function `onCycle` makes of the list of labels from the first of the two on,
                            instead of an infinite recursion. Not part of Nix.\
                            """)
                        .example("builtins.detectCycle \"a\" builtins.length (builtins.detectCycle \"b\" throw 1)", "1")
                        .example("""
                            let a = name: builtins.detectCycle name (labels: labels) (b name); b = name: a name; in a "x"\
                            """, "[ \"x\" ]")
                        .ternary(ControlBuiltins::detectCycle),
                global("break")
                        .strict("value")
                        .doc("Gives its argument. A debugger stops here.")
                        .example("break 1", "1")
                        .unary((context, value) -> value));
    }

    private static KwixException raised(ErrorCode code, BuiltinContext context, Object message) {
        String text = Describe.text(shownMessage(context.coercion().interpolated(message)));
        return new KwixException(code, text).withSubject(text);
    }

    private static Object tryEval(BuiltinContext context, Object argument) {
        int depth = context.budget().depth();
        try {
            return new AttributeSet(TRY_RESULT, new Object[] {true, Thunk.force(argument)}, null);
        } catch (KwixException failure) {
            if (!failure.code().catchable()) {
                throw failure;
            }
            context.budget().restore(depth);
            return new AttributeSet(TRY_RESULT, new Object[] {false, false}, null);
        }
    }

    private static Object addErrorContext(BuiltinContext context, Object message, Object value) {
        int depth = context.budget().depth();
        try {
            return Thunk.force(value);
        } catch (KwixException failure) {
            context.budget().restore(depth);
            String text = Describe.text(shownMessage(context.coercion().operand(message, false)));
            failure.addFrame(new TraceFrame(text, null, true));
            throw failure;
        }
    }

    private static Object detectCycle(BuiltinContext context, Object labelled, Object onCycle, Object value) {
        String label = ContextString.text(labelled);
        List<String> open = context.openLabels();
        int first = open.indexOf(label);
        if (first >= 0) {
            Object labels = ListValue.of(List.copyOf(open.subList(first, open.size())));
            return Thunk.force(Functions.call(onCycle, labels));
        }
        open.add(label);
        try {
            return Thunk.force(value);
        } finally {
            open.removeLast();
        }
    }

    /** A text in which there is a secret is not shown at all: nobody knows which part it is. */
    private static String shownMessage(Object message) {
        return ContextString.isSecret(message)
                ? "<secret>, from "
                        + String.join(
                                " and from ", ContextString.context(message).origins())
                : ContextString.text(message);
    }

    private static String shown(BuiltinContext context, Object message) {
        return ContextString.isString(message) ? shownMessage(message) : TracePrinter.print(message, context.budget());
    }
}
