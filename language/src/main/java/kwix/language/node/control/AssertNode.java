package kwix.language.node.control;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.operator.EqualNode;
import org.jspecify.annotations.Nullable;

/** {@code assert condition; body}. */
public final class AssertNode extends KwixNode {

    private static final int SHOWN_CHARS = 80;

    @Child
    private KwixNode condition;

    @Child
    private KwixNode body;

    public AssertNode(KwixNode condition, KwixNode body) {
        this.condition = condition;
        this.body = body;
    }

    @Override
    public int demandedSlot() {
        return condition.demandedSlot();
    }

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        if (!condition.executeBoolean(frame, environment)) {
            throw violated(environment);
        }
        return body.execute(frame, environment);
    }

    @TruffleBoundary
    private KwixException violated(Object[] environment) {
        Place place = condition.place();
        var failure =
                new KwixException(ErrorCode.ASSERTION, "The assertion " + written(place) + "does not hold.").at(place);
        return condition instanceof EqualNode comparison ? failure.withHint(comparison.explain(environment)) : failure;
    }

    private static String written(@Nullable Place place) {
        if (place == null) {
            return "";
        }
        String text = place.source().text().substring(place.start(), place.end());
        int lineEnd = text.indexOf('\n');
        String line = lineEnd < 0 ? text : text.substring(0, lineEnd);
        String shown = line.length() <= SHOWN_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN_CHARS)));
        return "`" + shown + (shown.length() < text.length() ? "…" : "") + "` ";
    }
}
