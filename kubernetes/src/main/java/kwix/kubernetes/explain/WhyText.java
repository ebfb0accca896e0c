package kwix.kubernetes.explain;

import java.util.List;

/** The reasons for something, for people: each below what it led to. */
public final class WhyText {

    private final StringBuilder out = new StringBuilder();

    private WhyText() {}

    /** The text, UTF-16. */
    public static String of(SubjectPath path, Explanations explanations) {
        Subject subject = explanations.switchOf(explanations.find(path));
        if (subject.kind() == Subject.Kind.GROUP) {
            return ExplainText.group(subject);
        }
        var text = new WhyText();
        text.head(subject);
        List<Reason> reasons = Reason.of(subject, explanations);
        if (reasons.isEmpty()) {
            text.line(0, "Nothing defines it.");
        }
        boolean defaultOnly =
                reasons.stream().allMatch(reason -> reason.definition().isDefault());
        if (defaultOnly && !reasons.isEmpty()) {
            text.line(0, "No module says otherwise.");
        }
        reasons.forEach(reason -> text.reason(reason, 1));
        return text.out.toString();
    }

    private void head(Subject subject) {
        if (subject.isResource()) {
            line(0, subject.title() + " is there, because of");
            return;
        }
        String how = Boolean.TRUE.equals(subject.value())
                ? " is on"
                : Boolean.FALSE.equals(subject.value()) ? " is off" : " is " + subject.shown();
        line(0, subject.title() + how + ", because of");
    }

    private void reason(Reason reason, int depth) {
        Definition definition = reason.definition();
        String what = reason.subject().isResource()
                ? "a definition"
                : reason.subject().title() + " = " + definition.shown();
        String fate = definition.applies() ? "" : ", which does not count: its condition does not hold";
        line(
                depth,
                what + " (" + (definition.isDefault() ? "option default" : place(definition)) + ")" + fate
                        + (reason.seen() ? ", told above" : ""));
        reason.reasons().forEach(each -> reason(each, depth + 1));
    }

    private static String place(Definition definition) {
        return definition.position() + (definition.priority() == 100 ? "" : ", " + definition.priorityName());
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
