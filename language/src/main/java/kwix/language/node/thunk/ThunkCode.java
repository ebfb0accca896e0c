package kwix.language.node.thunk;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import java.util.Objects;
import java.util.function.Supplier;
import kwix.language.node.KwixNode;
import kwix.language.value.Budget;
import org.jspecify.annotations.Nullable;

/** What all thunks of one suspended expression share. */
final class ThunkCode {

    @CompilationFinal
    private @Nullable KwixNode body;

    /** Makes the body; null once that is there. */
    private @Nullable Supplier<KwixNode> untranslated;

    private final Budget budget;

    ThunkCode(KwixNode body, Budget budget) {
        this.body = body;
        this.budget = budget;
    }

    ThunkCode(Supplier<KwixNode> body, Budget budget) {
        untranslated = body;
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    KwixNode body() {
        KwixNode made = body;
        return made == null ? translated() : made;
    }

    /** Not known before it was translated, which is not worth while for this alone. */
    int demandedSlot() {
        KwixNode made = body;
        return made == null ? -1 : made.demandedSlot();
    }

    private KwixNode translated() {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        KwixNode translated = Objects.requireNonNull(untranslated).get();
        body = translated;
        untranslated = null;
        return translated;
    }
}
