package kwix.grammar.scope;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names whose meanings an earlier analysis has found. */
final class RecalledNames implements Names {

    private final Recollection recollection;

    RecalledNames(Recollection recollection) {
        this.recollection = recollection;
    }

    @Override
    public Bound bind(String name, Frame frame, int slot, Resolution.@Nullable Definition definition) {
        frame.define(slot, definition);
        return new Bound(name, frame, slot, definition, null);
    }

    @Override
    public void unbind(Bound bound) {}

    @Override
    public Resolution resolve(
            int variable, String name, int start, int end, Frame frame, @Nullable Namespaces namespaces) {
        int meaning = recollection.meaning(variable);
        return switch (meaning) {
            case Meaning.BUILTIN -> new Resolution.Builtin(name);
            case Meaning.FROM_WITH -> Objects.requireNonNull(namespaces, name).seenFrom(frame);
            default -> frame.defined(Meaning.functions(meaning), Meaning.slot(meaning));
        };
    }

    @Override
    public @Nullable Resolution own(String name, Frame frame) {
        return null;
    }
}
