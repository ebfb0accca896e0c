package kwix.lsp.infer;

import java.util.function.Supplier;
import kwix.grammar.tree.Comment;
import kwix.language.builtin.Builtin;
import kwix.lsp.document.Location;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a set.
 *
 * @param written where its name is first written; null for builtins
 * @param doc the comment at this place
 * @param isHandedOn whether {@code inherit} binds it, so that what it is stands elsewhere
 * @param further the attribute or name that it is handed on from
 * @param builtin what it is in {@code builtins}
 * @param declaration what declares it, if it is the value of an option
 */
public record Member(
        String name,
        @Nullable Location written,
        @Nullable Comment doc,
        Deferred value,
        boolean isHandedOn,
        Supplier<@Nullable Member> further,
        @Nullable Builtin builtin,
        Shape.@Nullable Set declaration) {

    private static final int MOST_STEPS = 20;

    Member(
            String name,
            @Nullable Location written,
            @Nullable Comment doc,
            Deferred value,
            boolean isHandedOn,
            Supplier<@Nullable Member> further,
            @Nullable Builtin builtin) {
        this(name, written, doc, value, isHandedOn, further, builtin, null);
    }

    static Member of(Builtin builtin, Deferred value) {
        return new Member(builtin.name(), null, null, value, false, () -> null, builtin);
    }

    public @Nullable Shape shape() {
        return value.shape();
    }

    /** Where it comes from: the member that is not handed on from another. */
    public Member origin() {
        Member at = this;
        for (int i = 0; i < MOST_STEPS; i++) {
            Member next = at.further.get();
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The nearest comment on the way to where it comes from. */
    public @Nullable Comment documentation() {
        Member at = this;
        for (int i = 0; i < MOST_STEPS && at != null; i++) {
            if (at.doc != null) {
                return at.doc;
            }
            at = at.further.get();
        }
        return null;
    }
}
