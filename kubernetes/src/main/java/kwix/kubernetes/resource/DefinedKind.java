package kwix.kubernetes.resource;

import org.jspecify.annotations.Nullable;

/** The kind that a custom resource definition defines. */
public record DefinedKind(String group, String kind) {

    private static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";

    /** Null when the resource is no definition, or does not say of what. */
    public static @Nullable DefinedKind of(Resource resource) {
        if (!resource.id().qualifiedKind().equals(DEFINITION)) {
            return null;
        }
        String group = resource.text("spec", "group");
        String kind = resource.text("spec", "names", "kind");
        return group == null || kind == null ? null : new DefinedKind(group, kind);
    }

    /** As in {@link ResourceId#qualifiedKind}. */
    public String qualified() {
        return kind + "." + group;
    }
}
