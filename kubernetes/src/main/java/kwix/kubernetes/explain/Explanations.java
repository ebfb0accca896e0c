package kwix.kubernetes.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.error.SourceNames;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/** Finds what is asked about in one evaluation, which must log who reads what. */
public final class Explanations {

    /** @param names what places are called in what is said */
    private record Source(AttributeSet subjects, AttributeSet options, SourceNames names) {}

    private static final String SWITCH = "enable";

    private final Source source;
    private final Map<List<String>, Optional<Subject>> known = new HashMap<>();

    /**
     * @param subjects the value of {@code <kwix/kubernetes/subjects.kx>} for these options
     * @param options of the evaluation
     */
    public Explanations(AttributeSet subjects, AttributeSet options, SourceNames names) {
        source = new Source(subjects, options, names);
    }

    Subject find(SubjectPath path) {
        return path.kind() == null ? option(path.names()) : resource(path);
    }

    private Subject option(List<String> path) {
        return subject("option", list(path));
    }

    private Subject resource(SubjectPath path) {
        String namespace = path.namespace();
        return subject(
                "resource",
                new AttributeSetBuilder()
                        .put("kind", SourceText.encode(Objects.requireNonNull(path.kind())))
                        .put("inNamespace", namespace == null ? NullValue.NULL : SourceText.encode(namespace))
                        .put("names", list(path.names()))
                        .build());
    }

    private Subject subject(String function, Object argument) {
        Object found = Functions.call(Objects.requireNonNull(source.subjects.get(function)), argument);
        return Subject.of((AttributeSet) Thunk.force(found), source.names);
    }

    private static ListValue list(List<String> names) {
        return ListValue.of(names.stream().map(SourceText::encode).toList());
    }

    /** The option at a path; null for one in a list, which no path names. */
    @Nullable
    Subject read(List<String> path) {
        return known.computeIfAbsent(path, wanted -> {
                    try {
                        return Optional.of(option(wanted));
                    } catch (KwixException unnamed) {
                        return Optional.empty();
                    }
                })
                .orElse(null);
    }

    /** Paths of options that the definition's value reads. */
    List<List<String>> valueReads(Definition definition, Subject subject) {
        if (!definition.applies()) {
            return List.of();
        }
        return others(
                OptionReads.of(List.of(definition.value()), !subject.isResource(), source.options, source.names),
                subject);
    }

    /** Paths of options that decide whether the definition is there. */
    List<List<String>> reasons(Definition definition, Subject subject) {
        var reasons = new ArrayList<>(
                others(OptionReads.of(definition.because(), false, source.options, source.names), subject));
        reasons.removeAll(valueReads(definition, subject));
        return reasons;
    }

    /** Without the option itself and those around it, through which every evaluation has to go. */
    private static List<List<String>> others(List<List<String>> paths, Subject subject) {
        return paths.stream()
                .filter(path -> path.size() > subject.path().size()
                        || !subject.path().subList(0, path.size()).equals(path))
                .toList();
    }

    /** Whether the definition reads options. */
    boolean leadsOn(Definition definition, Subject subject) {
        return !valueReads(definition, subject).isEmpty()
                || !reasons(definition, subject).isEmpty();
    }

    /** Of a service the option that turns it on; anything else as it is. */
    Subject switchOf(Subject subject) {
        boolean isService = switch (subject.kind()) {
            case GROUP -> subject.below().contains(SWITCH);
            case OPTION, VALUE -> subject.value() instanceof AttributeSet set && set.has(SWITCH);
            case FIELD -> false;
        };
        if (!isService) {
            return subject;
        }
        var path = new ArrayList<>(subject.path());
        path.add(SWITCH);
        return option(path);
    }
}
