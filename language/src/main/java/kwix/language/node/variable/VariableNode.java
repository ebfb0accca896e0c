package kwix.language.node.variable;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import kwix.grammar.scope.Resolution.Definition;
import kwix.language.error.Place;
import kwix.language.error.Related;
import kwix.language.node.KwixNode;
import kwix.language.node.thunk.ForceNode;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** A variable that its source binds to an expression or takes as a parameter. */
abstract class VariableNode extends KwixNode {

    private final @Nullable Definition definition;

    /** Under an engine, once there was a thunk: where there was none, compiled code shall not know of any. */
    @Child
    private @Nullable ForceNode forcing;

    VariableNode(@Nullable Definition definition) {
        this.definition = definition;
    }

    protected final Object force(Thunk thunk, @Nullable VirtualFrame frame) {
        return frame == null ? thunk.force() : forcing().force(thunk);
    }

    private ForceNode forcing() {
        ForceNode made = forcing;
        if (made == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            made = insert(new ForceNode());
            forcing = made;
        }
        return made;
    }

    @Override
    public boolean isAccess() {
        return true;
    }

    @Override
    public @Nullable Place bindingWithin(Object[] environment, Object held) {
        Place here = place();
        return here == null || definition == null || definition.parameter() || suspend(environment) != held
                ? null
                : new Place(here.source(), definition.start(), definition.end());
    }

    @Override
    public @Nullable Related origin(Object[] environment) {
        Place here = place();
        if (here == null || definition == null) {
            return null;
        }
        return new Related(
                new Place(here.source(), definition.start(), definition.end()),
                definition.parameter() ? "the value is given to this parameter" : "the value is defined here");
    }
}
