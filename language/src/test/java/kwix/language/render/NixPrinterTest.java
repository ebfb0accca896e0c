package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static kwix.language.render.Values.lazy;
import static kwix.language.render.Values.list;
import static kwix.language.render.Values.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NixPrinterTest {

    private final Budget budget = new Budget(Budget.DEFAULT_CALL_DEPTH);

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of(1L, "1"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(1.0, "1"),
                Arguments.of(1.0 / 3, "0.333333"),
                Arguments.of(1e-7, "1e-07"),
                Arguments.of(1e20, "1e+20"),
                Arguments.of(123456.7, "123457"),
                Arguments.of(true, "true"),
                Arguments.of(NullValue.NULL, "null"),
                Arguments.of(new PathValue("/a b/${c}"), "/a b/${c}"),
                Arguments.of("", "\"\""),
                Arguments.of("q\" b\\ n\n r\r t\t", "\"q\\\" b\\\\ n\\n r\\r t\\t\""),
                Arguments.of("$ ${ $$ $${ $", "\"$ \\${ $$ $\\${ $\""),
                Arguments.of("\u0001\u007f\u001b", "\"\u0001\u007f\u001b\""),
                Arguments.of(bytes("é"), "\"" + bytes("é") + "\""),
                Arguments.of("\u00c3", "\"\u00c3\""),
                Arguments.of(Values.identity(), "<LAMBDA>"),
                Arguments.of(ListValue.EMPTY, "[ ]"),
                Arguments.of(AttributeSet.EMPTY, "{ }"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void printsAsTheReferenceDoes(Object value, String text) {
        assertEquals(text, NixPrinter.print(value, budget));
        assertEquals(text, NixPrinter.printStrict(value, budget));
    }

    @Test
    void quotesNamesThatAreNoIdentifiers() {
        var names = set(
                "if", 1L, "or", 2L, "a-b", 3L, "a'", 4L, "1a", 5L, "", 6L, "a.b", 7L, "-a", 8L, "_", 9L, "import", 10L,
                "é", 11L);
        assertEquals(
                bytes("{ \"\" = 6; \"-a\" = 8; \"1a\" = 5; _ = 9; a' = 4; a-b = 3; \"a.b\" = 7; \"if\" = 1; import ="
                        + " 10; or = 2; \"é\" = 11; }"),
                NixPrinter.print(names, budget));
    }

    @Test
    void showsWhatIsNotEvaluatedAsCode() {
        var value = set("a", lazy(() -> 2L), "b", "x", "c", Values.identity(), "d", list(lazy(() -> 1L)));
        assertEquals("{ a = <CODE>; b = \"x\"; c = <CODE>; d = [ <CODE> ]; }", NixPrinter.print(value, budget));
        assertEquals("{ a = 2; b = \"x\"; c = <LAMBDA>; d = [ 1 ]; }", NixPrinter.printStrict(value, budget));
        assertEquals("{ a = 2; b = \"x\"; c = <CODE>; d = [ 1 ]; }", NixPrinter.print(value, budget));
    }

    @Test
    void marksRepeatedValuesUnlessTheyAreEmptyOrScalar() {
        var inner = set("a", 1L);
        var list = list(1L);
        assertEquals(
                bytes("[ { a = 1; } «repeated» [ 1 ] «repeated» [ ] [ ] { } { } \"s\" \"s\" { b = «repeated»; } ]"),
                NixPrinter.print(
                        list(
                                inner,
                                inner,
                                list,
                                list,
                                ListValue.EMPTY,
                                ListValue.EMPTY,
                                AttributeSet.EMPTY,
                                AttributeSet.EMPTY,
                                "s",
                                "s",
                                set("b", inner)),
                        budget));
    }

    @Test
    void endsOnCycles() {
        var elements = new Object[] {1L, null};
        var cyclicList = new ListValue(elements);
        elements[1] = cyclicList;
        assertEquals(bytes("[ 1 [ 1 «repeated» ] ]"), NixPrinter.printStrict(cyclicList, budget));

        var holder = new AttributeSet[1];
        holder[0] = set("a", 1L, "self", lazy(() -> holder[0]));
        assertEquals(bytes("{ a = 1; self = «repeated»; }"), NixPrinter.printStrict(holder[0], budget));
    }

    /** Every evaluation of a variable that holds a list counts as another list in the reference. */
    @Test
    void tellsListsApartByTheThunkThatHoldsThem() {
        var list = list(1L);
        assertEquals("[ [ 1 ] [ 1 ] ]", NixPrinter.printStrict(list(lazy(() -> list), lazy(() -> list)), budget));
        var once = lazy(() -> list(1L));
        assertEquals(bytes("[ [ 1 ] «repeated» ]"), NixPrinter.printStrict(list(once, once), budget));
        var self = new AttributeSet[1];
        self[0] = set("l", lazy(() -> list(1L, lazy(() -> self[0].get("l")))));
        assertEquals(bytes("{ l = [ 1 [ 1 «repeated» ] ]; }"), NixPrinter.printStrict(self[0], budget));
    }

    @Test
    void printsDeepValues() {
        int levels = 100_000;
        Object nested = 0L;
        for (int i = 0; i < levels; i++) {
            nested = i % 2 == 0 ? list(nested) : set("a", nested);
        }
        Object deep = nested;
        Values.onDeepStack(() -> assertEquals(
                "{ a = [ ".repeat(levels / 2) + "0" + " ]; }".repeat(levels / 2),
                NixPrinter.printStrict(deep, budget)));
        assertEquals(0, budget.depth());
    }

    @Test
    void namesThePathOfAFailure() {
        var source = new SourceText("app.kx", "{ spec = [ 1 { \"a b\" = throw \"no\"; } ]; }");
        var value = Values.placed(source, "spec", list(1L, set("a b", lazy(() -> {
            throw new KwixException(ErrorCode.THROWN, "no");
        }))));
        var failure = assertThrows(KwixException.class, () -> NixPrinter.printStrict(value, budget));
        assertEquals("no", failure.getMessage());
        assertEquals(
                List.of("while evaluating attribute `spec[1].\"a b\"` app.kx:1:3"),
                failure.trace().stream()
                        .map(frame -> frame.label() + " " + frame.place())
                        .toList());
    }
}
