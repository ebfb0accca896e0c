package kwix.kubernetes.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import org.jspecify.annotations.Nullable;

/** Resources of which no two are the same object of a cluster, in their order. */
public final class ResourceSet {

    private final Map<ResourceId, Resource> resources = new LinkedHashMap<>();

    private ResourceSet() {}

    /** Refuses two resources with one identity. */
    public static ResourceSet of(List<Resource> resources) {
        var set = new ResourceSet();
        for (Resource resource : resources) {
            Resource before = set.resources.putIfAbsent(resource.id(), resource);
            if (before != null) {
                throw twice(before, resource);
            }
        }
        return set;
    }

    public List<Resource> all() {
        return List.copyOf(resources.values());
    }

    /** The resource with this identity, or null. */
    public @Nullable Resource get(ResourceId id) {
        return resources.get(id);
    }

    private static KwixException twice(Resource first, Resource second) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "The resource " + first.id() + " is there twice: it is "
                                + first.origin().text() + " and "
                                + second.origin().text() + ".")
                .at(second.origin().place())
                .withRelated(first.origin().place(), "the first is here")
                .withHint("Give one of them another name or namespace, or leave one out.");
    }
}
