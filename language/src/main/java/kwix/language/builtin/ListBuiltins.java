package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Located;
import kwix.language.value.DeferredCalls;
import kwix.language.value.Equality;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** Building lists and taking them apart. */
final class ListBuiltins {

    private ListBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("map")
                        .lazy("function")
                        .lazy("list")
                        .doc("The list of the function's results for each element. The results are computed when"
                                + " they are needed.")
                        .example("map (x: x * 2) [ 1 2 3 ]", "[ 2 4 6 ]")
                        .lateCaller(ListBuiltins::map),
                builtin("filter")
                        .lazy("predicate")
                        .lazy("list")
                        .doc("The elements for which the predicate is true, in their order.")
                        .example("builtins.filter (x: x > 1) [ 1 2 3 ]", "[ 2 3 ]")
                        .binary(ListBuiltins::filter),
                builtin("length")
                        .list("list")
                        .doc("How many elements a list has. None of them is evaluated.")
                        .example("builtins.length [ 1 2 3 ]", "3")
                        .unary((context, list) -> (long) ((ListValue) list).size()),
                builtin("head")
                        .list("list")
                        .doc("The first element of a list that must not be empty.")
                        .example("builtins.head [ 1 2 3 ]", "1")
                        .unary((context, list) ->
                                notEmpty((ListValue) list, "head").force(0)),
                builtin("tail")
                        .list("list")
                        .doc("All but the first element of a list that must not be empty.")
                        .example("builtins.tail [ 1 2 3 ]", "[ 2 3 ]")
                        .unary((context, list) ->
                                notEmpty((ListValue) list, "tail").slice(1, ((ListValue) list).size())),
                builtin("elemAt")
                        .lazy("list")
                        .lazy("index")
                        .doc("The element at an index, which counts from 0.")
                        .example("builtins.elemAt [ \"a\" \"b\" \"c\" ] 1", "\"b\"")
                        .binary(ListBuiltins::elemAt),
                builtin("elem")
                        .lazy("value")
                        .lazy("list")
                        .doc("Whether a list has an element that equals the value.")
                        .example("builtins.elem 2 [ 1 2 3 ]", "true")
                        .binary(ListBuiltins::elem),
                builtin("genList")
                        .lazy("generator")
                        .lazy("length")
                        .doc("A list of the given length; the generator gets each index, from 0, when the element"
                                + " is needed.")
                        .example("builtins.genList (i: i * i) 4", "[ 0 1 4 9 ]")
                        .lateCaller(ListBuiltins::genList),
                builtin("concatLists")
                        .list("lists")
                        .doc("One list of the elements of all the lists.")
                        .example("builtins.concatLists [ [ 1 ] [ 2 3 ] [ ] ]", "[ 1 2 3 ]")
                        .unary((context, lists) -> concatLists(context, (ListValue) lists)),
                builtin("concatMap")
                        .function("function")
                        .list("list")
                        .doc("Applies a function that gives lists to each element, and joins those lists.")
                        .example("builtins.concatMap (x: [ x (x + 10) ]) [ 1 2 ]", "[ 1 11 2 12 ]")
                        .binary((context, function, list) -> concatMap(context, function, (ListValue) list)));
    }

    private static Object map(BuiltinContext context, @Nullable Located call, Object function, Object argument) {
        ListValue list = Needed.list(argument, "map", "argument 2");
        if (list.isEmpty()) {
            return list;
        }
        var calls = new DeferredCalls(
                Needed.function(function, "map", "argument 1"),
                "`builtins.map`",
                call,
                context.evaluation().log());
        var results = new Object[list.size()];
        for (int i = 0; i < results.length; i++) {
            context.poll(i);
            results[i] = calls.of(list.get(i));
        }
        return new ListValue(results);
    }

    private static Object filter(BuiltinContext context, Object predicate, Object argument) {
        ListValue list = Needed.list(argument, "filter", "argument 2");
        if (list.isEmpty()) {
            return list;
        }
        Object callee = Needed.function(predicate, "filter", "argument 1");
        var kept = new Object[list.size()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            context.poll(i);
            Object element = list.get(i);
            if (Needed.bool(Functions.call(callee, element), "filter", "the result of its predicate")) {
                kept[count++] = element;
            }
        }
        return count == kept.length ? list : new ListValue(kept).slice(0, count);
    }

    private static ListValue notEmpty(ListValue list, String builtin) {
        if (list.isEmpty()) {
            throw new KwixException(
                    ErrorCode.INDEX,
                    "`builtins." + builtin + "` needs a list with at least one element, but got an empty one.");
        }
        return list;
    }

    private static Object elemAt(BuiltinContext context, Object argument, Object position) {
        long index = Needed.integer(position, "elemAt", "argument 2");
        ListValue list = Needed.list(argument, "elemAt", "argument 1");
        if (index < 0 || index >= list.size()) {
            throw new KwixException(
                            ErrorCode.INDEX,
                            "`builtins.elemAt` was asked for index " + index + " of " + size(list.size()) + ".")
                    .withSubject(Long.toString(index));
        }
        return list.force((int) index);
    }

    private static String size(int size) {
        return size == 0 ? "an empty list" : "a list with " + size + (size == 1 ? " element" : " elements");
    }

    private static Object elem(BuiltinContext context, Object value, Object argument) {
        ListValue list = Needed.list(argument, "elem", "argument 2");
        for (int i = 0; i < list.size(); i++) {
            context.poll(i);
            if (Equality.elements(value, list.get(i), context.budget())) {
                return true;
            }
        }
        return false;
    }

    private static Object genList(BuiltinContext context, @Nullable Located call, Object generator, Object argument) {
        long length = Needed.integer(argument, "genList", "argument 2");
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE, "`builtins.genList` cannot make a list of length " + length + ".")
                    .withSubject(Long.toString(length));
        }
        var calls = new DeferredCalls(
                Needed.function(generator, "genList", "argument 1"),
                "`builtins.genList`",
                call,
                context.evaluation().log());
        var elements = new Object[(int) length];
        for (int i = 0; i < elements.length; i++) {
            context.poll(i);
            elements[i] = calls.of((long) i);
        }
        return elements.length == 0 ? ListValue.EMPTY : new ListValue(elements);
    }

    private static Object concatLists(BuiltinContext context, ListValue lists) {
        var parts = new ListValue[lists.size()];
        for (int i = 0; i < parts.length; i++) {
            context.poll(i);
            parts[i] = Needed.list(lists.force(i), "concatLists", "each element of its list");
        }
        return join(parts);
    }

    private static Object concatMap(BuiltinContext context, Object function, ListValue list) {
        var parts = new ListValue[list.size()];
        for (int i = 0; i < parts.length; i++) {
            context.poll(i);
            parts[i] = Needed.list(Functions.call(function, list.get(i)), "concatMap", "the result of its function");
        }
        return join(parts);
    }

    private static ListValue join(ListValue[] parts) {
        long size = 0;
        ListValue only = null;
        boolean several = false;
        for (ListValue part : parts) {
            size += part.size();
            if (!part.isEmpty()) {
                several = only != null;
                only = part;
            }
        }
        if (only == null) {
            return ListValue.EMPTY;
        }
        if (!several && only.size() == size) {
            return only;
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new KwixException(ErrorCode.OUT_OF_MEMORY, "The lists are too long to be joined.");
        }
        var joined = new Object[(int) size];
        int at = 0;
        for (ListValue part : parts) {
            part.copyTo(joined, at);
            at += part.size();
        }
        return new ListValue(joined);
    }
}
