package kwix.kubernetes.explain;

import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Describe;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.Thunk;

/** A value as it can be printed: functions and what cannot be evaluated are words, and fields that are null are left out. */
final class ShownValue {

    private static final int DEPTH = 40;
    private static final String ELIDED = SourceText.encode("…");

    private ShownValue() {}

    static Object of(Object value) {
        return of(value, DEPTH);
    }

    private static Object of(Object unforced, int depth) {
        Object value;
        try {
            value = Thunk.force(unforced);
        } catch (KwixException failure) {
            return SourceText.encode("«error: " + failure.getMessage() + "»");
        }
        return switch (value) {
            case FunctionValue function -> SourceText.encode("«" + Describe.value(function) + "»");
            case ListValue list -> {
                var elements = new Object[list.size()];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = depth == 0 ? ELIDED : of(list.get(i), depth - 1);
                }
                yield new ListValue(elements);
            }
            case AttributeSet set
            when !set.has("outPath") && !set.has("__toString") -> {
                var attributes = new AttributeSetBuilder(set.size());
                for (int i = 0; i < set.size(); i++) {
                    Object shown = depth == 0 ? ELIDED : of(set.value(i), depth - 1);
                    if (shown != NullValue.NULL) {
                        attributes.put(set.name(i), shown);
                    }
                }
                yield attributes.build();
            }
            default -> value;
        };
    }
}
