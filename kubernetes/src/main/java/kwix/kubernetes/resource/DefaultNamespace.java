package kwix.kubernetes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Expect;

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
        AttributeSet metadata = Expect.set(Objects.requireNonNull(resource.field("metadata"), "resources have names"));
        var fields = new AttributeSetBuilder()
                .put("metadata", metadata.update(named))
                .build();
        return new Resource(
                new ResourceId(id.group(), id.kind(), namespace, id.name()),
                resource.apiVersion(),
                resource.fields().update(fields),
                resource.origin());
    }
}
