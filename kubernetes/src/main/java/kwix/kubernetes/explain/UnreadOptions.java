package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * Options that somebody set although nothing has read them when all was evaluated. Who is not sure says nothing: an option counts as read
 * when anything of it was, and only definitions are told of that the project's own files give it by their own words.
 */
public final class UnreadOptions {

    /** Options of which a part may be read only when it is wrong. */
    private static final Set<String> APART = Set.of("kubernetes", "_module", "assertions", "warnings");

    private static final String SWITCH = "enable";
    private static final String NOTHING_ELSE = "";

    /** A weaker definition is a module's suggestion. */
    private static final int ORDINARY = 100;

    /** @param off the option that turns off what the option is about; empty when there is none */
    private record Candidate(List<String> path, String off) {}

    private final List<Candidate> candidates = new ArrayList<>();

    private UnreadOptions() {}

    /** Paths of options, to be asked before anything else looks at them. @param options of an evaluation that is done */
    public static UnreadOptions of(AttributeSet options) {
        var unread = new UnreadOptions();
        for (int i = 0; i < options.size(); i++) {
            if (!APART.contains(options.name(i))) {
                unread.node(options.value(i), null, NOTHING_ELSE);
            }
        }
        return unread;
    }

    public boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** @param written the definitions of what is around it, which name the options that are worth a look; null for all */
    private void node(Object stored, @Nullable List<AttributeSet> written, String off) {
        if (Thunk.force(stored) instanceof AttributeSet set) {
            if (OptionIndex.isOption(set)) {
                option(set, off);
            } else {
                group(set, written, off);
            }
        }
    }

    private void group(AttributeSet group, @Nullable List<AttributeSet> written, String off) {
        String nearest = switchedOff(group);
        String cause = nearest == null ? off : nearest;
        if (written == null) {
            for (int i = 0; i < group.size(); i++) {
                node(group.value(i), null, cause);
            }
            return;
        }
        for (String name : names(written)) {
            Object below = group.get(name);
            if (below != null) {
                node(below, attribute(written, name), cause);
            }
        }
    }

    private static Set<String> names(List<AttributeSet> written) {
        var names = new LinkedHashSet<String>();
        for (AttributeSet set : written) {
            for (int i = 0; i < set.size(); i++) {
                names.add(set.name(i));
            }
        }
        return names;
    }

    private static List<AttributeSet> attribute(List<AttributeSet> written, String name) {
        var values = new ArrayList<AttributeSet>();
        for (AttributeSet set : written) {
            Object value = set.get(name);
            if (value != null) {
                addSets(value, values);
            }
        }
        return values;
    }

    /** The sets that a definition amounts to where its conditions hold. */
    private static void addSets(Object stored, List<AttributeSet> sets) {
        try {
            if (!(Thunk.force(stored) instanceof AttributeSet set)) {
                return;
            }
            String property = set.get("_type") == null ? "" : String.valueOf(set.forced("_type"));
            switch (property) {
                case "" -> sets.add(set);
                case "override", "order" -> addSets(Objects.requireNonNull(set.get("content")), sets);
                case "definition" -> addSets(Objects.requireNonNull(set.get("value")), sets);
                case "if" -> {
                    if (Boolean.TRUE.equals(set.forced("condition"))) {
                        addSets(Objects.requireNonNull(set.get("content")), sets);
                    }
                }
                case "merge" -> {
                    if (set.forced("contents") instanceof ListValue contents) {
                        for (int i = 0; i < contents.size(); i++) {
                            addSets(contents.get(i), sets);
                        }
                    }
                }
                default -> {}
            }
        } catch (KwixException nothingKnown) {
            return;
        }
    }

    /** The path of the option that turns a group off, if there is one and it does. */
    private static @Nullable String switchedOff(AttributeSet group) {
        Object option = group.has(SWITCH) ? Thunk.known(Objects.requireNonNull(group.get(SWITCH))) : null;
        return option instanceof AttributeSet set
                        && OptionIndex.isOption(set)
                        && Boolean.FALSE.equals(OptionIndex.known(set, "value"))
                ? String.join(".", OptionReads.path(set))
                : null;
    }

    private void option(AttributeSet option, String off) {
        if (OptionIndex.EVALUATED.stream().noneMatch(name -> OptionIndex.known(option, name) != null)) {
            if (isSet(option)) {
                candidates.add(new Candidate(OptionReads.path(option), off));
            }
        } else if (OptionIndex.known(option, "value") != null
                && option.forced("candidates") instanceof ListValue definitions) {
            var written = new ArrayList<AttributeSet>();
            for (int i = 0; i < definitions.size(); i++) {
                if (definitions.force(i) instanceof AttributeSet definition) {
                    addSets(Objects.requireNonNull(definition.get("value")), written);
                }
            }
            inside(Objects.requireNonNull(option.get("valueMeta")), written, off);
        }
    }

    private static boolean isSet(AttributeSet option) {
        return option.forced("candidates") instanceof ListValue all
                && all.size() > (option.has("default") ? 1 : 0)
                && !Boolean.TRUE.equals(option.forced("internal"))
                && !Boolean.FALSE.equals(option.forced("visible"));
    }

    private void inside(Object meta, List<AttributeSet> written, String off) {
        if (!(Thunk.force(meta) instanceof AttributeSet set)) {
            return;
        }
        if (set.forced("configuration") instanceof AttributeSet configuration
                && configuration.forced("options") instanceof AttributeSet options) {
            group(options, written, off);
        }
        if (set.forced("attrs") instanceof AttributeSet attributes) {
            for (String name : names(written)) {
                Object element = attributes.get(name);
                if (element != null) {
                    inside(element, attribute(written, name), off);
                }
            }
        }
    }

    /** A sentence for each cause. @param explanations of the same evaluation */
    public List<String> sentences(Explanations explanations) {
        Map<String, List<String>> byCause = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            String set = set(candidate.path(), explanations);
            if (set != null) {
                byCause.computeIfAbsent(candidate.off(), ignored -> new ArrayList<>())
                        .add(set);
            }
        }
        return byCause.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String sentence(String off, List<String> set) {
        return String.join(", ", set)
                + (set.size() == 1 ? " is set" : " are set")
                + (off.isEmpty()
                        ? ", but nothing reads " + (set.size() == 1 ? "it" : "them")
                        : ", which has no effect while `" + off + "` is false");
    }

    /** The option with the places where the project sets it; null when it does not. */
    private static @Nullable String set(List<String> path, Explanations explanations) {
        Subject option = explanations.read(path);
        if (option == null) {
            return null;
        }
        List<String> places = option.winners().stream()
                .filter(definition -> definition.priority() <= ORDINARY
                        && definition.onWay()
                        && definition.position().line() > 0
                        && !option.declared().contains(definition.position().file() + ":")
                        && !definition.position().file().startsWith("<"))
                .map(definition -> definition.position().toString())
                .distinct()
                .toList();
        return places.isEmpty() ? null : "`" + option.title() + "` (" + String.join(" and ", places) + ")";
    }
}
