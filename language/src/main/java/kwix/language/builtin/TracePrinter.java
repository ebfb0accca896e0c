package kwix.language.builtin;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.language.error.Place;
import kwix.language.render.NixPrinter;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;

/** Values as {@code trace} shows them: nothing more is forced, and what is not evaluated is {@code «thunk»}. */
final class TracePrinter {

    private final Budget budget;
    private final StringBuilder out = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private TracePrinter(Budget budget) {
        this.budget = budget;
    }

    /** The text, one char per byte. */
    static String print(Object value, Budget budget) {
        var printer = new TracePrinter(budget);
        printer.value(value);
        return printer.out.toString();
    }

    private void value(Object given) {
        Object value = Thunk.known(given);
        switch (value) {
            case null -> out.append(SourceText.encode("«thunk»"));
            case AttributeSet set -> {
                if (seen.add(set.identity())) {
                    set(set);
                } else {
                    out.append(SourceText.encode("«repeated»"));
                }
            }
            case ListValue list
            when !list.isEmpty() -> {
                if (seen.add(list)) {
                    list(list);
                } else {
                    out.append(SourceText.encode("«repeated»"));
                }
            }
            case FunctionValue function -> out.append(SourceText.encode(function(function)));
            default -> out.append(NixPrinter.print(value, budget));
        }
    }

    /** Functions are made without a thunk here, but with one in the reference, which so shows them as not evaluated. */
    private void element(Object stored) {
        if (Thunk.known(stored) instanceof FunctionValue function
                && function.printed().equals("<LAMBDA>")) {
            out.append(SourceText.encode("«thunk»"));
        } else {
            value(stored);
        }
    }

    private void set(AttributeSet set) {
        budget.enter();
        out.append("{ ");
        for (int i = 0; i < set.size(); i++) {
            NixPrinter.name(set.name(i), out);
            out.append(" = ");
            element(set.value(i));
            out.append("; ");
        }
        out.append('}');
        budget.leave();
    }

    private void list(ListValue list) {
        budget.enter();
        out.append("[ ");
        for (int i = 0; i < list.size(); i++) {
            element(list.get(i));
            out.append(' ');
        }
        out.append(']');
        budget.leave();
    }

    private static String function(FunctionValue function) {
        return switch (function) {
            case BuiltinFunction builtin -> "«primop " + builtin.declaration().name() + "»";
            case BuiltinFunction.PartialApplication partial ->
                "«partially applied primop " + partial.declaration().name() + "»";
            default -> {
                Place place = function.place();
                String description = function.description();
                String name =
                        description.startsWith("`") ? description.substring(1, description.length() - 1) + " " : "";
                yield "«lambda " + name + (place == null ? "" : "@ " + place) + "»";
            }
        };
    }
}
