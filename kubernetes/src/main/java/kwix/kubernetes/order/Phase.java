package kwix.kubernetes.order;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kwix.kubernetes.resource.ResourceId;

/** What kinds are for, in the order in which a cluster should learn of them when nothing else says which comes first. */
public enum Phase {
    NAMESPACE("Namespace"),
    DEFINITION("CustomResourceDefinition.apiextensions.k8s.io"),
    /** What other resources choose by its name. */
    CLASS(
            "CSIDriver.storage.k8s.io",
            "DeviceClass.resource.k8s.io",
            "GatewayClass.gateway.networking.k8s.io",
            "IngressClass.networking.k8s.io",
            "PriorityClass.scheduling.k8s.io",
            "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
            "FlowSchema.flowcontrol.apiserver.k8s.io",
            "RuntimeClass.node.k8s.io",
            "StorageClass.storage.k8s.io",
            "VolumeAttributesClass.storage.k8s.io"),
    /** What limits the pods that come after it. */
    LIMIT("LimitRange", "NetworkPolicy.networking.k8s.io", "ResourceQuota"),
    ACCOUNT("ServiceAccount"),
    ROLE("ClusterRole.rbac.authorization.k8s.io", "Role.rbac.authorization.k8s.io"),
    BINDING("ClusterRoleBinding.rbac.authorization.k8s.io", "RoleBinding.rbac.authorization.k8s.io"),
    CONFIGURATION("ConfigMap", "Secret"),
    STORAGE("PersistentVolume", "PersistentVolumeClaim"),
    SERVICE("Endpoints", "EndpointSlice.discovery.k8s.io", "Service"),
    WORKLOAD(
            "CronJob.batch",
            "DaemonSet.apps",
            "Deployment.apps",
            "Job.batch",
            "Pod",
            "PodTemplate",
            "ReplicaSet.apps",
            "ReplicationController",
            "StatefulSet.apps"),
    /** What watches over workloads. */
    KEEPING("HorizontalPodAutoscaler.autoscaling", "PodDisruptionBudget.policy"),
    ROUTE(
            "Gateway.gateway.networking.k8s.io",
            "GRPCRoute.gateway.networking.k8s.io",
            "HTTPRoute.gateway.networking.k8s.io",
            "Ingress.networking.k8s.io",
            "ReferenceGrant.gateway.networking.k8s.io"),
    /** All that has no other place, custom resources above all. */
    OTHER,
    /** What is asked about every other resource once it is there, so its service has to be there first. */
    INTERCEPTION(
            "APIService.apiregistration.k8s.io",
            "MutatingAdmissionPolicy.admissionregistration.k8s.io",
            "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "MutatingWebhookConfiguration.admissionregistration.k8s.io",
            "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
            "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "ValidatingWebhookConfiguration.admissionregistration.k8s.io");

    private static final Map<String, Phase> BY_KIND = byKind();

    private final Set<String> kinds;

    Phase(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    public static Phase of(ResourceId id) {
        return BY_KIND.getOrDefault(id.qualifiedKind(), OTHER);
    }

    private static Map<String, Phase> byKind() {
        var phases = new HashMap<String, Phase>();
        for (Phase phase : values()) {
            phase.kinds.forEach(kind -> phases.put(kind, phase));
        }
        return Map.copyOf(phases);
    }
}
