package kwix.language.translate;

import java.util.ArrayList;
import java.util.List;
import kwix.grammar.scope.FunctionScope;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.call.Formals;
import kwix.language.node.call.LambdaNode;
import kwix.language.value.FunctionValue.FormalParameter;
import org.jspecify.annotations.Nullable;

/** Lambdas and their formals. */
final class Functions {

    private final Translator translator;

    Functions(Translator translator) {
        this.translator = translator;
    }

    KwixNode lambda(Expression.Lambda lambda, @Nullable String name) {
        FunctionScope scope = translator.scopes().function(lambda);
        Formals formals = switch (lambda.parameter()) {
            case Parameter.Named ignored -> null;
            case Parameter.Formals written -> formals(written, scope);
        };
        Place place = translator.place(lambda.start(), lambda.parameter().end());
        KwixNode body = translator.root(translator.strict(lambda.body()), name, lambda);
        return new LambdaNode(
                scope.size(),
                scope.parameterSlot(),
                formals,
                body,
                translator.context().budget(),
                argumentName(lambda.parameter()),
                name,
                place);
    }

    private static @Nullable String argumentName(Parameter parameter) {
        Parameter.Named named = switch (parameter) {
            case Parameter.Named simple -> simple;
            case Parameter.Formals written -> written.alias();
        };
        return named == null ? null : Translator.bytes(named.name());
    }

    private Formals formals(Parameter.Formals written, FunctionScope scope) {
        List<FormalParameter> parameters = new ArrayList<>();
        @Nullable KwixNode[] defaults = new KwixNode[written.formals().size()];
        for (int i = 0; i < defaults.length; i++) {
            Formal formal = written.formals().get(i);
            parameters.add(new FormalParameter(
                    Translator.bytes(formal.name()),
                    formal.fallback() != null,
                    translator.place(formal.start(), formal.end())));
            if (formal.fallback() != null) {
                defaults[i] = translator.lazy(formal.fallback(), formal.name(), true);
            }
        }
        return new Formals(parameters, scope.formalSlots(), defaults, written.ellipsis());
    }
}
