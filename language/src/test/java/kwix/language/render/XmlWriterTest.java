package kwix.language.render;

import static kwix.language.render.Values.bytes;
import static kwix.language.render.Values.lazy;
import static kwix.language.render.Values.list;
import static kwix.language.render.Values.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.EvaluationContext;
import kwix.language.value.FunctionValue.FormalParameter;
import kwix.language.value.NullValue;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import org.junit.jupiter.api.Test;

/** The expected texts are the reference's own for the same expressions. */
class XmlWriterTest {

    private final EvaluationContext context = Values.context();

    private static Place place(SourceText source, String text) {
        int start = source.text().indexOf(text);
        return new Place(source, start, start + text.length());
    }

    private static Object function(Place place, boolean further, String argument, String... names) {
        return new Values.Lambda(place) {
            @Override
            public List<FormalParameter> formals() {
                return java.util.Arrays.stream(names)
                        .map(name -> new FormalParameter(name, false, place))
                        .toList();
            }

            @Override
            public String argumentName() {
                return argument;
            }

            @Override
            public boolean acceptsFurtherNames() {
                return further;
            }
        };
    }

    private static Object simple(Place place) {
        return new Values.Lambda(place) {
            @Override
            public String argumentName() {
                return "x";
            }
        };
    }

    @Test
    void writesAsTheCommandDoes() {
        var source = new SourceText("«string»", """
            { a = [ 1 1.5 "x" ./f.txt null true (x: x) ({b,a?1,...}@s: 1) ({a}@s: 1) builtins.map (builtins.map 1) ]; }\
            """);
        var value = Values.placed(
                source,
                "a",
                list(
                        1L,
                        1.5,
                        "x",
                        new PathValue("/tmp/f.txt"),
                        NullValue.NULL,
                        true,
                        simple(place(source, "x: x")),
                        function(place(source, "{b,a"), true, "s", "b", "a"),
                        function(place(source, "{a}"), false, "s", "a"),
                        Values.identity()));
        assertEquals("""
            <?xml version='1.0' encoding='utf-8'?>
            <expr>
              <attrs>
                <attr column="3" line="1" name="a">
                  <list>
                    <int value="1" />
                    <float value="1.5" />
                    <string value="x" />
                    <path value="/tmp/f.txt" />
                    <null />
                    <bool value="true" />
                    <function column="38" line="1">
                      <varpat name="x" />
                    </function>
                    <function column="45" line="1">
                      <attrspat ellipsis="1" name="s">
                        <attr name="a" />
                        <attr name="b" />
                      </attrspat>
                    </function>
                    <function column="64" line="1">
                      <attrspat name="s">
                        <attr name="a" />
                      </attrspat>
                    </function>
                    <unevaluated />
                  </list>
                </attr>
              </attrs>
            </expr>
            """, XmlWriter.print(value, true, true, context));
    }

    @Test
    void namesFilesAndEscapes() {
        var source = new SourceText("/tmp/é.nix", "{\n  \"<&>\" = 1; }");
        assertEquals(
                bytes("""
                    <?xml version='1.0' encoding='utf-8'?>
                    <expr>
                      <attrs>
                        <attr column="4" line="2" name="&lt;&amp;&gt;" path="/tmp/é.nix">
                          <string value="&quot;'é&#xA;\t\r\u0001" />
                        </attr>
                      </attrs>
                    </expr>
                    """.replace("\\r", "\r")),
                XmlWriter.print(Values.placed(source, "<&>", bytes("\"'é\n\t\r\u0001")), true, true, context));
    }

    @Test
    void showsDerivationsOnce() {
        var derivation = set("type", "derivation", "drvPath", "/d", "outPath", new PathValue("/o"));
        var unnamed = set("type", "derivation", "drvPath", 1L);
        assertEquals("""
            <?xml version='1.0' encoding='utf-8'?>
            <expr>
              <list>
                <derivation drvPath="/d">
                  <attr name="drvPath">
                    <string value="/d" />
                  </attr>
                  <attr name="outPath">
                    <path value="/o" />
                  </attr>
                  <attr name="type">
                    <string value="derivation" />
                  </attr>
                </derivation>
                <derivation drvPath="/d">
                  <repeated />
                </derivation>
                <derivation>
                  <repeated />
                </derivation>
              </list>
            </expr>
            """, ContextString.text(XmlWriter.write(list(derivation, derivation, unnamed), context)));
    }

    @Test
    void leavesUnevaluatedWhatNobodyNeeded() {
        var value = list(1L, lazy(() -> 2L), Values.identity(), set("a", lazy(() -> 1L)));
        assertEquals("""
            <?xml version='1.0' encoding='utf-8'?>
            <expr>
              <list>
                <int value="1" />
                <unevaluated />
                <unevaluated />
                <attrs>
                  <attr name="a">
                    <unevaluated />
                  </attr>
                </attrs>
              </list>
            </expr>
            """, XmlWriter.print(value, false, false, context));
    }

    @Test
    void keepsContextAndRefusesValuesWithoutEnd() {
        var needed = StringContext.of(new ContextElement.Plain("/nix/store/1-x"));
        assertEquals(needed, ContextString.context(XmlWriter.write(list(ContextString.of("x", needed)), context)));
        var holder = new AttributeSet[1];
        holder[0] = set("a", lazy(() -> holder[0]));
        var failure = assertThrows(KwixException.class, () -> XmlWriter.write(holder[0], context));
        assertEquals(ErrorCode.CALL_DEPTH, failure.code());
    }
}
