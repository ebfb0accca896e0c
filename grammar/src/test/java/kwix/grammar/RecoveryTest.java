package kwix.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.grammar.parse.Parser;
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * In broken sources all that is whole survives: every {@code keepN = N;} among the bindings of the outermost set, every
 * {@code deepN = N;} anywhere.
 */
class RecoveryTest {

    private static final Pattern MARKED = Pattern.compile("\\b((keep|deep)\\d+) = (\\d+)");

    @TestFactory
    Stream<DynamicTest> siblingsSurvive() throws IOException {
        return Cases.sources("cases/recovery").stream()
                .map(file -> DynamicTest.dynamicTest(Cases.name(file), () -> check(file)));
    }

    @Test
    void thereAreManyBrokenSources() throws IOException {
        assertTrue(Cases.sources("cases/recovery").size() >= 40);
    }

    private static void check(Path file) throws IOException {
        SyntaxTree tree = Parser.parse(Cases.read(file));
        assertTrue(tree.hasErrors());
        var keep = new ArrayList<String>();
        var deep = new ArrayList<String>();
        var marked = MARKED.matcher(tree.source().text());
        while (marked.find()) {
            (marked.group(2).equals("keep") ? keep : deep).add(marked.group(1) + "=" + marked.group(3));
        }
        assertTrue(tree.root() instanceof Expression.AttributeSetLiteral, () -> "the root is " + tree.root());
        var found = new ArrayList<String>();
        collect(((Expression.AttributeSetLiteral) tree.root()).bindings(), found);
        assertEquals(
                keep, found.stream().filter(name -> name.startsWith("keep")).toList());
        var all = new ArrayList<String>();
        visit(tree.root(), all);
        assertEquals(deep, all.stream().filter(name -> name.startsWith("deep")).toList());
    }

    private static void collect(List<Binding> bindings, List<String> found) {
        for (Binding binding : bindings) {
            if (binding instanceof Binding.Definition definition
                    && definition.path().names().getFirst() instanceof AttributeName.Static name
                    && definition.value() instanceof Expression.IntegerLiteral value) {
                found.add(name.name() + "=" + value.value());
            }
        }
    }

    private static void visit(List<Binding> bindings, List<String> found) {
        collect(bindings, found);
        for (Binding binding : bindings) {
            if (binding instanceof Binding.Definition definition) {
                visit(definition.value(), found);
            }
        }
    }

    private static void visit(Expression expression, List<String> found) {
        switch (expression) {
            case Expression.AttributeSetLiteral set -> visit(set.bindings(), found);
            case Expression.Let let -> {
                visit(let.bindings(), found);
                visit(let.body(), found);
            }
            case Expression.LegacyLet let -> visit(let.bindings(), found);
            case Expression.Apply apply -> {
                visit(apply.function(), found);
                apply.arguments().forEach(argument -> visit(argument, found));
            }
            case Expression.ListLiteral list -> list.elements().forEach(element -> visit(element, found));
            case Expression.Parenthesized parenthesized -> visit(parenthesized.inner(), found);
            case Expression.Binary binary -> {
                visit(binary.left(), found);
                visit(binary.right(), found);
            }
            case Expression.With with -> {
                visit(with.namespace(), found);
                visit(with.body(), found);
            }
            case Expression.Lambda lambda -> visit(lambda.body(), found);
            case Expression.StringLiteral string ->
                string.parts().forEach(part -> {
                    if (part instanceof StringPart.Interpolation interpolation) {
                        visit(interpolation.expression(), found);
                    }
                });
            default -> {}
        }
    }
}
