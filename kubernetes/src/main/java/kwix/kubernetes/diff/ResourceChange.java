package kwix.kubernetes.diff;

import java.util.List;
import kwix.kubernetes.resource.Resource;

/** What became of a resource. */
public sealed interface ResourceChange {

    /** The resource as it is now, or as it was when it is gone. */
    Resource resource();

    record Added(Resource resource) implements ResourceChange {}

    record Removed(Resource resource) implements ResourceChange {}

    record Changed(Resource from, Resource resource, List<FieldChange> fields) implements ResourceChange {}
}
