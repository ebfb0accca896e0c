package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.NameTable;
import kwix.language.value.Thunk;

/** Going over whole lists: folds, predicates, sorting, grouping, closures. */
final class FoldBuiltins {

    private static final NameTable PARTITION = NameTable.constant("right", "wrong");

    private FoldBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("foldl'")
                        .function("operator")
                        .lazy("initial")
                        .list("list")
                        .doc("""
                            Combines the elements from the left: the operator gets what came of the elements so far and the next
                            element. Each intermediate result is evaluated at once; the initial value is not.\
                            """)
                        .example("builtins.foldl' (sum: x: sum + x) 0 [ 1 2 3 ]", "6")
                        .ternary((context, operator, initial, list) ->
                                fold(context, operator, initial, (ListValue) list)),
                builtin("all")
                        .function("predicate")
                        .list("list")
                        .doc("Whether the predicate is true for every element. Stops at the first for which it is"
                                + " false.")
                        .example("builtins.all (x: x > 0) [ 1 2 3 ]", "true")
                        .binary((context, predicate, list) ->
                                find(context, predicate, (ListValue) list, false, "all") < 0),
                builtin("any")
                        .function("predicate")
                        .list("list")
                        .doc("Whether the predicate is true for some element. Stops at the first for which it is.")
                        .example("builtins.any (x: x > 2) [ 1 2 3 ]", "true")
                        .binary((context, predicate, list) ->
                                find(context, predicate, (ListValue) list, true, "any") >= 0),
                builtin("sort")
                        .lazy("comparator")
                        .lazy("list")
                        .doc("""
                            The elements in ascending order; `comparator a b` says whether `a` comes before `b`. Elements of which
                            neither comes before the other keep their order.\
                            """)
                        .example("builtins.sort (a: b: a < b) [ 3 1 2 ]", "[ 1 2 3 ]")
                        .binary(FoldBuiltins::sort),
                builtin("partition")
                        .function("predicate")
                        .list("list")
                        .doc("The elements for which the predicate is true (`right`), and the others (`wrong`).")
                        .example("builtins.partition (x: x > 2) [ 1 2 3 4 ]", "{ right = [ 3 4 ]; wrong = [ 1 2 ]; }")
                        .binary((context, predicate, list) -> partition(context, predicate, (ListValue) list)),
                builtin("groupBy")
                        .function("key")
                        .list("list")
                        .doc("Gathers the elements into lists by the string that the function gives for each.")
                        .example(
                                "builtins.groupBy (x: if x > 2 then \"big\" else \"small\") [ 1 3 2 ]",
                                "{ big = [ 3 ]; small = [ 1 2 ]; }")
                        .binary((context, key, list) -> groupBy(context, key, (ListValue) list)),
                builtin("genericClosure")
                        .set("arguments")
                        .doc("""
                            Everything that can be reached: starts with the sets in `startSet`, and `operator` gives for each set a
                            list of further ones. Every set has a `key`; of sets with the same key only the first is taken.\
                            """)
                        .example(
                                "map (x: x.key) (builtins.genericClosure { startSet = [ { key = 16; } ];"
                                        + " operator = x: if x.key > 1 then [ { key = x.key / 2; } ] else [ ]; })",
                                "[ 16 8 4 2 1 ]")
                        .unary((context, arguments) -> closure(context, (AttributeSet) arguments)));
    }

    private static Object fold(BuiltinContext context, Object operator, Object initial, ListValue list) {
        Object result = initial;
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            result = Functions.call(operator, result, list.get(i));
            // What the operator evaluated needs no thunk any more, of which there may be millions.
            list.get(i);
        }
        return Thunk.force(result);
    }

    /** The index of the first element for which the predicate gives {@code sought}, or -1. */
    private static int find(BuiltinContext context, Object predicate, ListValue list, boolean sought, String builtin) {
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            if (Needed.bool(Functions.call(predicate, list.get(i)), builtin, "the result of its predicate") == sought) {
                return i;
            }
        }
        return -1;
    }

    private static Object sort(BuiltinContext context, Object comparator, Object argument) {
        ListValue list = Needed.list(argument, "sort", "argument 2");
        if (list.isEmpty()) {
            return list;
        }
        Object callee = Needed.function(comparator, "sort", "argument 1");
        Object[] elements = list.toArray();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = list.force(i);
        }
        PeekSort.sort(elements, PeekSort.order(callee, context));
        return new ListValue(elements);
    }

    private static Object partition(BuiltinContext context, Object predicate, ListValue list) {
        var right = new ArrayList<Object>();
        var wrong = new ArrayList<Object>();
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            Object element = list.force(i);
            boolean fits = Needed.bool(Functions.call(predicate, element), "partition", "the result of its predicate");
            (fits ? right : wrong).add(element);
        }
        return new AttributeSet(PARTITION, new Object[] {ListValue.of(right), ListValue.of(wrong)}, null);
    }

    private static Object groupBy(BuiltinContext context, Object function, ListValue list) {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            Object element = list.get(i);
            String key = Needed.plainString(Functions.call(function, element), "groupBy", "the result of its function");
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(element);
        }
        var result = new AttributeSetBuilder(groups.size());
        groups.forEach((key, elements) -> result.put(key, ListValue.of(elements)));
        return result.build();
    }

    private static Object closure(BuiltinContext context, AttributeSet arguments) {
        String builtin = "genericClosure";
        ListValue start = Needed.list(
                Needed.attribute(arguments, "startSet", builtin, "its argument"), builtin, "the attribute `startSet`");
        if (start.isEmpty()) {
            return start;
        }
        Object operator = Needed.function(
                Needed.attribute(arguments, "operator", builtin, "its argument"), builtin, "the attribute `operator`");
        var keys = new ClosureKeys(context.budget());
        var reached = new ArrayList<Object>();
        var open = new java.util.ArrayDeque<Object>();
        for (int i = 0; i < start.size(); i++) {
            open.add(start.get(i));
        }
        for (int step = 0; !open.isEmpty(); step++) {
            context.poll(step);
            AttributeSet element = Needed.set(open.remove(), builtin, "each element of its lists");
            Object key = Thunk.force(Needed.attribute(element, "key", builtin, "each element of its lists"));
            if (!keys.add(key)) {
                continue;
            }
            reached.add(element);
            ListValue further = Needed.list(Functions.call(operator, element), builtin, "the result of its operator");
            for (int i = 0; i < further.size(); i++) {
                open.add(further.force(i));
            }
        }
        return ListValue.of(reached);
    }
}
