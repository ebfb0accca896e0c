package kwix.language.node.call;

import java.util.List;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import kwix.language.value.FunctionValue.FormalParameter;
import org.jspecify.annotations.Nullable;

/** What all closures of one lambda share. */
final class FunctionCode {

    final int environmentSize;

    /** Slot of the whole argument, or -1. */
    final int parameterSlot;

    /** Null for {@code x: …}. */
    final @Nullable Formals formals;

    final KwixNode body;
    final Budget budget;
    final @Nullable String argumentName;
    final @Nullable String name;
    final Place place;

    FunctionCode(
            int environmentSize,
            int parameterSlot,
            @Nullable Formals formals,
            KwixNode body,
            Budget budget,
            @Nullable String argumentName,
            @Nullable String name,
            Place place) {
        this.environmentSize = environmentSize;
        this.parameterSlot = parameterSlot;
        this.formals = formals;
        this.body = body;
        this.budget = budget;
        this.argumentName = argumentName;
        this.name = name;
        this.place = place;
    }

    @Nullable
    List<FormalParameter> parameters() {
        return formals == null ? null : formals.parameters();
    }
}
