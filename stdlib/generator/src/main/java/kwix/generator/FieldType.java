package kwix.generator;

import java.util.List;
import java.util.stream.Stream;

/** What a field of a model holds. */
sealed interface FieldType {

    /** A value without parts. */
    enum Scalar implements FieldType {
        ANY("java.lang.Object"),
        BOOLEAN("java.lang.Boolean"),
        BYTES("byte[]"),
        INT_OR_STRING("io.kubernetes.client.custom.IntOrString"),
        INTEGER("java.lang.Integer"),
        LONG("java.lang.Long"),
        NUMBER("java.lang.Double"),
        QUANTITY("io.kubernetes.client.custom.Quantity"),
        STRING("java.lang.String"),
        TIME("java.time.OffsetDateTime");

        private final String java;

        Scalar(String java) {
            this.java = java;
        }
    }

    /** @param model the simple name of a class */
    record Reference(String model) implements FieldType {}

    record ListOf(FieldType element) implements FieldType {}

    record MapOf(FieldType value) implements FieldType {}

    /** The models that are named. */
    default Stream<String> references() {
        return switch (this) {
            case Scalar scalar -> Stream.of();
            case Reference(String model) -> Stream.of(model);
            case ListOf(FieldType element) -> element.references();
            case MapOf(FieldType value) -> value.references();
        };
    }

    /** @param java the type as Java writes it, such as {@code java.util.List<java.lang.String>} */
    static FieldType of(String java) {
        for (Scalar scalar : Scalar.values()) {
            if (scalar.java.equals(java)) {
                return scalar;
            }
        }
        for (String list : List.of("java.util.List<", "java.util.Set<")) {
            if (java.startsWith(list)) {
                return new ListOf(of(java.substring(list.length(), java.length() - 1)));
            }
        }
        String map = "java.util.Map<java.lang.String, ";
        if (java.startsWith(map)) {
            return new MapOf(of(java.substring(map.length(), java.length() - 1)));
        }
        if (java.startsWith(Models.PACKAGE)) {
            return new Reference(java.substring(Models.PACKAGE.length()));
        }
        throw new IllegalArgumentException("a field has a type that is not known: " + java);
    }
}
