package kwix.grammar.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.Resolution.Builtin;
import kwix.grammar.scope.Resolution.FromWith;
import kwix.grammar.scope.Resolution.Local;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Expression.AttributeSetLiteral;
import kwix.grammar.tree.Expression.Binary;
import kwix.grammar.tree.Expression.Lambda;
import kwix.grammar.tree.Expression.Let;
import kwix.grammar.tree.Expression.ListLiteral;
import kwix.grammar.tree.Expression.Variable;
import kwix.grammar.tree.Expression.With;
import kwix.grammar.tree.SyntaxTree;
import org.junit.jupiter.api.Test;

class ScopeAnalysisTest {

    private static final Set<String> NAMES = Set.of("builtins", "map", "true", "toString", "__sub", "__attrNames");

    private record Analysed(SyntaxTree tree, Scopes scopes) {

        Expression root() {
            return tree.root();
        }

        Resolution of(Expression variable) {
            return scopes.resolution((Variable) variable);
        }
    }

    private static Analysed analyse(String text, String... roots) {
        SyntaxTree tree = Parser.parse(new SourceText("test", text));
        assertEquals(List.of(), tree.diagnostics());
        return new Analysed(tree, ScopeAnalysis.analyse(tree, new GlobalNames(NAMES, List.of(roots))));
    }

    /** A local variable's slot, wherever it is defined. */
    private record Slot(int depth, int slot) {

        static Slot of(Resolution resolution) {
            var local = assertInstanceOf(Local.class, resolution);
            return new Slot(local.depth(), local.slot());
        }
    }

    @Test
    void knowsWhereNamesAreBound() {
        var analysed = analyse("all@{ p ? 1 }: let a.b = p; in [ all p a ]");
        var let = (Let) ((Lambda) analysed.root()).body();
        var list = (ListLiteral) let.body();
        assertEquals(
                List.of(
                        new Resolution.Definition(0, 3, true),
                        new Resolution.Definition(6, 7, true),
                        new Resolution.Definition(19, 22, false)),
                list.elements().stream()
                        .map(element -> ((Local) analysed.of(element)).definition())
                        .toList());
    }

    private static Diagnostic onlyProblem(String text) {
        List<Diagnostic> diagnostics = analyse(text).scopes.diagnostics();
        assertEquals(1, diagnostics.size(), diagnostics::toString);
        return diagnostics.getFirst();
    }

    @Test
    void countsFunctionsOutwards() {
        var analysed = analyse("{ a }: { b }: [ a b ]");
        var outer = (Lambda) analysed.root();
        var inner = (Lambda) outer.body();
        var list = (ListLiteral) inner.body();
        assertEquals(new Slot(1, 1), Slot.of(analysed.of(list.elements().get(0))));
        assertEquals(new Slot(0, 1), Slot.of(analysed.of(list.elements().get(1))));
        assertEquals(2, analysed.scopes.function(outer).size());
        assertEquals(-1, analysed.scopes.function(inner).parameterSlot());
    }

    @Test
    void givesParametersThatFollowEachOtherOneEnvironment() {
        var analysed = analyse("a: (b: { c }: let d = c; in [ a b c d ])");
        var first = (Lambda) analysed.root();
        Lambda second = Objects.requireNonNull(first.furtherLambda());
        var third = (Lambda) second.body();
        var list = (ListLiteral) ((Let) third.body()).body();
        for (int i = 0; i < 4; i++) {
            assertEquals(new Slot(0, i + 1), Slot.of(analysed.of(list.elements().get(i))));
        }
        assertTrue(analysed.scopes.function(first).continued());
        assertTrue(analysed.scopes.function(second).continued());
        assertFalse(analysed.scopes.function(third).continued());
        assertEquals(5, analysed.scopes.function(first).size());
    }

    @Test
    void beginsAnotherEnvironmentAfterEightParameters() {
        var analysed = analyse("a: b: c: d: e: f: g: h: i: [ a i ]");
        var lambda = (Lambda) analysed.root();
        while (lambda.furtherLambda() != null) {
            lambda = lambda.furtherLambda();
        }
        var list = (ListLiteral) lambda.body();
        assertEquals(new Slot(1, 1), Slot.of(analysed.of(list.elements().get(0))));
        assertEquals(new Slot(0, 1), Slot.of(analysed.of(list.elements().get(1))));
    }

    @Test
    void hoistsLetsIntoTheirFunction() {
        var analysed = analyse("x: let a = x; in let b = a; in b");
        var lambda = (Lambda) analysed.root();
        var outer = (Let) lambda.body();
        var inner = (Let) outer.body();
        assertEquals(new Slot(0, 3), Slot.of(analysed.of(inner.body())));
        assertEquals(4, analysed.scopes.function(lambda).size());
        assertEquals(2, analysed.scopes.bindings(outer).attributes().getFirst().slot());
    }

    @Test
    void givesFormalsSlotsInTheirOrder() {
        var analysed = analyse("{ b, a ? b, ... } @ all: [ all b a ]");
        var lambda = (Lambda) analysed.root();
        FunctionScope scope = analysed.scopes.function(lambda);
        assertEquals(1, scope.parameterSlot());
        assertEquals(
                List.of(2, 3),
                java.util.Arrays.stream(scope.formalSlots()).boxed().toList());
        var list = (ListLiteral) lambda.body();
        assertEquals(new Slot(0, 1), Slot.of(analysed.of(list.elements().get(0))));
        assertEquals(new Slot(0, 2), Slot.of(analysed.of(list.elements().get(1))));
    }

    @Test
    void withNeverHidesLexicalNamesOrBuiltins() {
        var analysed = analyse("a: with a; [ a map b ]");
        var with = (With) ((Lambda) analysed.root()).body();
        var list = (ListLiteral) with.body();
        assertEquals(new Slot(0, 1), Slot.of(analysed.of(list.elements().get(0))));
        assertEquals(new Builtin("map"), analysed.of(list.elements().get(1)));
        assertEquals(
                new FromWith(List.of(new Local(0, analysed.scopes.slot(with), null))),
                analysed.of(list.elements().get(2)));
    }

    @Test
    void innerWithsComeFirstAcrossFunctions() {
        var analysed = analyse("a: with a; b: with b; c");
        var outer = (With) ((Lambda) analysed.root()).body();
        var function = (Lambda) outer.body();
        var inner = (With) function.body();
        assertEquals(
                new FromWith(List.of(
                        new Local(0, analysed.scopes.slot(inner), null),
                        new Local(1, analysed.scopes.slot(outer), null))),
                analysed.of(inner.body()));
    }

    @Test
    void rootNamesHideBuiltinsAndAreHiddenByTheFile() {
        var analysed = analyse("[ map x (let x = 1; in x) ]", "map", "x");
        var list = (ListLiteral) analysed.root();
        assertEquals(new Slot(0, 1), Slot.of(analysed.of(list.elements().get(0))));
        assertEquals(new Slot(0, 2), Slot.of(analysed.of(list.elements().get(1))));
        assertEquals(4, analysed.scopes.root().size());
    }

    @Test
    void plainInheritMeansTheNameOutside() {
        var analysed = analyse("a: rec { inherit a; b = a; }");
        var set = (AttributeSetLiteral) ((Lambda) analysed.root()).body();
        BindingGroup group = analysed.scopes.bindings(set);
        assertEquals(
                new BindingGroup.Value.Inherited(new Local(0, 1, new Resolution.Definition(0, 1, true))),
                group.attributes().get(0).value());
        var value = (BindingGroup.Value.Written) group.attributes().get(1).value();
        assertEquals(new Slot(0, 2), Slot.of(analysed.of(value.expression())));
    }

    @Test
    void sourcesOfInheritSeeTheRecursiveNames() {
        var analysed = analyse("rec { inherit (a) b; a = { b = 1; }; }");
        BindingGroup group = analysed.scopes.bindings((AttributeSetLiteral) analysed.root());
        assertEquals(
                new Local(0, group.attributes().get(1).slot(), new Resolution.Definition(21, 22, false)),
                analysed.of(group.sources().getFirst()));
        assertEquals(1, group.sourceSlots().length);
        assertEquals(
                new BindingGroup.Value.InheritedFrom(0),
                group.attributes().get(0).value());
    }

    @Test
    void pathsJoinTheScopeOfAnEarlierRecursiveSet() {
        var analysed = analyse("{ a = rec { b = 1; }; a.c = b; }");
        BindingGroup group = analysed.scopes.bindings((AttributeSetLiteral) analysed.root());
        assertEquals(1, group.attributes().size());
        var nested = (BindingGroup.Value.Nested) group.attributes().getFirst().value();
        assertTrue(nested.group().recursive());
        assertNotNull(nested.literal());
        var joined =
                (BindingGroup.Value.Written) nested.group().attributes().get(1).value();
        assertInstanceOf(Local.class, analysed.of(joined.expression()));
    }

    @Test
    void aLaterRecursiveSetDoesNotMakeItsNamesVisible() {
        assertEquals(
                "The variable `b` is not defined.",
                onlyProblem("{ a.c = b; a = rec { b = 1; }; }").message());
    }

    @Test
    void operatorsUseTheirNamesOnlyWhereBound() {
        var analysed = analyse("[ (1 - 2) (let __sub = a: b: 3; in 1 - 2) ]");
        var list = (ListLiteral) analysed.root();
        var plain = (Binary) ((Expression.Parenthesized) list.elements().get(0)).inner();
        assertNull(analysed.scopes.overrides(plain));
        var let = (Let) ((Expression.Parenthesized) list.elements().get(1)).inner();
        assertEquals(
                new Scopes.Overrides(new Local(0, 1, new Resolution.Definition(15, 20, false)), null),
                analysed.scopes.overrides((Binary) let.body()));
    }

    @Test
    void searchPathsUseTheirNamesWhereBound() {
        var analysed = analyse("let __nixPath = [ ]; in <a>");
        assertEquals(
                new Scopes.Overrides(
                        new Builtin("__findFile"), new Local(0, 1, new Resolution.Definition(4, 13, false))),
                analysed.scopes.overrides(((Let) analysed.root()).body()));
    }

    @Test
    void undefinedNamesComeWithSuggestions() {
        Diagnostic problem = onlyProblem("let replicas = 3; in relpicas");
        assertEquals(SyntaxCode.UNDEFINED_VARIABLE, problem.code());
        assertEquals("The variable `relpicas` is not defined.", problem.message());
        assertEquals("Did you mean `replicas`?", problem.hint());
        assertEquals(new Diagnostic.Edit(21, 29, "replicas"), problem.edit());
    }

    @Test
    void builtinsThatAreNoGlobalsAreSuggestedWithTheirSet() {
        assertEquals(
                "Did you mean `builtins.attrNames`?",
                onlyProblem("attrNames { }").hint());
        assertEquals("Did you mean `toString`?", onlyProblem("tostring 1").hint());
    }

    @Test
    void nothingNearNoSuggestion() {
        assertNull(onlyProblem("qqqqqq").hint());
    }

    @Test
    void duplicatesNameBothPlaces() {
        Diagnostic problem = onlyProblem("{ a.b = 1; a = { b = 2; }; }");
        assertEquals(SyntaxCode.DUPLICATE_ATTRIBUTE, problem.code());
        assertEquals("The attribute `a.b` is defined twice.", problem.message());
        assertEquals(2, problem.related().getFirst().start());
        assertEquals(17, problem.start());
    }

    @Test
    void duplicateParametersNameBothPlaces() {
        Diagnostic problem = onlyProblem("a @ { b, a }: 1");
        assertEquals(SyntaxCode.DUPLICATE_FORMAL, problem.code());
        assertEquals(9, problem.start());
        assertEquals(0, problem.related().getFirst().start());
    }

    @Test
    void currentPositionIsNoVariable() {
        var analysed = analyse("let __curPos = 1; in __curPos");
        assertEquals(new Resolution.CurrentPosition(), analysed.of(((Let) analysed.root()).body()));
    }
}
