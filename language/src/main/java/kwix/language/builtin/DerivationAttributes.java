package kwix.language.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.TraceFrame;
import kwix.language.read.JsonReader;
import kwix.language.render.JsonWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.Thunk;
import kwix.store.Derivation;
import org.jspecify.annotations.Nullable;

/** The attributes of one derivation, on their way to becoming it. They are read in the order of their names. */
final class DerivationAttributes {

    private static final String BUILTIN = "derivationStrict";
    private static final String JSON = "__json";
    private static final String STRUCTURED = "__structuredAttrs";
    private static final String IGNORE_NULLS = "__ignoreNulls";

    /** What structured attributes express within `outputChecks`. */
    private static final Set<String> CHECKS = Set.of(
            "allowedReferences",
            "allowedRequisites",
            "disallowedReferences",
            "disallowedRequisites",
            "maxSize",
            "maxClosureSize");

    private final BuiltinContext context;
    private final String name;
    private final AttributeSet attributes;
    private final boolean ignoreNulls;

    /** The JSON of structured attributes, without the closing brace; null when attributes are variables. */
    private final @Nullable StringBuilder json;

    private final FixedOutput fixed;
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final List<String> arguments = new ArrayList<>();
    private final Set<ContextElement> dependencies = new HashSet<>();
    private List<String> outputs = List.of("out");
    private String system = "";
    private String builder = "";

    DerivationAttributes(BuiltinContext context, String name, AttributeSet attributes) {
        this.context = context;
        this.name = name;
        this.attributes = attributes;
        json = flag(STRUCTURED) ? new StringBuilder() : null;
        ignoreNulls = flag(IGNORE_NULLS);
        fixed = new FixedOutput(context, name);
    }

    private boolean flag(String attribute) {
        int at = attributes.indexOf(attribute);
        try {
            return at >= 0 && Needed.bool(attributes.value(at), BUILTIN, "the attribute `" + attribute + "`");
        } catch (KwixException failure) {
            throw failure.at(attributes.place(at));
        }
    }

    /** The derivation with the paths of its outputs. */
    Derivation derivation() {
        for (int i = 0; i < attributes.size(); i++) {
            try {
                attribute(attributes.name(i), attributes.value(i));
            } catch (KwixException failure) {
                failure.addFrame(new TraceFrame(
                        "while evaluating the attribute `" + Describe.attribute(attributes.name(i))
                                + "` of the derivation `" + Describe.text(name) + "`",
                        attributes.place(i),
                        false));
                throw failure.at(attributes.place(i));
            }
        }
        if (json != null) {
            environment.put(JSON, json.append(json.isEmpty() ? "{}" : "}").toString());
        }
        var inputs = new DerivationInputs(context.machine().store().derivations(), dependencies);
        required("builder", builder);
        required("system", system);
        if (name.endsWith(Derivation.ENDING)) {
            throw invalid("The name of a derivation cannot end in `" + Derivation.ENDING + "`", name);
        }
        Map<String, Derivation.Output> made = fixed.isWanted() ? fixed.outputs(outputs) : unknownOutputs();
        made.forEach((output, value) -> environment.put(output, value.path()));
        var derivation = new Derivation(
                new TreeMap<>(made), inputs.derivations(), inputs.sources(), system, builder, arguments, environment);
        return fixed.isWanted()
                ? derivation
                : context.machine().store().derivations().complete(derivation, name);
    }

    private Map<String, Derivation.Output> unknownOutputs() {
        var unknown = new TreeMap<String, Derivation.Output>();
        for (String output : outputs) {
            unknown.put(output, Derivation.Output.of(""));
        }
        return unknown;
    }

    private void required(String attribute, String value) {
        if (value.isEmpty()) {
            throw new KwixException(
                            ErrorCode.MISSING_ATTRIBUTE,
                            "The derivation `" + Describe.text(name) + "` needs an attribute `" + attribute
                                    + "` that is not empty.")
                    .withSubject(attribute);
        }
    }

    private void attribute(String attribute, Object value) {
        if (attribute.equals(IGNORE_NULLS) || ignoreNulls && Thunk.force(value) == NullValue.NULL) {
            return;
        }
        switch (attribute) {
            case "__contentAddressed" -> refuseFeature(attribute, value, "ca-derivations");
            case "__impure" -> refuseFeature(attribute, value, "impure-derivations");
            case "args" -> arguments(value);
            default -> {
                if (json == null) {
                    variable(attribute, value);
                } else if (!attribute.equals(STRUCTURED)) {
                    structured(attribute, value, json);
                }
            }
        }
    }

    private void refuseFeature(String attribute, Object value, String feature) {
        if (Needed.bool(value, BUILTIN, role(attribute))) {
            throw unsupported("`" + attribute + "`", feature);
        }
    }

    static KwixException unsupported(String what, String feature) {
        return new KwixException(
                        ErrorCode.UNSUPPORTED,
                        what + " belongs to the experimental feature `" + feature + "`, which there is not here.")
                .withSubject(feature);
    }

    private void arguments(Object value) {
        ListValue list = Needed.list(value, BUILTIN, role("args"));
        for (int i = 0; i < list.size(); i++) {
            arguments.add(used(context.coercion().variable(list.get(i))));
        }
    }

    private void variable(String attribute, Object value) {
        String text = used(context.coercion().variable(value));
        if (attribute.equals(JSON)) {
            deprecatedJson(text);
            return;
        }
        environment.put(attribute, text);
        special(attribute, text);
        if (attribute.equals("outputs")) {
            outputs(Arrays.stream(text.split("[ \t\r\n]+"))
                    .filter(output -> !output.isEmpty())
                    .toList());
        }
    }

    /** What is more than a variable. */
    private void special(String attribute, String text) {
        switch (attribute) {
            case "builder" -> builder = text;
            case "system" -> system = text;
            case "outputHash" -> fixed.hash(text);
            case "outputHashAlgo" -> fixed.algorithm(text);
            case "outputHashMode" -> fixed.mode(text);
            default -> {}
        }
    }

    private void structured(String attribute, Object value, StringBuilder to) {
        String text = used(JsonWriter.write(value, context.evaluation()));
        to.append(to.isEmpty() ? '{' : ',')
                .append(ContextString.text(JsonWriter.write(attribute, context.evaluation())))
                .append(':')
                .append(text);
        switch (attribute) {
            case "builder" -> special(attribute, used(Needed.string(value, BUILTIN, role(attribute))));
            case "system", "outputHash", "outputHashAlgo", "outputHashMode" ->
                special(attribute, Needed.plainString(value, BUILTIN, role(attribute)));
            case "outputs" -> {
                ListValue list = Needed.list(value, BUILTIN, role(attribute));
                var names = new ArrayList<String>();
                for (int i = 0; i < list.size(); i++) {
                    names.add(Needed.plainString(list.get(i), BUILTIN, "each element of `outputs`"));
                }
                outputs(names);
            }
            default -> {
                if (CHECKS.contains(attribute)) {
                    warn("`" + attribute
                            + "` has no effect together with `__structuredAttrs`; use `outputChecks.<output>."
                            + attribute + "`.");
                }
            }
        }
    }

    /** An old way to structured attributes, beside which the others stay variables. */
    private void deprecatedJson(String text) {
        warn("`__json` is deprecated; use `__structuredAttrs = true`.");
        Object value = new JsonReader(text, context.budget()).read();
        if (!(value instanceof AttributeSet)) {
            throw invalid("The attribute `__json` must hold a JSON object", text);
        }
        environment.put(JSON, ContextString.text(JsonWriter.write(value, context.evaluation())));
    }

    private void outputs(List<String> names) {
        SortedSet<String> seen = new TreeSet<>();
        for (String output : names) {
            if (!seen.add(output)) {
                throw invalid("The derivation has the output " + Describe.quoted(output) + " twice", output);
            }
            if (output.equals("drvPath")) {
                throw invalid("An output cannot be called `drvPath`, which is another attribute of the result", output);
            }
        }
        if (seen.isEmpty()) {
            throw invalid("A derivation needs at least one output", "");
        }
        outputs = names;
    }

    /** The text of a string value on which the derivation then depends as the string did. */
    private String used(Object string) {
        if (string instanceof ContextString dependent) {
            dependencies.addAll(dependent.context().elements());
        }
        return ContextString.text(string);
    }

    private void warn(String message) {
        context.machine().report("warning: In the derivation `" + name + "`: " + message);
    }

    private static String role(String attribute) {
        return "the attribute `" + attribute + "`";
    }

    static KwixException invalid(String message, String subject) {
        return new KwixException(ErrorCode.INVALID_VALUE, message + ".").withSubject(Describe.text(subject));
    }
}
