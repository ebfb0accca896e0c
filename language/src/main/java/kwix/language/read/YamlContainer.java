package kwix.language.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.language.error.Place;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A list or mapping that is being read. */
final class YamlContainer {

    private static final String MERGE = "<<";

    private final YamlSource source;
    private final CollectionStartEvent start;
    private final boolean mapping;
    private final List<Object> elements = new ArrayList<>();
    private final AttributeSetBuilder attributes = new AttributeSetBuilder();
    private final Map<String, Mark> keys = new HashMap<>();
    private List<AttributeSet> merged = List.of();
    private @Nullable String key;
    private @Nullable Place keyPlace;
    private boolean isMerge;
    private boolean wasMerged;
    private long weight = 1;

    YamlContainer(YamlSource source, CollectionStartEvent start, boolean mapping) {
        this.source = source;
        this.start = start;
        this.mapping = mapping;
    }

    CollectionStartEvent start() {
        return start;
    }

    /** How many values there are in it, itself included. */
    long weight() {
        return weight;
    }

    boolean wantsKey() {
        return mapping && key == null;
    }

    void mergeKey(Mark begin, Mark end) {
        if (wasMerged) {
            throw source.fails("the merge key `<<` stands here a second time", begin, end)
                    .withHint("A list merges several: `<<: [*a, *b]`.");
        }
        wasMerged = true;
        isMerge = true;
        key = MERGE;
    }

    void key(String name, Mark begin, Mark end) {
        Mark before = keys.put(name, begin);
        if (before != null) {
            throw source.fails(
                            "the key " + Describe.quoted(name) + " is already there, " + source.where(before),
                            begin,
                            end)
                    .withSubject(Describe.text(name));
        }
        key = name;
        keyPlace = source.attribute(begin, end);
    }

    void add(Object value, long valueWeight, Mark begin, Mark end) {
        weight += valueWeight;
        String name = key;
        if (name == null) {
            elements.add(value);
        } else if (isMerge) {
            merged = mergeable(value, begin, end);
        } else {
            attributes.put(name, value, keyPlace);
        }
        key = null;
        isMerge = false;
    }

    private List<AttributeSet> mergeable(Object value, Mark begin, Mark end) {
        if (value instanceof AttributeSet set) {
            return List.of(set);
        }
        if (value instanceof ListValue list) {
            var sets = new ArrayList<AttributeSet>(list.size());
            for (int i = 0; i < list.size(); i++) {
                if (!(list.force(i) instanceof AttributeSet set)) {
                    throw notMergeable(list.force(i), begin, end);
                }
                sets.add(set);
            }
            return sets;
        }
        throw notMergeable(value, begin, end);
    }

    private RuntimeException notMergeable(Object value, Mark begin, Mark end) {
        return source.fails("the merge key `<<` takes mappings, but this is " + Describe.value(value), begin, end);
    }

    /** The complete value. The mapping's own keys win over merged ones, and earlier merged mappings over later ones. */
    Object value() {
        if (!mapping) {
            return ListValue.of(elements);
        }
        for (AttributeSet set : merged) {
            for (int i = 0; i < set.size(); i++) {
                attributes.put(set.name(i), set.value(i), set.place(i));
            }
        }
        return attributes.build();
    }
}
