package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;

/** Asking values what they are. */
final class TypeBuiltins {

    private TypeBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("typeOf")
                        .strict("value")
                        .doc("The type's name: `int`, `bool`, `string`, `path`, `null`, `set`, `list`, `lambda` or"
                                + " `float`.")
                        .example("map builtins.typeOf [ 1 \"a\" null ]", "[ \"int\" \"string\" \"null\" ]")
                        .unary((context, value) -> type(value)),
                builtin("isAttrs")
                        .strict("value")
                        .doc("Whether a value is an attribute set.")
                        .example("builtins.isAttrs { }", "true")
                        .unary((context, value) -> value instanceof AttributeSet),
                builtin("isBool")
                        .strict("value")
                        .doc("Whether a value is true or false.")
                        .example("builtins.isBool false", "true")
                        .unary((context, value) -> value instanceof Boolean),
                builtin("isFloat")
                        .strict("value")
                        .doc("Whether a value is a float.")
                        .example("builtins.isFloat 1.5", "true")
                        .unary((context, value) -> value instanceof Double),
                builtin("isFunction")
                        .strict("value")
                        .doc("Whether a value is a function. A set with `__functor` can be called, but is a set.")
                        .example("builtins.isFunction (x: x)", "true")
                        .unary((context, value) -> value instanceof FunctionValue),
                builtin("isInt")
                        .strict("value")
                        .doc("Whether a value is an integer.")
                        .example("builtins.isInt 1.0", "false")
                        .unary((context, value) -> value instanceof Long),
                builtin("isList")
                        .strict("value")
                        .doc("Whether a value is a list.")
                        .example("builtins.isList [ 1 ]", "true")
                        .unary((context, value) -> value instanceof ListValue),
                global("isNull")
                        .strict("value")
                        .doc("Whether a value is null.")
                        .example("isNull null", "true")
                        .unary((context, value) -> value == NullValue.NULL),
                builtin("isPath")
                        .strict("value")
                        .doc("Whether a value is a path. A string that holds one is a string.")
                        .example("builtins.isPath /etc", "true")
                        .unary((context, value) -> value instanceof PathValue),
                builtin("isString")
                        .strict("value")
                        .doc("Whether a value is a string.")
                        .example("builtins.isString \"a\"", "true")
                        .unary((context, value) -> ContextString.isString(value)),
                builtin("functionArgs")
                        .strict("function")
                        .doc("""
                            The names in a function's formals, each with whether it has a default. Other functions, and builtins,
                            give an empty set.\
                            """)
                        .example("builtins.functionArgs ({ a, b ? 1 }: a)", "{ a = false; b = true; }")
                        .unary((context, function) -> formals(function)));
    }

    private static String type(Object value) {
        // No pattern switch: its first use costs milliseconds, and modules ask for types everywhere.
        if (value instanceof AttributeSet) {
            return "set";
        }
        if (ContextString.isString(value)) {
            return "string";
        }
        if (value instanceof ListValue) {
            return "list";
        }
        if (value instanceof FunctionValue) {
            return "lambda";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value == NullValue.NULL) {
            return "null";
        }
        if (value instanceof PathValue) {
            return "path";
        }
        if (value instanceof Double) {
            return "float";
        }
        throw new IllegalStateException("not a value: " + value.getClass());
    }

    private static Object formals(Object value) {
        if (!(value instanceof FunctionValue function)) {
            throw new KwixException(
                            ErrorCode.WRONG_TYPE,
                            "`builtins.functionArgs` needs a function as its argument, but got " + Describe.value(value)
                                    + ".")
                    .withHint(
                            value instanceof AttributeSet set && set.has("__functor")
                                    ? "A callable set is no function here; `lib.functionArgs` knows what to do with it."
                                    : null);
        }
        List<FunctionValue.FormalParameter> formals = function.formals();
        if (formals == null) {
            return AttributeSet.EMPTY;
        }
        var result = new AttributeSetBuilder(formals.size());
        for (FunctionValue.FormalParameter formal : formals) {
            result.put(formal.name(), formal.optional(), formal.place());
        }
        return result.build();
    }
}
