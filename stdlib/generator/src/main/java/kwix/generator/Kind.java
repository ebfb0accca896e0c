package kwix.generator;

/**
 * A kind of resources, in one version of its API.
 *
 * @param group empty for the core
 * @param model the class
 */
record Kind(String name, String group, String version, String plural, boolean namespaced, String model) {

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The name of the files of this group and version: groups differ in their first words. */
    String file() {
        return (group.isEmpty() ? "core" : group.replaceFirst("\\..*", "")) + "-" + version;
    }
}
