package kwix.kubernetes.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kwix.language.error.Place;
import kwix.language.error.SourceNames;
import kwix.language.value.AttributeSet;
import kwix.language.value.ListValue;
import kwix.language.value.LoggedThunk;
import kwix.language.value.Thunk;

/**
 * Which options an evaluation read on its way to a value: those that the program's own expressions name. What the module system itself
 * reads in order to merge them leads nowhere, and what options read for their own values is theirs.
 */
final class OptionReads {

    /** Where the machinery is written that every value of every option passes through. */
    private static final List<String> MACHINERY = List.of(
            "<kwix/lib/modules/",
            "<kwix/lib/types/",
            "<kwix/lib/options/",
            "<kwix/kubernetes/merging/",
            "<kwix/kubernetes/resources.kx>");

    /** Where conditions around many definitions are handed on to each of them. */
    private static final String PROPERTIES = "<kwix/lib/modules/properties.kx>";

    /** Larger values are looked at only from outside. */
    private static final int MOST_PARTS = 500;

    private final OptionIndex index;
    private final SourceNames names;
    private final Set<LoggedThunk> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<List<String>> found = new LinkedHashSet<>();

    private OptionReads(OptionIndex index, SourceNames names) {
        this.index = index;
        this.names = names;
    }

    /**
     * The paths of options.
     *
     * @param values as they are stored, after they were evaluated
     * @param deep whether what the values hold belongs to them
     */
    static List<List<String>> of(Collection<?> values, boolean deep, AttributeSet options, SourceNames names) {
        var reads = new OptionReads(new OptionIndex(options), names);
        for (Object value : values) {
            if (deep) {
                reads.whole(value);
            } else {
                reads.follow(value);
            }
        }
        return reads.nearest();
    }

    /** Without options around others: who looks into a set of options has to read that first. */
    private List<List<String>> nearest() {
        return found.stream()
                .filter(path -> found.stream()
                        .noneMatch(other -> other.size() > path.size()
                                && other.subList(0, path.size()).equals(path)))
                .toList();
    }

    private void whole(Object value) {
        var waiting = new ArrayDeque<Object>(List.of(value));
        Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!waiting.isEmpty() && parts.size() < MOST_PARTS) {
            Object part = waiting.poll();
            follow(part);
            Object known = Thunk.known(part);
            if (known instanceof AttributeSet set && parts.add(set)) {
                for (int i = 0; i < set.size(); i++) {
                    waiting.add(set.value(i));
                }
            } else if (known instanceof ListValue list && parts.add(list)) {
                for (int i = 0; i < list.size(); i++) {
                    waiting.add(list.get(i));
                }
            }
        }
    }

    private void follow(Object value) {
        if (!(value instanceof LoggedThunk first)) {
            return;
        }
        var waiting = new ArrayDeque<LoggedThunk>(List.of(first));
        while (!waiting.isEmpty()) {
            LoggedThunk thunk = waiting.poll();
            if (!seen.add(thunk) || isOption(thunk)) {
                continue;
            }
            List<LoggedThunk> reads = thunk.reads();
            if (isMachinery(thunk)) {
                reads.forEach(this::isOption);
            } else {
                // In the order in which they were read, before what else waits.
                for (LoggedThunk read : reads.reversed()) {
                    waiting.addFirst(read);
                }
            }
        }
    }

    private boolean isOption(LoggedThunk thunk) {
        AttributeSet option = index.owner(thunk);
        if (option == null) {
            return false;
        }
        List<String> path = path(option);
        if (!path.contains("_module")) {
            found.add(path);
        }
        return true;
    }

    private boolean isMachinery(LoggedThunk thunk) {
        Place place = thunk.place();
        if (place == null) {
            return false;
        }
        String shown = names.shown(place.source());
        return !shown.equals(PROPERTIES) && MACHINERY.stream().anyMatch(shown::startsWith);
    }

    static List<String> path(AttributeSet option) {
        var path = new ArrayList<String>();
        if (option.forced("loc") instanceof ListValue loc) {
            for (int i = 0; i < loc.size(); i++) {
                path.add((String) loc.force(i));
            }
        }
        return path;
    }
}
