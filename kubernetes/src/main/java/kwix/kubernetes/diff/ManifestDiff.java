package kwix.kubernetes.diff;

import java.util.ArrayList;
import java.util.List;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceSet;
import kwix.language.value.Budget;

/** What changes when one set of resources becomes another: in the order of the new ones, and then what is gone. */
public final class ManifestDiff {

    private ManifestDiff() {}

    public static List<ResourceChange> of(ResourceSet from, ResourceSet to, Budget budget) {
        var changes = new ArrayList<ResourceChange>();
        for (Resource resource : to.all()) {
            Resource before = from.get(resource.id());
            Resource now = SecretValues.hidden(resource);
            if (before == null) {
                changes.add(new ResourceChange.Added(now));
                continue;
            }
            Resource was = SecretValues.hidden(before);
            List<FieldChange> fields = FieldComparison.of(was, now, budget);
            if (!fields.isEmpty()) {
                changes.add(new ResourceChange.Changed(was, now, fields));
            }
        }
        for (Resource resource : from.all()) {
            if (to.get(resource.id()) == null) {
                changes.add(new ResourceChange.Removed(SecretValues.hidden(resource)));
            }
        }
        return changes;
    }
}
