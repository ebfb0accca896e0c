package kwix.kubernetes.resource;

import kwix.language.value.Describe;

/**
 * What tells an object of a cluster from all others. The version of its API does not: the same object can be read in every version that
 * its group has. Texts are bytes, one char each.
 *
 * @param group empty for the core group
 * @param namespace empty when the resource names none
 */
public record ResourceId(String group, String kind, String namespace, String name) {

    /** The kind as {@code kubectl} spells it where kinds of several groups share a name: {@code Deployment.apps}. */
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    /** The same with a name that the cluster completes; the mark behind it is part of no name. */
    public ResourceId completedByCluster() {
        return new ResourceId(group, kind, namespace, name + "*");
    }

    /** Whether objects of this group are defined by Kubernetes itself, not by a custom resource definition. */
    public boolean isBuiltIn() {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    /** For messages: {@code Deployment shop/web}. */
    @Override
    public String toString() {
        return Describe.text(kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name));
    }
}
