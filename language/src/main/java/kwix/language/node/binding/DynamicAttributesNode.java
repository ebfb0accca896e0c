package kwix.language.node.binding;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Describe;
import kwix.language.value.Expect;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;

/** {@code { ${name} = value; }}: adds attributes with computed names to the written ones. A name of {@code null} adds nothing. */
public final class DynamicAttributesNode extends KwixNode {

    @Child
    private KwixNode written;

    @Children
    private final KwixNode[] names;

    @Children
    private final KwixNode[] values;

    private final Place[] places;

    /** @param written gives the set of the written attributes */
    public DynamicAttributesNode(KwixNode written, KwixNode[] names, KwixNode[] values, Place[] places) {
        this.written = written;
        this.names = names;
        this.values = values;
        this.places = places;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        var set = (AttributeSet) written.execute(frame, environment);
        var added = new AttributeSetBuilder(names.length);
        for (int i = 0; i < names.length; i++) {
            // There may be many, so the compiler shall not unroll this: it cannot know the nodes then, nor hand the
            // frame to them.
            Object value = names[i].execute(null, environment);
            if (value == NullValue.NULL) {
                continue;
            }
            String name = name(value, names[i]);
            int index = set.indexOf(name);
            int earlier = added.indexOf(name);
            if (index >= 0 || earlier >= 0) {
                throw duplicate(name, places[i], index >= 0 ? set.place(index) : added.place(earlier));
            }
            added.put(name, values[i].suspend(environment), places[i]);
        }
        AttributeSet result = set.update(added.build());
        return result.isEmpty() ? AttributeSet.emptied() : result;
    }

    @TruffleBoundary
    private static KwixException duplicate(String name, Place place, @Nullable Place before) {
        return new KwixException(
                        ErrorCode.DUPLICATE_ATTRIBUTE,
                        "The attribute `" + Describe.text(name) + "` is defined twice in the same set.")
                .withSubject(name)
                .at(place)
                .withRelated(before, "first defined here");
    }

    private static String name(Object value, KwixNode node) {
        try {
            return Expect.plainString(value);
        } catch (KwixException failure) {
            throw failure.at(node.place());
        }
    }
}
