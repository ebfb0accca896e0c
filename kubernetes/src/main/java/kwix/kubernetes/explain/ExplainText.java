package kwix.kubernetes.explain;

import java.util.List;
import kwix.language.render.YamlWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** An explanation for people. */
public final class ExplainText {

    private static final int SHOWN_LINES = 20;
    private static final int SHOWN_COLUMNS = 160;

    private final Explanations explanations;
    private final EvaluationContext evaluation;
    private final StringBuilder out = new StringBuilder();

    private ExplainText(Explanations explanations, EvaluationContext evaluation) {
        this.explanations = explanations;
        this.evaluation = evaluation;
    }

    /** The text, UTF-16. */
    public static String of(SubjectPath path, Explanations explanations, EvaluationContext evaluation) {
        var text = new ExplainText(explanations, evaluation);
        text.subject(explanations.find(path));
        return text.out.toString();
    }

    private void subject(Subject subject) {
        if (subject.kind() == Subject.Kind.GROUP) {
            out.append(group(subject));
            return;
        }
        value(subject);
        line("");
        about(subject);
        if (subject.definitions().isEmpty()) {
            line(
                    subject.value() == null || subject.shown().equals("null")
                            ? "Nothing defines it."
                            : "No module defines it: it follows from the resource's place among the options.");
            return;
        }
        line("Definitions:");
        boolean several = subject.winners().size() > 1;
        subject.definitions().forEach(definition -> definition(definition, subject, several));
    }

    /** What there is to ask about in a group of options. */
    static String group(Subject group) {
        return group.below().stream()
                .map(name -> "  " + group.title() + "." + name + "\n")
                .reduce(group.title() + " is a group of options:\n", String::concat);
    }

    private void value(Subject subject) {
        if (subject.failure() != null) {
            line(subject.title() + " has no value: " + subject.failure().getMessage());
        } else if (subject.value() instanceof AttributeSet set && !set.isEmpty()
                || subject.value() instanceof ListValue list && !list.isEmpty()) {
            line(subject.title() + ":");
            nested(subject.value());
        } else {
            line(subject.title() + " = " + subject.shown());
        }
    }

    private void nested(Object value) {
        List<String> lines = Describe.text(
                        YamlWriter.document(ShownValue.of(value), evaluation).toString())
                .lines()
                .toList();
        lines.stream()
                .limit(SHOWN_LINES)
                .map(line -> line.length() > SHOWN_COLUMNS ? line.substring(0, SHOWN_COLUMNS) + "…" : line)
                .forEach(line -> line("  " + line));
        if (lines.size() > SHOWN_LINES) {
            line("  … " + (lines.size() - SHOWN_LINES) + " more lines; --format json has them all");
        }
    }

    private void about(Subject subject) {
        if (!subject.type().isEmpty()) {
            line("Type: " + subject.type());
        }
        String description = onOneLine(subject.description());
        if (!description.isEmpty()) {
            line("About: " + description);
        }
        String usual = subject.usual();
        if (usual != null) {
            line("Default: " + usual.replaceAll("\\s+", " "));
        }
        if (!subject.declared().isEmpty() && subject.kind() == Subject.Kind.OPTION) {
            line("Declared: " + subject.declared());
        }
    }

    private static String onOneLine(String description) {
        return description.replaceAll("\\s+", " ").strip();
    }

    private void definition(Definition definition, Subject subject, boolean several) {
        line("  " + definition.shown());
        line("    " + fate(definition, subject, several) + ": " + place(definition));
        List<List<String>> reads = explanations.valueReads(definition, subject);
        options("its value comes from", reads);
        options("it is there because of", explanations.reasons(definition, subject));
    }

    private static String fate(Definition definition, Subject subject, boolean several) {
        if (!definition.applies()) {
            return "does not count, its condition does not hold";
        }
        String lostAt = definition.lostAt();
        if (lostAt != null) {
            String here = String.join(".", subject.path());
            return "loses to a better priority"
                    + (lostAt.equals(here) || sameDepth(lostAt, subject) ? "" : " at " + lostAt);
        }
        return several ? "takes part" : "wins";
    }

    private static boolean sameDepth(String lostAt, Subject subject) {
        return lostAt.replace("\"", "").equals(String.join(".", subject.path()));
    }

    static String place(Definition definition) {
        return definition.position() + ", " + definition.priorityName();
    }

    private void options(String title, List<List<String>> paths) {
        if (!paths.isEmpty()) {
            line("    " + title);
            paths.forEach(path -> line("      " + option(path, explanations.read(path))));
        }
    }

    /** An option with its value, and where that was set. */
    static String option(List<String> path, @Nullable Subject option) {
        if (option == null || option.kind() == Subject.Kind.GROUP) {
            return String.join(".", path);
        }
        return option.title() + " = " + option.shown() + " (" + origin(option) + ")";
    }

    static String origin(Subject option) {
        List<Definition> winners = option.winners();
        if (winners.isEmpty()) {
            return "nothing defines it";
        }
        if (winners.stream().allMatch(Definition::isDefault)) {
            return "option default";
        }
        return String.join(
                " and ",
                winners.stream()
                        .map(definition -> definition.position().toString()
                                + (definition.priority() == 100 ? "" : ", " + definition.priorityName()))
                        .distinct()
                        .limit(3)
                        .toList());
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
