package kwix.kubernetes.order;

import java.util.function.Supplier;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceId;

/**
 * A resource of modules.
 *
 * @param givenName what the modules call it; its final name may be another
 * @param phase the place of its kind in the order in which a cluster should learn of kinds
 * @param place where it was defined, for messages
 */
public record RankedResource(Resource resource, String givenName, int phase, Supplier<String> place) {

    public ResourceId id() {
        return resource.id();
    }
}
