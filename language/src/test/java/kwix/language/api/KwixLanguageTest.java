package kwix.language.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What embedders see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KwixLanguageTest {

    private Engine engine;
    private Context context;

    @BeforeAll
    void open() {
        engine = Engine.newBuilder()
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context = Context.newBuilder(KwixLanguage.ID).engine(engine).build();
    }

    @AfterAll
    void close() {
        engine.close(true);
    }

    @Test
    void setsHaveMembers() {
        Value set = context.eval(KwixLanguage.ID, "{ b = 1 + 1; a = \"é\"; }");
        assertEquals(Set.of("a", "b"), set.getMemberKeys());
        assertEquals(2, set.getMember("b").asInt());
        assertEquals("é", set.getMember("a").asString());
        assertFalse(set.hasMember("c"));
    }

    @Test
    void listsHaveElements() {
        Value list = context.eval(KwixLanguage.ID, "[ 1 2.5 true null ]");
        assertEquals(4, list.getArraySize());
        assertEquals(2.5, list.getArrayElement(1).asDouble());
        assertTrue(list.getArrayElement(3).isNull());
    }

    @Test
    void functionsAreCurried() {
        assertEquals(
                3, context.eval(KwixLanguage.ID, "a: b: a + b").execute(1, 2).asInt());
        assertEquals(
                "ab", context.eval(KwixLanguage.ID, "x: x + \"b\"").execute("a").asString());
    }

    @Test
    void displayingEvaluatesNothing() {
        assertEquals(
                "{ a = <CODE>; }",
                context.eval(KwixLanguage.ID, "{ a = throw \"evaluated\"; }").toString());
    }

    @Test
    void failuresAreGuestExceptions() {
        var failure = assertThrows(PolyglotException.class, () -> context.eval(KwixLanguage.ID, "1 + null"));
        assertTrue(failure.isGuestException());
        assertFalse(failure.isInternalError());
        assertEquals("null", failure.getSourceLocation().getCharacters().toString());
    }

    @Test
    void contextsOfOneEngineDoNotShareState() {
        try (var other = Context.newBuilder(KwixLanguage.ID).engine(engine).build()) {
            assertEquals(3, other.eval(KwixLanguage.ID, "1 + 2").asInt());
        }
        assertEquals(4, context.eval(KwixLanguage.ID, "2 + 2").asInt());
    }
}
