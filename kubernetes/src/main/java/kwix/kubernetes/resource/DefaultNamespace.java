package kwix.kubernetes.resource;

import java.util.ArrayList;
import java.util.List;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;

/** Gives resources that name no namespace, but belong to one, the one that they would be applied to. */
public final class DefaultNamespace {

    private DefaultNamespace() {}

    public static List<Resource> given(List<Resource> resources, String namespace) {
        KindScope scope = KindScope.of(resources);
        var given = new ArrayList<Resource>();
        for (Resource resource : resources) {
            ResourceId id = resource.id();
            given.add(id.namespace().isEmpty() && !scope.isClusterWide(id) ? in(namespace, resource) : resource);
        }
        return given;
    }

    private static Resource in(String namespace, Resource resource) {
        ResourceId id = resource.id();
        var named = new AttributeSetBuilder().put("namespace", namespace).build();
        AttributeSet metadata = ((AttributeSet) resource.fields().forced("metadata")).update(named);
        var fields = new AttributeSetBuilder().put("metadata", metadata).build();
        return new Resource(
                new ResourceId(id.group(), id.kind(), namespace, id.name()),
                resource.apiVersion(),
                resource.fields().update(fields),
                resource.origin());
    }
}
