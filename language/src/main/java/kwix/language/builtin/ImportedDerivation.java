package kwix.language.builtin;

import kwix.language.module.EvaluationStore;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.PathValue;
import kwix.store.Derivation;
import kwix.store.StorePaths;
import org.jspecify.annotations.Nullable;

/** {@code import} of the path of a derivation: not a program, but what the derivation makes. */
final class ImportedDerivation {

    private static final String SOURCE = "imported-derivation.kx";

    private ImportedDerivation() {}

    /** The set that {@code derivation} would have given, or null when the path is of no derivation in the store. */
    static @Nullable Object of(BuiltinContext context, PathValue file) {
        String path = file.path();
        if (!path.endsWith(Derivation.ENDING) || !path.equals(StorePaths.NIX.object(path))) {
            return null;
        }
        EvaluationStore store = context.machine().store();
        if (!store.has(path)) {
            return null;
        }
        Derivation derivation = store.derivations().derivation(path);
        var paths = new AttributeSetBuilder();
        derivation
                .outputs()
                .forEach((output, made) -> paths.put(
                        output, DerivationBuiltins.dependent(made.path(), new ContextElement.Output(path, output))));
        Object arguments = new AttributeSetBuilder()
                .put("drvPath", DerivationBuiltins.dependent(path, new ContextElement.Deep(path)))
                .put("name", derivation.environment().getOrDefault("name", ""))
                .put("outputs", new ListValue(derivation.outputs().keySet().toArray()))
                .put("paths", paths.build())
                .build();
        return Functions.call(DerivationBuiltins.program(context, SOURCE), arguments);
    }
}
