package kwix.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import kwix.conformance.random.ProgramGenerator.Variable;

/** Expressions that bring names into scope: {@code let}, {@code with}, recursive sets, functions. */
final class BindingForms {

    private final ProgramGenerator expressions;
    private final Literals literals;
    private final Random random;

    BindingForms(ProgramGenerator expressions, Literals literals, Random random) {
        this.expressions = expressions;
        this.literals = literals;
        this.random = random;
    }

    String scoped(Type type, int size, List<Variable> scope) {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> let(type, size, scope);
            case 3 -> with(type, size, scope);
            case 4 -> selfReference(type, size, scope);
            default -> application(type, size, scope);
        };
    }

    private String let(Type type, int size, List<Variable> scope) {
        List<Variable> inner = new ArrayList<>(scope);
        List<Variable> bound = variables(1 + random.nextInt(3));
        inner.addAll(bound);
        StringBuilder text = new StringBuilder("let ");
        for (Variable variable : bound) {
            text.append(random.nextInt(40) == 0 && !scope.isEmpty() ? inherit(scope) : "");
            text.append(variable.name()).append(" = ");
            // Mostly from the outside, for what needs itself is an error or endless.
            text.append(expressions.expression(variable.type(), size / 3, random.nextInt(4) == 0 ? inner : scope));
            text.append("; ");
        }
        return text + "in " + expressions.expression(type, size / 2, inner);
    }

    private String inherit(List<Variable> scope) {
        return "inherit " + scope.get(random.nextInt(scope.size())).name() + "; ";
    }

    private String with(Type type, int size, List<Variable> scope) {
        List<Variable> inner = new ArrayList<>(scope);
        List<Variable> bound = variables(1 + random.nextInt(2));
        inner.addAll(bound);
        String names = bound.stream()
                .map(each -> each.name() + " = " + expressions.expression(each.type(), size / 3, scope) + "; ")
                .collect(Collectors.joining());
        return "with " + (random.nextInt(4) == 0 ? "rec " : "") + "{ " + names + "}; "
                + expressions.expression(type, size / 2, inner);
    }

    private String selfReference(Type type, int size, List<Variable> scope) {
        List<Variable> inner = new ArrayList<>(scope);
        Variable helper = variables(1).getFirst();
        inner.add(helper);
        return "rec { " + helper.name() + " = " + expressions.expression(helper.type(), size / 2, scope) + "; result = "
                + expressions.expression(type, size / 2, inner) + "; }.result";
    }

    private String application(Type type, int size, List<Variable> scope) {
        Type from = Type.some(random);
        return expressions.simple(new Type.FunctionOf(from, type), size / 2, scope) + " "
                + expressions.simple(from, size / 2, scope);
    }

    String set(Type value, int size, List<Variable> scope) {
        int count = random.nextInt(5);
        boolean recursive = random.nextInt(4) == 0;
        List<Variable> inner = new ArrayList<>(scope);
        StringBuilder text = new StringBuilder(recursive ? "rec { " : "{ ");
        for (String name : literals.names(count)) {
            text.append(random.nextInt(6) == 0 ? '"' + name + '"' : name);
            if (random.nextInt(10) == 0) {
                text.append('.').append(literals.text("name"));
            }
            text.append(" = ")
                    .append(expressions.expression(value, size / Math.max(1, count), inner))
                    .append("; ");
            if (recursive) {
                inner.add(new Variable(name, value));
            }
        }
        if (random.nextInt(40) == 0 && !scope.isEmpty()) {
            text.append(inherit(scope));
        }
        return text.append("}").toString();
    }

    String lambda(Type.FunctionOf function, int size, List<Variable> scope) {
        List<Variable> inner = new ArrayList<>(scope);
        if (function.from() instanceof Type.SetOf(Type value) && random.nextInt(3) > 0) {
            return formals(value, inner, size) + expressions.expression(function.to(), size, inner);
        }
        String name = literals.text("name");
        inner.add(new Variable(name, function.from()));
        return name + ": " + expressions.expression(function.to(), size, inner);
    }

    private String formals(Type value, List<Variable> inner, int size) {
        List<Variable> outer = List.copyOf(inner);
        List<String> formals = new ArrayList<>();
        for (String name : literals.names(random.nextInt(4))) {
            Variable formal = new Variable(name, value);
            boolean optional = random.nextBoolean();
            formals.add(
                    optional
                            ? formal.name() + " ? "
                                    + expressions.expression(value, size / 4, random.nextBoolean() ? outer : inner)
                            : formal.name());
            inner.add(formal);
        }
        if (random.nextInt(3) > 0) {
            formals.add("...");
        }
        String list = "{ " + String.join(", ", formals) + " }";
        if (random.nextInt(4) == 0) {
            String alias = "args";
            inner.add(new Variable(alias, new Type.SetOf(value)));
            return random.nextBoolean() ? alias + " @ " + list + ": " : list + " @ " + alias + ": ";
        }
        return list + ": ";
    }

    private List<Variable> variables(int count) {
        List<Variable> variables = new ArrayList<>();
        for (String name : literals.names(count)) {
            variables.add(new Variable(name, Type.some(random)));
        }
        return variables;
    }
}
