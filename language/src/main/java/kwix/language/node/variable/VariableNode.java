package kwix.language.node.variable;

import kwix.grammar.scope.Resolution.Definition;
import kwix.language.error.Place;
import kwix.language.error.Related;
import kwix.language.node.KwixNode;
import org.jspecify.annotations.Nullable;

/** A variable that its source binds to an expression or takes as a parameter. */
abstract class VariableNode extends KwixNode {

    private final @Nullable Definition definition;

    VariableNode(@Nullable Definition definition) {
        this.definition = definition;
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
