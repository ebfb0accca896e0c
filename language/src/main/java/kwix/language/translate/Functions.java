package kwix.language.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kwix.grammar.scope.FunctionScope;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.call.Formals;
import kwix.language.node.call.FunctionBody;
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
        List<@Nullable String> argumentNames = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        Expression.Lambda last = lambda;
        while (true) {
            argumentNames.add(argumentName(last.parameter()));
            places.add(translator.place(last.start(), last.parameter().end()));
            if (!translator.scopes().function(last).continued()) {
                break;
            }
            last = Objects.requireNonNull(last.furtherLambda());
        }
        Expression.Lambda innermost = last;
        FunctionScope scope = translator.scopes().function(innermost);
        Supplier<FunctionBody> body = () -> body(lambda, innermost, scope, name);
        if (!translator.isWaiting()) {
            FunctionBody now = body.get();
            body = () -> now;
        }
        return new LambdaNode(
                scope.size(),
                argumentNames.toArray(String[]::new),
                places.toArray(Place[]::new),
                scope.parameterSlot(),
                body,
                translator.context().budget(),
                name);
    }

    private FunctionBody body(
            Expression.Lambda lambda, Expression.Lambda innermost, FunctionScope scope, @Nullable String name) {
        translator.scopes().open(innermost);
        Formals formals = switch (innermost.parameter()) {
            case Parameter.Named ignored -> null;
            case Parameter.Formals written -> formals(written, scope);
        };
        KwixNode body = translator.strict(innermost.body());
        return new FunctionBody(formals, translator.root(body, name, lambda), body.demandedSlot());
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
