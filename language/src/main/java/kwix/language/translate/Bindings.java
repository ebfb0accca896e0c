package kwix.language.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kwix.grammar.scope.BindingGroup;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Tree;
import kwix.language.error.Place;
import kwix.language.node.KwixNode;
import kwix.language.node.binding.AttributeSetNode;
import kwix.language.node.binding.DynamicAttributesNode;
import kwix.language.node.binding.LetNode;
import kwix.language.node.binding.RecursiveSetNode;
import kwix.language.node.binding.SlotNode;
import kwix.language.node.select.Attribute;
import kwix.language.node.select.SelectNode;
import kwix.language.node.variable.FillingLocalNode;
import kwix.language.node.variable.LocalNode;
import kwix.language.value.NameTable;
import org.jspecify.annotations.Nullable;

/** Attribute sets, recursive or not, and {@code let}. */
final class Bindings {

    private final Translator translator;

    Bindings(Translator translator) {
        this.translator = translator;
    }

    KwixNode let(BindingGroup group, KwixNode body) {
        return new LetNode(slots(group), body);
    }

    /** {@code let { …; body = …; }} is {@code rec { … }.body}. */
    KwixNode legacyLet(BindingGroup group, Expression.LegacyLet let) {
        return new SelectNode(translator.at(let, set(group)), Attribute.written("body"));
    }

    KwixNode set(BindingGroup group) {
        var named = new Named[group.attributes().size()];
        for (int i = 0; i < named.length; i++) {
            BindingGroup.Attribute attribute = group.attributes().get(i);
            named[i] = new Named(Translator.bytes(attribute.name()), attribute);
        }
        Arrays.sort(named, Bindings::byName);
        List<BindingGroup.Attribute> sorted =
                Arrays.stream(named).map(Named::attribute).toList();
        NameTable names = sorted.isEmpty()
                ? NameTable.EMPTY
                : new NameTable(Arrays.stream(named).map(Named::name).toArray(String[]::new));
        Place[] places = sorted.stream()
                .map(attribute -> translator.place(attribute.start(), attribute.end()))
                .toArray(Place[]::new);
        KwixNode written = group.recursive()
                ? new RecursiveSetNode(
                        names,
                        places,
                        sorted.stream().mapToInt(BindingGroup.Attribute::slot).toArray(),
                        slots(group))
                : new AttributeSetNode(
                        names,
                        places,
                        sorted.stream()
                                .map(attribute -> value(attribute, group))
                                .toArray(KwixNode[]::new),
                        sources(group).toArray(SlotNode[]::new));
        return group.dynamicAttributes().isEmpty() ? written : withDynamic(written, group);
    }

    /** @param name as bytes, which are made once: large sets compare each name many times */
    private record Named(String name, BindingGroup.Attribute attribute) {}

    /** In the order of their bytes. Comparators of the library would make a class at run time. */
    private static int byName(Named left, Named right) {
        return left.name.compareTo(right.name);
    }

    private KwixNode withDynamic(KwixNode written, BindingGroup group) {
        List<BindingGroup.DynamicAttribute> dynamic = group.dynamicAttributes();
        return new DynamicAttributesNode(
                written,
                dynamic.stream()
                        .map(attribute -> translator.strict(attribute.name()))
                        .toArray(KwixNode[]::new),
                dynamic.stream()
                        .map(attribute -> value(attribute.value(), null, attribute.start(), attribute.end(), group))
                        .toArray(KwixNode[]::new),
                dynamic.stream()
                        .map(attribute -> translator.place(attribute.start(), attribute.end()))
                        .toArray(Place[]::new));
    }

    private SlotNode[] slots(BindingGroup group) {
        List<SlotNode> slots = sources(group);
        for (BindingGroup.Attribute attribute : group.attributes()) {
            slots.add(new SlotNode(attribute.slot(), value(attribute, group)));
        }
        return slots.toArray(SlotNode[]::new);
    }

    private List<SlotNode> sources(BindingGroup group) {
        var slots = new ArrayList<SlotNode>();
        for (int i = 0; i < group.sources().size(); i++) {
            slots.add(new SlotNode(
                    group.sourceSlots()[i], translator.lazy(group.sources().get(i), null, true)));
        }
        return slots;
    }

    /** {@code __overrides} replaces attributes when all of them are there. */
    private static boolean hasOverrides(BindingGroup group) {
        return group.attributes().stream()
                .anyMatch(attribute -> attribute.name().equals("__overrides"));
    }

    private KwixNode value(BindingGroup.Attribute attribute, BindingGroup group) {
        return value(attribute.value(), attribute.name(), attribute.start(), attribute.end(), group);
    }

    private KwixNode value(BindingGroup.Value value, @Nullable String name, int start, int end, BindingGroup group) {
        Tree place = new Expression.Broken(start, end);
        return switch (value) {
            case BindingGroup.Value.Written written -> {
                KwixNode node = translator.lazy(written.expression(), name, group.recursive());
                yield node instanceof FillingLocalNode filling && hasOverrides(group) ? filling.later() : node;
            }
            case BindingGroup.Value.Inherited inherited -> {
                KwixNode node = translator.at(place, translator.variable(String.valueOf(name), inherited.resolution()));
                yield translator.lazyVariable(node, name, inherited.resolution(), group.recursive(), place);
            }
            case BindingGroup.Value.InheritedFrom from ->
                translator.suspended(
                        translator.at(
                                place,
                                new SelectNode(
                                        translator.at(
                                                group.sources().get(from.source()),
                                                new LocalNode(group.sourceSlots()[from.source()], null)),
                                        Attribute.written(Translator.bytes(String.valueOf(name))))),
                        name,
                        place);
            case BindingGroup.Value.Nested nested -> {
                Tree written = nested.literal() == null ? place : nested.literal();
                yield translator.suspended(translator.at(written, set(nested.group())), name, written);
            }
        };
    }
}
