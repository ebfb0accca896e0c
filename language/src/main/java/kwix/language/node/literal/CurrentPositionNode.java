package kwix.language.node.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.language.node.KwixNode;
import kwix.language.value.Positions;
import org.jspecify.annotations.Nullable;

/** {@code __curPos}. */
public final class CurrentPositionNode extends KwixNode {

    @Override
    public Object execute(@Nullable VirtualFrame frame, Object[] environment) {
        return Positions.of(place());
    }
}
