package kwix.kubernetes.diff;

import java.util.List;
import java.util.Map;
import kwix.kubernetes.resource.Resource;

/**
 * Fields that the API server does not let anybody change: the resource has to be deleted and made again. Source: the validation of updates
 * in Kubernetes 1.36, by the descriptions of the API.
 */
final class ImmutableFields {

    private static final List<List<String>> SELECTOR = List.of(List.of("spec", "selector"));

    /** By kind, with its group. */
    private static final Map<String, List<List<String>>> PATHS = Map.ofEntries(
            Map.entry("Deployment.apps", SELECTOR),
            Map.entry("ReplicaSet.apps", SELECTOR),
            Map.entry("DaemonSet.apps", SELECTOR),
            Map.entry(
                    "StatefulSet.apps",
                    List.of(
                            List.of("spec", "selector"),
                            List.of("spec", "serviceName"),
                            List.of("spec", "podManagementPolicy"),
                            List.of("spec", "volumeClaimTemplates"))),
            Map.entry(
                    "Job.batch",
                    List.of(
                            List.of("spec", "selector"),
                            List.of("spec", "template"),
                            List.of("spec", "completionMode"))),
            Map.entry(
                    "PersistentVolumeClaim",
                    List.of(
                            List.of("spec", "accessModes"),
                            List.of("spec", "selector"),
                            List.of("spec", "storageClassName"),
                            List.of("spec", "volumeMode"))),
            Map.entry("Secret", List.of(List.of("type"))),
            Map.entry("RoleBinding.rbac.authorization.k8s.io", List.of(List.of("roleRef"))),
            Map.entry("ClusterRoleBinding.rbac.authorization.k8s.io", List.of(List.of("roleRef"))),
            Map.entry("IngressClass.networking.k8s.io", List.of(List.of("spec", "controller"))),
            Map.entry(
                    "StorageClass.storage.k8s.io",
                    List.of(List.of("provisioner"), List.of("parameters"), List.of("volumeBindingMode"))),
            Map.entry("PriorityClass.scheduling.k8s.io", List.of(List.of("value"), List.of("preemptionPolicy"))),
            Map.entry(
                    "CustomResourceDefinition.apiextensions.k8s.io",
                    List.of(List.of("spec", "group"), List.of("spec", "scope"))));

    private ImmutableFields() {}

    static boolean contain(Resource resource, FieldChange change) {
        List<String> names = change.path().names();
        return PATHS.getOrDefault(resource.id().qualifiedKind(), List.of()).stream()
                .anyMatch(path -> names.size() >= path.size()
                        && names.subList(0, path.size()).equals(path));
    }
}
