package kwix.language.api;

import kwix.grammar.source.SourceText;
import kwix.language.render.NixPrinter;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;

/** Values as other languages and tools see them. Showing one never evaluates anything. */
final class Exported {

    private Exported() {}

    /** @param value forced */
    static Object value(Object value, EvaluationContext context) {
        return switch (value) {
            case String text -> Describe.text(text);
            case ContextString string -> Describe.text(string.text());
            case PathValue path -> Describe.text(path.path());
            case AttributeSet set -> new ExportedSet(set, context);
            case ListValue list -> new ExportedList(list, context);
            case FunctionValue function -> new ExportedFunction(function, context);
            case NullValue ignored -> ExportedNull.INSTANCE;
            default -> value;
        };
    }

    /** What another language hands in; what is nothing of ours becomes null. */
    static Object imported(Object value) {
        return switch (value) {
            case Integer number -> (long) number;
            case Short number -> (long) number;
            case Byte number -> (long) number;
            case Float number -> (double) number;
            case String text -> SourceText.encode(text);
            case ExportedSet set -> set.set();
            case ExportedList list -> list.list();
            case ExportedFunction function -> function.function();
            case Long number -> number;
            case Double number -> number;
            case Boolean bool -> bool;
            default -> NullValue.NULL;
        };
    }

    static String display(Object value, EvaluationContext context) {
        return Describe.text(NixPrinter.print(value, context.budget()));
    }
}
