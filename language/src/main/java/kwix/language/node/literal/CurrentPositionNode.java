package kwix.language.node.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.AttributeSet;
import kwix.language.value.Positions;
import org.jspecify.annotations.Nullable;

/** {@code __curPos}. */
public final class CurrentPositionNode extends KwixNode {

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        Place place = place();
        return place == null ? AttributeSet.EMPTY : Positions.of(place);
    }
}
