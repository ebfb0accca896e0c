package kwix.language.node.select;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/** {@code subject.name}; longer paths are nested. */
public final class SelectNode extends KwixNode {

    @Child
    private KwixNode subject;

    @Child
    private Attribute attribute;

    public SelectNode(KwixNode subject, Attribute attribute) {
        this.subject = subject;
        this.attribute = attribute;
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = subject.execute(frame, environment);
        String name = attribute.name(frame, environment);
        if (!(value instanceof AttributeSet set)) {
            throw notASet(value, name);
        }
        int index = attribute.indexIn(set, name);
        if (index < 0) {
            throw missing(set, name);
        }
        return set.force(index);
    }

    private KwixException notASet(Object value, String name) {
        return failure(
                        ErrorCode.WRONG_TYPE,
                        "Expected a set with the attribute `" + Describe.text(name) + "`, but found "
                                + Describe.value(value) + ".")
                .withRelated(subject.place(), "this is " + Describe.value(value));
    }

    private KwixException missing(AttributeSet set, String name) {
        Place built = null;
        for (int i = 0; i < set.size() && built == null; i++) {
            built = set.place(i);
        }
        return failure(ErrorCode.MISSING_ATTRIBUTE, "The attribute `" + Describe.text(name) + "` is missing.")
                .withSubject(name)
                .withHint(Suggestions.forName(name, set))
                .withRelated(built, "the set is defined here");
    }
}
