package kwix.generator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a field of a model holds. */
sealed interface FieldType {

    /** A value without parts. */
    enum Scalar implements FieldType {
        ANY,
        BOOLEAN,
        BYTES,
        INT_OR_STRING,
        INTEGER,
        LONG,
        NUMBER,
        QUANTITY,
        STRING,
        TIME
    }

    Map<String, Scalar> SCALARS = Map.ofEntries(
            Map.entry("java.lang.Object", Scalar.ANY),
            Map.entry("java.lang.Boolean", Scalar.BOOLEAN),
            Map.entry("byte[]", Scalar.BYTES),
            Map.entry("io.kubernetes.client.custom.IntOrString", Scalar.INT_OR_STRING),
            Map.entry("java.lang.Integer", Scalar.INTEGER),
            Map.entry("java.lang.Long", Scalar.LONG),
            Map.entry("java.lang.Double", Scalar.NUMBER),
            Map.entry("io.kubernetes.client.custom.Quantity", Scalar.QUANTITY),
            Map.entry("java.lang.String", Scalar.STRING),
            Map.entry("java.time.OffsetDateTime", Scalar.TIME));

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
        Scalar scalar = SCALARS.get(java);
        if (scalar != null) {
            return scalar;
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
