package kwix.language.node.select;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.error.Related;
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
    public int demandedSlot() {
        return subject.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Object value = subject.execute(frame, environment);
        String name = attribute.name(frame, environment);
        if (!(value instanceof AttributeSet set)) {
            throw notASet(value, name, environment);
        }
        Object selected = attribute.forcedIn(set, name);
        if (selected == null) {
            throw missing(set, name);
        }
        return selected;
    }

    @Override
    public boolean isAccess() {
        return subject.isAccess() && attribute.isWritten();
    }

    @Override
    public @Nullable Related origin(Object[] environment) {
        if (!isAccess() || !(subject.execute(null, environment) instanceof AttributeSet set)) {
            return null;
        }
        Place defined = set.place(set.indexOf(attribute.name(null, environment)));
        return defined == null ? null : new Related(defined, "the value is defined here");
    }

    @Override
    public @Nullable Place bindingWithin(Object[] environment, Object held) {
        Place nearer = super.bindingWithin(environment, held);
        if (nearer != null || !isAccess()) {
            return nearer;
        }
        try {
            if (!(subject.execute(null, environment) instanceof AttributeSet set)) {
                return null;
            }
            int index = set.indexOf(attribute.name(null, environment));
            return index >= 0 && set.value(index) == held ? set.place(index) : null;
        } catch (KwixException subjectFails) {
            return null;
        }
    }

    @TruffleBoundary
    private KwixException notASet(Object value, String name, Object[] environment) {
        KwixException failure = failure(
                        ErrorCode.WRONG_TYPE,
                        "Expected a set with the attribute `" + Describe.text(name) + "`, but found "
                                + Describe.value(value) + ".")
                .withRelated(subject.place(), "this is " + Describe.value(value));
        Related origin = subject.origin(environment);
        return origin == null ? failure : failure.withRelated(origin.place(), origin.label());
    }

    @TruffleBoundary
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
