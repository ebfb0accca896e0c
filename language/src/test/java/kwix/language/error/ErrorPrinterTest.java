package kwix.language.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class ErrorPrinterTest {

    private static final SourceText APP = new SourceText("/home/me/app.kx", """
        let
          f = x: x.foo;
          wide = { spec = {
            replicas = 1;
          }; };
        in
        f { bar = 1; }
        """);

    private static final SourceText LIBRARY =
            new SourceText("/opt/kwix/lib/lists.kx", "{\n  head = list: throw \"empty\";\n}\n");

    private final ErrorPrinter printer =
            new ErrorPrinter(new SourceNames("/home/me", List.of("/opt/kwix/")), false, false);
    private final ErrorPrinter tracer =
            new ErrorPrinter(new SourceNames("/home/me", List.of("/opt/kwix/")), true, false);

    private static Place place(SourceText source, String text) {
        int start = source.text().indexOf(text);
        return new Place(source, start, start + text.length());
    }

    private static KwixException missing() {
        return new KwixException(ErrorCode.MISSING_ATTRIBUTE, "The attribute `foo` is missing.");
    }

    private static TraceFrame calling(String name, SourceText source, String text) {
        return new TraceFrame("while calling `" + name + "`", place(source, text), false);
    }

    @Test
    void showsTheCauseWhatExplainsItAndWhatToDo() {
        var failure = missing()
                .at(place(APP, "x.foo"))
                .withRelated(place(APP, "{ bar = 1; }"), "the set is built here")
                .withHint("Did you mean `bar`?");
        failure.addFrame(calling("f", APP, "f { bar"));
        assertEquals("""
            error[KX0106]: The attribute `foo` is missing.
             --> app.kx:2:10
              |
            2 |   f = x: x.foo;
              |          ^^^^^
             --> app.kx:7:3: the set is built here
              |
            7 | f { bar = 1; }
              |   ------------
            hint: Did you mean `bar`?

            trace, from the cause outwards:
              while calling `f` (app.kx:7:1)
            """, printer.print(failure));
    }

    @Test
    void needsNoPlace() {
        assertEquals(
                "error[KX0127]: Cannot write `out`.\n",
                printer.print(new KwixException(ErrorCode.OUTPUT, "Cannot write `out`.")));
    }

    @Test
    void marksTheEndsOfSpansOverSeveralLines() {
        assertEquals("""
            error[KX0106]: The attribute `foo` is missing.
             --> app.kx:3:10
              |
            3 |   wide = { spec = {
              |          ^^^^^^^^^^
            …
            5 |   }; };
              |   ^^^^
            """, printer.print(missing().at(place(APP, "{ spec = {\n    replicas = 1;\n  }; }"))));
    }

    @Test
    void alignsMarksBelowTabsAndWideCharacters() {
        var source = new SourceText("«string»", "\t\"é\" + \"日本\" + e\u0301 + x.foo\r\n");
        assertEquals("""
            error[KX0106]: The attribute `foo` is missing.
             --> «string»:1:26
              |
            1 |     "é" + "日本" + e\u0301 + x.foo
              |                        ^^^^^
            """, printer.print(missing().at(place(source, "x.foo"))));
    }

    @Test
    void cutsLongLinesAroundTheSpan() {
        var source = new SourceText("a.kx", "a ".repeat(100) + "x.foo" + " b".repeat(100));
        assertEquals(
                "error[KX0106]: The attribute `foo` is missing.\n --> a.kx:1:201\n  |\n1 | …" + "a ".repeat(15)
                        + "x.foo" + " b".repeat(32) + " …\n  | " + " ".repeat(31) + "^^^^^\n",
                printer.print(missing().at(place(source, "x.foo"))));
    }

    @Test
    void marksTheEndOfTheSource() {
        var source = new SourceText("a.kx", "{ a = 1;\n");
        assertEquals(
                "error[KX0106]: The attribute `foo` is missing.\n --> a.kx:2:1\n  |\n2 |\n  | ^\n",
                printer.print(missing().at(new Place(source, 9, 9))));
    }

    @Test
    void showsTheReadersOwnSourceWhenTheLibraryFails() {
        var failure = new KwixException(ErrorCode.THROWN, "empty").at(place(LIBRARY, "throw \"empty\""));
        failure.addFrame(calling("builtins.throw", LIBRARY, "throw"));
        failure.addFrame(calling("head", APP, "x.foo"));
        failure.addFrame(new TraceFrame("while making the app\nof me", place(LIBRARY, "{"), true));
        failure.addFrame(calling("g", LIBRARY, "head"));
        failure.addFrame(calling("f", APP, "f { bar"));
        assertEquals("""
            error[KX0101]: empty
             --> app.kx:2:10: while calling `head`
              |
            2 |   f = x: x.foo;
              |          ^^^^^
             --> <kwix/lib/lists.kx>:2:16: the error arose here

            trace, from the cause outwards:
              … 1 step in the standard library
              while calling `head` (app.kx:2:10)
              while making the app
              of me (<kwix/lib/lists.kx>:1:1)
              … 1 step in the standard library
              while calling `f` (app.kx:7:1)
            (--show-trace shows the whole trace, `kwix explain KX0101` what this error means)
            """, printer.print(failure));
    }

    @Test
    void foldsRepetitions() {
        var failure = missing();
        for (int i = 0; i < 1000; i++) {
            failure.addFrame(calling("f", APP, "x.foo"));
        }
        failure.addFrame(calling("main", APP, "f { bar"));
        assertEquals("""
            error[KX0106]: The attribute `foo` is missing.
             --> app.kx:2:10: while calling `f`
              |
            2 |   f = x: x.foo;
              |          ^^^^^

            trace, from the cause outwards:
              while calling `f` (app.kx:2:10)
              … 999 more
              while calling `main` (app.kx:7:1)
            (--show-trace shows the whole trace, `kwix explain KX0106` what this error means)
            """, printer.print(failure));
    }

    @Test
    void needsNoStepForThePlaceThatIsShownAnyway() {
        var failure = missing().at(place(APP, "f { bar"));
        failure.addFrame(calling("f", APP, "f { bar"));
        assertEquals(false, printer.print(failure).contains("trace"));
        assertEquals(true, tracer.print(failure).contains("trace"));
    }

    @Test
    void foldsMutualRecursion() {
        var failure = missing().at(place(APP, "wide"));
        for (int i = 0; i < 50; i++) {
            failure.addFrame(calling("even", APP, "x.foo"));
            failure.addFrame(calling("odd", APP, "f { bar"));
        }
        String text = printer.print(failure);
        assertEquals("""
            trace, from the cause outwards:
              while calling `even` (app.kx:2:10)
              while calling `odd` (app.kx:7:1)
              … these 2 steps 49 more times
            (--show-trace shows the whole trace, `kwix explain KX0106` what this error means)
            """, text.substring(text.indexOf("trace")));
    }

    @Test
    void foldsTheMiddleOfALongTraceButNotTheProgramsOwnWords() {
        var failure = missing().at(place(APP, "wide"));
        for (int i = 0; i < 30; i++) {
            failure.addFrame(i == 20 ? new TraceFrame("while deploying", null, true) : calling("f" + i, APP, "x.foo"));
        }
        String text = printer.print(failure);
        assertEquals("""
              while calling `f7` (app.kx:2:10)
              … 12 more steps
              while deploying
              … 6 more steps
              while calling `f27` (app.kx:2:10)
            """, text.substring(text.indexOf("  while calling `f7`"), text.indexOf("  while calling `f28`")));
    }

    @Test
    void showsAllOfTheTraceOnDemandAndTheCauseAgainAtItsEnd() {
        var failure = missing().at(place(APP, "x.foo"));
        for (int i = 0; i < 300; i++) {
            failure.addFrame(calling("f", APP, "x.foo"));
        }
        String text = tracer.print(failure);
        assertEquals(220, text.split("while calling `f`", -1).length - 1);
        assertEquals(true, text.contains("\n  … 80 frames between\n"), text);
        assertEquals(true, text.endsWith("\n\nerror[KX0106]: The attribute `foo` is missing.\n"), text);
    }

    @Test
    void listsTheHopsOfACycleInShort() {
        var failure = new KwixException(ErrorCode.INFINITE_RECURSION, "A value needs itself.").at(place(APP, "x.foo"));
        for (int i = 0; i < 20; i++) {
            failure.withRelated(place(APP, "f { bar"), "which needs this value");
        }
        String text = printer.print(failure);
        assertEquals(
                " --> app.kx:7:1: which needs this value\n … 7 more places\n --> app.kx:7:1: which needs this value\n",
                text.substring(text.indexOf(" …") - " --> app.kx:7:1: which needs this value\n".length()));
    }

    @Test
    void showsEveryProblemOfAFile() {
        int at = APP.text().indexOf("x.foo");
        var undefined = new Diagnostic(
                SyntaxCode.UNDEFINED_VARIABLE,
                Severity.ERROR,
                "The variable `x` is not defined.",
                at,
                at + 1,
                List.of(new Diagnostic.Related(6, 7, "a function of that name is here")),
                "Did you mean `f`?",
                null);
        var duplicate = new Diagnostic(
                SyntaxCode.DUPLICATE_ATTRIBUTE, Severity.WARNING, "`f` is defined twice.", 6, 7, List.of(), null, null);
        var failure = new KwixException(ErrorCode.SYNTAX, "app.kx cannot be read.")
                .at(new Place(APP, at, at + 1))
                .withDiagnostics(List.of(undefined, duplicate));
        failure.addFrame(new TraceFrame("while importing", place(LIBRARY, "head"), false));
        assertEquals("""
            error[KX0002]: The variable `x` is not defined.
             --> app.kx:2:10
              |
            2 |   f = x: x.foo;
              |          ^
              |   - a function of that name is here
            hint: Did you mean `f`?

            warning[KX0003]: `f` is defined twice.
             --> app.kx:2:3
              |
            2 |   f = x: x.foo;
              |   ^
            (--show-trace shows the whole trace, `kwix explain KX0100` what this error means)
            """, printer.print(failure));
        assertEquals("error[KX0002]: The variable `x` is not defined.\n", printer.headline(failure));
    }

    @Test
    void coloursOnlyOnDemand() {
        var failure = new KwixException(ErrorCode.THROWN, "\u001b[1mbold\u001b[0m").at(place(APP, "x.foo"));
        assertEquals("error[KX0101]: bold\n", printer.headline(failure));
        var coloured = new ErrorPrinter(SourceNames.ABSOLUTE, false, true);
        assertEquals(
                "\u001b[1;31merror[KX0101]\u001b[0m\u001b[1m: \u001b[1mbold\u001b[0m\u001b[0m\n",
                coloured.headline(failure));
        assertEquals(true, coloured.print(failure).contains("/home/me/app.kx:2:10"));
    }
}
