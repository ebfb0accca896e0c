package kwix.conformance.random;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kwix.conformance.random.Comparison.Disagreement;
import kwix.conformance.random.Reference.Answer;
import kwix.grammar.parse.Parser;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.StringPart;
import kwix.grammar.tree.SyntaxTree;
import kwix.grammar.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Makes a program on which Kwix and the reference disagree smaller, as long as they disagree in the same way. */
record Shrinking(Reference reference, Comparison comparison) {

    private static final int ROUNDS = 40;
    private static final int CANDIDATES_A_ROUND = 20;
    private static final List<String> SIMPLEST = List.of("1", "null", "\"\"", "[ ]", "{ }", "(x: x)");

    Disagreement shrink(Disagreement found) throws IOException, InterruptedException {
        Disagreement smallest = found;
        for (int round = 0; round < ROUNDS; round++) {
            Disagreement smaller = smaller(smallest);
            if (smaller == null) {
                return smallest;
            }
            smallest = smaller;
        }
        return smallest;
    }

    private @Nullable Disagreement smaller(Disagreement given) throws IOException, InterruptedException {
        // The reference costs a process for every failure, so only those are asked about that give here what the
        // program gives.
        List<String> candidates = candidates(given.program()).stream()
                .filter(each -> each.length() < given.program().length() && !each.isBlank() && !each.startsWith("-"))
                .filter(each -> !ProgramGenerator.WHOLE_BUILTINS.matcher(each).find())
                .filter(each -> given.kind().contains(" / " + comparison.kind(each, given.strict())))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        for (int from = 0; from < candidates.size(); from += CANDIDATES_A_ROUND) {
            List<String> batch = candidates.subList(from, Math.min(from + CANDIDATES_A_ROUND, candidates.size()));
            List<@Nullable Answer> answers = reference.ask(batch, given.strict());
            for (int i = 0; i < batch.size(); i++) {
                Answer answer = answers.get(i);
                if (answer != null) {
                    Disagreement found = comparison
                            .compare(batch.get(i), given.strict(), answer)
                            .orElse(null);
                    if (found != null && found.kind().equals(given.kind())) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** Smaller programs: parts in place of the whole, the simplest values, parts left out. */
    private static Set<String> candidates(String program) {
        SyntaxTree tree = Parser.parse(new SourceText("shrinking", program));
        Set<String> found = new LinkedHashSet<>();
        if (tree.hasErrors()) {
            for (int length = program.length() / 2; length > 0; length = length > 8 ? length / 2 : length - 1) {
                for (int start = 0; start + length <= program.length(); start += Math.max(1, length / 2)) {
                    found.add(cut(program, start, start + length, ""));
                }
            }
            return found;
        }
        for (Tree node : nodes(tree.root())) {
            switch (node) {
                case Expression expression -> {
                    for (String simple : SIMPLEST) {
                        found.add(cut(program, expression.start(), expression.end(), simple));
                    }
                    for (Tree part : children(expression)) {
                        replaceByParts(program, expression, part, found, 3);
                    }
                }
                case Binding binding -> found.add(cut(program, binding.start(), binding.end(), ""));
                case StringPart part -> found.add(cut(program, part.start(), part.end(), ""));
                case Formal formal -> {
                    int end = formal.end();
                    while (end < program.length() && (program.charAt(end) == ' ' || program.charAt(end) == ',')) {
                        end++;
                    }
                    found.add(cut(program, formal.start(), end, ""));
                }
                default -> {}
            }
            if (node instanceof Expression.ListLiteral list) {
                list.elements().forEach(element -> found.add(cut(program, element.start(), element.end(), "")));
            }
            if (node instanceof StringPart.Text text) {
                for (int i = text.start(); i < text.end(); i++) {
                    found.add(cut(program, i, i + 1, ""));
                }
            }
        }
        return found;
    }

    private static void replaceByParts(String program, Expression whole, Tree part, Set<String> found, int depth) {
        if (part instanceof Expression) {
            String text = program.substring(part.start(), part.end());
            found.add(cut(program, whole.start(), whole.end(), text));
            found.add(cut(program, whole.start(), whole.end(), "(" + text + ")"));
        }
        if (depth > 0) {
            children(part).forEach(child -> replaceByParts(program, whole, child, found, depth - 1));
        }
    }

    private static String cut(String text, int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    private static List<Tree> nodes(Tree root) {
        List<Tree> all = new ArrayList<>();
        all.add(root);
        for (int i = 0; i < all.size(); i++) {
            all.addAll(children(all.get(i)));
        }
        return all;
    }

    private static List<Tree> children(Tree node) {
        List<Tree> children = new ArrayList<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(node);
                if (value instanceof Tree child) {
                    children.add(child);
                } else if (value instanceof List<?> list) {
                    list.forEach(each -> {
                        if (each instanceof Tree child) {
                            children.add(child);
                        }
                    });
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return children;
    }
}
