package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why something is as it is: a definition that has a part in it, with what led to that in turn.
 *
 * @param subject what the definition is of
 * @param seen whether the reasons of the same option were told before
 */
record Reason(Subject subject, Definition definition, boolean seen, List<Reason> reasons) {

    /**
     * The reasons of a subject: its definitions that count; then those that would, if their conditions held. Options that are told
     * once are not told again, so that circles end.
     */
    static List<Reason> of(Subject subject, Explanations explanations) {
        return new Search(explanations).of(subject, true);
    }

    private static final class Search {

        private final Explanations explanations;
        private final Set<List<String>> told = new HashSet<>();

        Search(Explanations explanations) {
            this.explanations = explanations;
        }

        List<Reason> of(Subject subject, boolean asked) {
            told.add(subject.path());
            var reasons = new ArrayList<Reason>();
            for (Definition definition : subject.definitions()) {
                boolean speaks = definition.wins() || !definition.applies() && (asked || isOff(subject));
                // That it has a default says nothing where somebody would have set it.
                if (speaks) {
                    reasons.add(new Reason(subject, definition, false, below(definition, subject)));
                }
            }
            return reasons;
        }

        private static boolean isOff(Subject subject) {
            return Boolean.FALSE.equals(subject.value());
        }

        private List<Reason> below(Definition definition, Subject subject) {
            var paths = new LinkedHashSet<List<String>>(explanations.reasons(definition, subject));
            paths.addAll(explanations.valueReads(definition, subject));
            var reasons = new ArrayList<Reason>();
            for (List<String> path : paths) {
                Subject option = explanations.read(path);
                if (option == null || option.kind() == Subject.Kind.GROUP) {
                    continue;
                }
                if (!told.add(option.path())) {
                    option.winners().stream()
                            .findFirst()
                            .ifPresent(winner -> reasons.add(
                                    new Reason(option, winner, explanations.leadsOn(winner, option), List.of())));
                } else {
                    reasons.addAll(of(option, false));
                }
            }
            return reasons;
        }
    }
}
