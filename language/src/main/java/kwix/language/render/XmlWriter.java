package kwix.language.render;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Equality;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Floats;
import kwix.language.value.FunctionValue;
import kwix.language.value.FunctionValue.FormalParameter;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** XML as {@code builtins.toXML} and {@code nix-instantiate --eval --xml} write it. A derivation that comes again is shown once. */
public final class XmlWriter {

    private final boolean strict;
    private final boolean locations;
    private final boolean revealing;
    private final ValuePath path;
    private final StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='utf-8'?>\n");
    private final Set<String> derivations = new HashSet<>();
    private StringContext context = StringContext.NONE;
    private int indent;

    private XmlWriter(EvaluationContext evaluation, boolean strict, boolean locations, boolean revealing) {
        this.strict = strict;
        this.revealing = revealing;
        this.locations = locations;
        path = new ValuePath(evaluation.budget());
    }

    /** As {@code builtins.toXML}: a string value that depends on whatever the strings in the value depend on. */
    public static Object write(Object value, EvaluationContext evaluation) {
        var writer = new XmlWriter(evaluation, true, false, true);
        String text = writer.document(value);
        return ContextString.of(text, writer.context);
    }

    /**
     * As the command prints; secrets are hidden.
     *
     * @param strict false to leave {@code <unevaluated />} what nothing else needed
     * @param locations whether to say where attributes and functions are defined
     */
    public static String print(Object value, boolean strict, boolean locations, EvaluationContext evaluation) {
        return new XmlWriter(evaluation, strict, locations, false).document(value);
    }

    private String document(Object value) {
        try {
            open("expr", "");
            known(Thunk.force(value));
            close("expr");
        } catch (KwixException failure) {
            throw path.explain(failure);
        }
        return out.toString();
    }

    private void element(Object stored) {
        Object value = strict ? Thunk.force(stored) : Thunk.known(stored);
        // Functions are made without a thunk here, but with one in the reference, which so leaves them unevaluated.
        known(strict || !(value instanceof FunctionValue) ? value : null);
    }

    private void known(@Nullable Object value) {
        switch (value) {
            case null -> empty("unevaluated", "");
            case String text -> empty("string", attribute("value", text));
            case ContextString text -> {
                context = context.and(text.context());
                empty("string", attribute("value", revealing ? text.text() : ContextString.shown(text)));
            }
            case Long number -> empty("int", attribute("value", number.toString()));
            case Double number -> empty("float", attribute("value", Floats.general(number)));
            case Boolean bool -> empty("bool", attribute("value", bool.toString()));
            case NullValue ignored -> empty("null", "");
            case PathValue file -> empty("path", attribute("value", file.path()));
            case FunctionValue function -> function(function);
            case ListValue list -> list(list);
            case AttributeSet set -> set(set);
            default -> throw new IllegalStateException("not a value: " + value.getClass());
        }
    }

    private void list(ListValue list) {
        path.enterIndented(list);
        open("list", "");
        for (int i = 0; i < list.size(); i++) {
            path.at(i);
            element(list.get(i));
        }
        close("list");
        path.leave();
    }

    private void set(AttributeSet set) {
        path.enterIndented(set);
        if (Equality.isDerivation(set)) {
            String derivation = text(set, "drvPath");
            String output = text(set, "outPath");
            open(
                    "derivation",
                    (derivation == null ? "" : attribute("drvPath", derivation))
                            + (output == null ? "" : attribute("outPath", output)));
            if (derivation != null && !derivation.isEmpty() && derivations.add(derivation)) {
                attributes(set);
            } else {
                empty("repeated", "");
            }
            close("derivation");
        } else {
            open("attrs", "");
            attributes(set);
            close("attrs");
        }
        path.leave();
    }

    private @Nullable String text(AttributeSet set, String name) {
        int index = set.indexOf(name);
        if (index < 0) {
            return null;
        }
        path.at(index);
        Object value = strict ? set.force(index) : Thunk.known(set.value(index));
        return value != null && ContextString.isString(value) ? ContextString.text(value) : null;
    }

    private void attributes(AttributeSet set) {
        for (int i = 0; i < set.size(); i++) {
            path.at(i);
            Place place = set.place(i);
            String name = attribute("name", set.name(i));
            open("attr", place == null || !locations ? name : position(place) + name + file(place));
            element(set.value(i));
            close("attr");
        }
    }

    private void function(FunctionValue function) {
        Place place = function.place();
        if (place == null) {
            empty("unevaluated", "");
            return;
        }
        open("function", locations ? position(place) + file(place) : "");
        String argument = function.argumentName();
        String name = argument == null ? "" : attribute("name", argument);
        List<FormalParameter> formals = function.formals();
        if (formals == null) {
            empty("varpat", name);
        } else {
            open("attrspat", (function.acceptsFurtherNames() ? attribute("ellipsis", "1") : "") + name);
            formals.stream()
                    .map(FormalParameter::name)
                    .sorted(Comparator.naturalOrder())
                    .forEach(formal -> empty("attr", attribute("name", formal)));
            close("attrspat");
        }
        close("function");
    }

    private static String position(Place place) {
        return attribute("column", Integer.toString(place.column()))
                + attribute("line", Integer.toString(place.line()));
    }

    /** Only files have a path; text from elsewhere has a name like {@code «string»}. */
    private static String file(Place place) {
        String name = place.source().name();
        return name.startsWith("/") ? attribute("path", SourceText.encode(name)) : "";
    }

    private void open(String element, String attributes) {
        line(element, attributes, ">");
        indent++;
    }

    private void empty(String element, String attributes) {
        line(element, attributes, " />");
    }

    private void line(String element, String attributes, String end) {
        out.repeat("  ", indent)
                .append('<')
                .append(element)
                .append(attributes)
                .append(end)
                .append('\n');
    }

    private void close(String element) {
        indent--;
        out.repeat("  ", indent).append("</").append(element).append(">\n");
    }

    private static String attribute(String name, String value) {
        var text = new StringBuilder(" ").append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("&quot;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '\n' -> text.append("&#xA;");
                default -> text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
