package kwix.language.render;

import java.util.List;
import java.util.function.Consumer;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue;
import kwix.language.value.ListValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * A value made of nothing but strings without context, numbers, booleans, null, lists and sets, all of it evaluated: what {@link YamlWriter}
 * would write, as a value. Places of attributes stay.
 */
public final class PlainData {

    /**
     * A secret that the value holds.
     *
     * @param path where in the value
     * @param place where the attribute is defined that holds it, if that is known
     * @param origins where it comes from
     */
    public record FoundSecret(String path, @Nullable Place place, List<String> origins) {}

    private final Conversion conversion;
    private final ValuePath path;
    private final Consumer<FoundSecret> secrets;

    private PlainData(EvaluationContext evaluation, Consumer<FoundSecret> secrets) {
        this.secrets = secrets;
        conversion = new Conversion(evaluation, "YAML", true);
        path = conversion.path();
    }

    /** @param secrets is told of each secret, which is no longer one in the result */
    public static Object of(Object value, EvaluationContext evaluation, Consumer<FoundSecret> secrets) {
        var data = new PlainData(evaluation, secrets);
        try {
            return data.plain(value);
        } catch (KwixException failure) {
            throw data.path.explain(failure);
        }
    }

    private Object plain(Object unforced) {
        Object value = Thunk.force(unforced);
        return switch (value) {
            case String text -> conversion.string(text);
            case ContextString text -> {
                if (text.context().isSecret()) {
                    secrets.accept(new FoundSecret(
                            path.toString(), path.place(), text.context().origins()));
                }
                yield conversion.string(text);
            }
            case PathValue file -> conversion.file(file);
            case FunctionValue function -> throw conversion.function(function);
            case Double number when !Double.isFinite(number) -> throw conversion.number(number);
            case ListValue list -> list(list);
            case AttributeSet set -> set(set);
            default -> value;
        };
    }

    private Object list(ListValue list) {
        path.enterIndented(list);
        var elements = new Object[list.size()];
        for (int i = 0; i < elements.length; i++) {
            path.at(i);
            elements[i] = plain(list.force(i));
        }
        path.leave();
        return new ListValue(elements);
    }

    private Object set(AttributeSet set) {
        path.enterIndented(set);
        Object substitute = conversion.substitute(set);
        Object plain = substitute == null ? attributes(set) : plain(substitute);
        path.leave();
        return plain;
    }

    private AttributeSet attributes(AttributeSet set) {
        var attributes = new AttributeSetBuilder(set.size());
        for (int i = 0; i < set.size(); i++) {
            path.at(i);
            attributes.put(conversion.string(set.name(i)), plain(set.force(i)), set.place(i));
        }
        return attributes.build();
    }
}
