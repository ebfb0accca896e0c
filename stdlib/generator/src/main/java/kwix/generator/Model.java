package kwix.generator;

import java.util.Map;

/**
 * A class of the Kubernetes client that stands for a part of a resource.
 *
 * @param name of the class, such as {@code V1PodSpec}
 * @param fields by their names in JSON, sorted
 */
record Model(String name, String description, Map<String, Field> fields) {

    record Field(FieldType type, boolean required, String description) {}
}
