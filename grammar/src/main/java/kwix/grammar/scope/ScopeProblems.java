package kwix.grammar.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.Diagnostic.Edit;
import kwix.grammar.diagnostic.Diagnostic.Related;
import kwix.grammar.diagnostic.Diagnostic.Severity;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
import kwix.grammar.tree.Tree;

/** Words for what the analysis finds wrong. */
final class ScopeProblems {

    private static final int MANY = 100;

    /** So many names are compared with each other faster than they are put into a map. */
    private static final int FEW = 16;

    private final List<Diagnostic> diagnostics;

    ScopeProblems(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether so much is wrong already that further suggestions help nobody. */
    boolean areMany() {
        return diagnostics.size() >= MANY;
    }

    void undefined(String name, int start, int end, List<String> near) {
        diagnostics.add(new Diagnostic(
                SyntaxCode.UNDEFINED_VARIABLE,
                Severity.ERROR,
                "The variable `" + name + "` is not defined.",
                start,
                end,
                List.of(),
                near.isEmpty() ? null : "Did you mean " + listed(near) + "?",
                near.isEmpty() ? null : new Edit(start, end, near.get(0))));
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return "`"
                + (last == 0 ? names.get(0) : String.join("`, `", names.subList(0, last)) + "` or `" + names.get(last))
                + "`";
    }

    void duplicateFormals(Parameter.Formals formals) {
        if (formals.formals().size() <= FEW && !repeats(formals)) {
            return;
        }
        Map<String, Tree> seen = new HashMap<>();
        if (formals.alias() != null) {
            seen.put(formals.alias().name(), formals.alias());
        }
        for (Formal formal : formals.formals()) {
            Tree earlier = seen.putIfAbsent(formal.name(), formal);
            if (earlier != null) {
                int end = formal.start() + formal.name().length();
                diagnostics.add(new Diagnostic(
                        SyntaxCode.DUPLICATE_FORMAL,
                        Severity.ERROR,
                        "The function names its parameter `" + formal.name() + "` twice.",
                        formal.start(),
                        end,
                        List.of(new Related(earlier.start(), earlier.end(), "also named here")),
                        "Remove or rename one of the two.",
                        null));
            }
        }
    }

    private static boolean repeats(Parameter.Formals formals) {
        List<Formal> names = formals.formals();
        Parameter.Named alias = formals.alias();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).name();
            if (alias != null && alias.name().equals(name)) {
                return true;
            }
            for (int j = 0; j < i; j++) {
                if (names.get(j).name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
