package kwix.kubernetes.resource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which kinds belong to no namespace: those of Kubernetes itself, and those that definitions among the resources say so of. */
public final class KindScope {

    private static final Set<String> CLUSTER_WIDE = Set.of(
            "APIService.apiregistration.k8s.io",
            "CSIDriver.storage.k8s.io",
            "CSINode.storage.k8s.io",
            "CertificateSigningRequest.certificates.k8s.io",
            "ClusterRole.rbac.authorization.k8s.io",
            "ClusterRoleBinding.rbac.authorization.k8s.io",
            "ClusterTrustBundle.certificates.k8s.io",
            "CustomResourceDefinition.apiextensions.k8s.io",
            "DeviceClass.resource.k8s.io",
            "DeviceTaintRule.resource.k8s.io",
            "FlowSchema.flowcontrol.apiserver.k8s.io",
            "GatewayClass.gateway.networking.k8s.io",
            "IPAddress.networking.k8s.io",
            "IngressClass.networking.k8s.io",
            "MutatingAdmissionPolicy.admissionregistration.k8s.io",
            "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "MutatingWebhookConfiguration.admissionregistration.k8s.io",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PriorityClass.scheduling.k8s.io",
            "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
            "ResourceSlice.resource.k8s.io",
            "RuntimeClass.node.k8s.io",
            "ServiceCIDR.networking.k8s.io",
            "StorageClass.storage.k8s.io",
            "StorageVersion.internal.apiserver.k8s.io",
            "StorageVersionMigration.storagemigration.k8s.io",
            "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
            "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
            "VolumeAttachment.storage.k8s.io",
            "VolumeAttributesClass.storage.k8s.io");

    private final Set<String> defined = new HashSet<>();

    private KindScope() {}

    /** @param resources among which definitions are looked for */
    public static KindScope of(List<Resource> resources) {
        var scope = new KindScope();
        for (Resource resource : resources) {
            DefinedKind kind = DefinedKind.of(resource);
            if (kind != null && "Cluster".equals(resource.text("spec", "scope"))) {
                scope.defined.add(kind.qualified());
            }
        }
        return scope;
    }

    /** Of a kind that nothing is known of it is assumed that it belongs to namespaces, as most do. */
    public boolean isClusterWide(ResourceId id) {
        return CLUSTER_WIDE.contains(id.qualifiedKind()) || defined.contains(id.qualifiedKind());
    }
}
