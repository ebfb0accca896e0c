package kwix.kubernetes.order;

import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceId;

/**
 * A resource of modules.
 *
 * @param givenName what the modules call it; its final name may be another
 * @param phase the place of its kind in the order in which a cluster should learn of kinds
 */
public record RankedResource(Resource resource, String givenName, int phase) {

    public ResourceId id() {
        return resource.id();
    }
}
