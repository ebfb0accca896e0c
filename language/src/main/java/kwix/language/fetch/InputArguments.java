package kwix.language.fetch;

import java.util.TreeMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;

/** Sets of the language as attributes of sources. */
final class InputArguments {

    private InputArguments() {}

    /** What {@code flakeRefToString} takes: strings, booleans and integers from 0 on. */
    static InputAttributes reference(AttributeSet set) {
        var values = new TreeMap<String, Object>();
        for (int i = 0; i < set.size(); i++) {
            String name = set.name(i);
            values.put(
                    name,
                    switch (set.force(i)) {
                        case Long number -> natural(name, number);
                        case Boolean bool -> bool;
                        case String text -> text;
                        case ContextString text -> text.text();
                        case Object other ->
                            throw new KwixException(
                                            ErrorCode.WRONG_TYPE,
                                            "The attribute `" + Describe.text(name)
                                                    + "` of a flake reference must be a string, an integer or a"
                                                    + " boolean, but is "
                                                    + Describe.value(other) + ".")
                                    .at(set.place(i));
                    });
        }
        return InputAttributes.of(values);
    }

    static Long natural(String name, Long number) {
        if (number < 0) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The attribute `" + Describe.text(name) + "` of a source must not be negative, but is "
                                    + number + ".")
                    .withSubject(number.toString());
        }
        return number;
    }
}
