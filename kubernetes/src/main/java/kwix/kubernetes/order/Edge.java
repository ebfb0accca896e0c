package kwix.kubernetes.order;

import kwix.kubernetes.resource.ResourceId;

/**
 * That one resource needs another.
 *
 * @param field the field of {@code from} that says so, such as {@code metadata.namespace}
 */
public record Edge(ResourceId from, ResourceId to, Origin origin, String field) {

    /** What an edge is known from. */
    public enum Origin {
        /** A resource lies in a namespace. */
        NAMESPACE,
        /** A resource is of a kind that another one defines. */
        DEFINITION,
        /** A field holds the other's name. */
        REFERENCE,
        /** A field selects the other by its labels. */
        SELECTOR,
        /** A string was made from the other. */
        CONTEXT
    }
}
