package kwix.kubernetes.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kwix.kubernetes.resource.Resource;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.Equality;
import kwix.language.value.ListValue;
import kwix.language.value.NullValue;
import org.jspecify.annotations.Nullable;

/** Compares values field by field. A field that is null is one that is not there, as it is to the API. */
final class FieldComparison {

    private final Budget budget;
    private final List<FieldChange> changes = new ArrayList<>();

    private FieldComparison(Budget budget) {
        this.budget = budget;
    }

    static List<FieldChange> of(Resource from, Resource to, Budget budget) {
        var comparison = new FieldComparison(budget);
        comparison.sets(FieldPath.ROOT, from.fields(), to.fields());
        return comparison.changes;
    }

    private boolean same(FieldPath path, Object from, Object to) {
        budget.poll();
        var inner = new FieldComparison(budget);
        inner.values(path, from, to);
        return inner.changes.isEmpty();
    }

    private void values(FieldPath path, Object from, Object to) {
        if (from instanceof AttributeSet left && to instanceof AttributeSet right) {
            sets(path, left, right);
        } else if (from instanceof ListValue left && to instanceof ListValue right) {
            lists(path, left, right);
        } else if (!Equality.equal(from, to, budget) && !(Quantity.isAt(path) && Quantity.same(from, to))) {
            changes.add(new FieldChange.Changed(path, from, to));
        }
    }

    private void sets(FieldPath path, AttributeSet from, AttributeSet to) {
        Set<String> names = new TreeSet<>();
        for (AttributeSet set : List.of(from, to)) {
            for (int i = 0; i < set.size(); i++) {
                names.add(set.name(i));
            }
        }
        for (String name : names) {
            field(path.field(name), present(from.forced(name)), present(to.forced(name)));
        }
    }

    private static @Nullable Object present(@Nullable Object value) {
        return value == NullValue.NULL ? null : value;
    }

    private void field(FieldPath path, @Nullable Object from, @Nullable Object to) {
        if (from != null && to != null) {
            values(path, from, to);
        } else if (to != null) {
            changes.add(new FieldChange.Added(path, to));
        } else if (from != null) {
            changes.add(new FieldChange.Removed(path, from));
        }
    }

    private void lists(FieldPath path, ListValue from, ListValue to) {
        List<Map<String, Object>> known = MergeKeys.match(path, from, to);
        if (known == null) {
            unnamed(path, elements(from), elements(to));
        } else {
            named(path, known.getFirst(), known.getLast());
        }
    }

    private void named(FieldPath path, Map<String, Object> from, Map<String, Object> to) {
        to.forEach((label, element) -> field(path.element(label), from.get(label), element));
        from.forEach((label, element) -> {
            if (!to.containsKey(label)) {
                changes.add(new FieldChange.Removed(path.element(label), element));
            }
        });
        List<String> before = from.keySet().stream().filter(to::containsKey).toList();
        List<String> after = to.keySet().stream().filter(from::containsKey).toList();
        if (MergeKeys.ordered(path) && !before.equals(after)) {
            changes.add(new FieldChange.Reordered(path, before, after));
        }
    }

    private static List<Object> elements(ListValue list) {
        var elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(list.force(i));
        }
        return elements;
    }

    private void unnamed(FieldPath path, List<Object> from, List<Object> to) {
        List<CommonElements.Pair> common =
                new ArrayList<>(CommonElements.of(from, to, (left, right) -> same(path.element(""), left, right)));
        common.add(new CommonElements.Pair(from.size(), to.size()));
        int left = 0;
        int right = 0;
        for (CommonElements.Pair pair : common) {
            between(path, from.subList(left, pair.left()), to.subList(right, pair.right()), left, right);
            left = pair.left() + 1;
            right = pair.right() + 1;
        }
    }

    /** What stands between two elements that both lists have: as far as there are as many, elements that changed. */
    private void between(FieldPath path, List<Object> from, List<Object> to, int left, int right) {
        int both = Math.min(from.size(), to.size());
        for (int i = 0; i < both; i++) {
            values(path.element(String.valueOf(right + i)), from.get(i), to.get(i));
        }
        for (int i = both; i < from.size(); i++) {
            changes.add(new FieldChange.Removed(path.element(String.valueOf(left + i)), from.get(i)));
        }
        for (int i = both; i < to.size(); i++) {
            changes.add(new FieldChange.Added(path.element(String.valueOf(right + i)), to.get(i)));
        }
    }
}
