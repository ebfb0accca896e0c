package kwix.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The models of the Kubernetes client, read from its class files: loading the classes would need all that they need. */
final class Models {

    static final String PACKAGE = "io.kubernetes.client.openapi.models.";

    private static final String FOLDER = PACKAGE.replace('.', '/');
    private static final String SERIALIZED = "Lcom/google/gson/annotations/SerializedName;";
    private static final String REQUIRED = "Ljakarta/annotation/Nonnull;";
    private static final String PROPERTY = "Lio/swagger/annotations/ApiModelProperty;";
    private static final String DESCRIPTION = "Lio/swagger/annotations/ApiModel;";

    private Models() {}

    /** All models by the names of their classes. */
    static SortedMap<String, Model> read(JarFile jar) {
        var models = new TreeMap<String, Model>();
        classes(jar, FOLDER, parsed -> {
            Model model = model(parsed);
            if (!model.fields().isEmpty()) {
                models.put(model.name(), model);
            }
        });
        return models;
    }

    /** Parses every outer class of a folder. */
    static void classes(JarFile jar, String folder, Consumer<ClassModel> use) {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            String name = entry.getName();
            if (name.startsWith(folder) && name.endsWith(".class") && name.indexOf('$') < 0) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    use.accept(ClassFile.of().parse(bytes.readAllBytes()));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(name, unreadable);
                }
            }
        }
    }

    private static Model model(ClassModel parsed) {
        Map<String, String> described = getters(parsed);
        var fields = new TreeMap<String, Model.Field>();
        for (FieldModel field : parsed.fields()) {
            String name = annotation(field, SERIALIZED, "value");
            if (name != null) {
                fields.put(
                        name,
                        new Model.Field(
                                FieldType.of(written(type(field))),
                                has(field, REQUIRED),
                                described.getOrDefault(
                                        field.fieldName().stringValue().toLowerCase(Locale.ROOT), "")));
            }
        }
        String path = parsed.thisClass().asInternalName();
        String description = annotation(parsed, DESCRIPTION, "description");
        return new Model(path.substring(FOLDER.length()), description == null ? "" : description, fields);
    }

    /** Descriptions stand at getters, whose names are those of the fields but for case and the first word. */
    private static Map<String, String> getters(ClassModel parsed) {
        var described = new HashMap<String, String>();
        for (MethodModel method : parsed.methods()) {
            String text = annotation(method, PROPERTY, "value");
            if (text != null) {
                String name = method.methodName().stringValue();
                described.put(name.substring(name.startsWith("is") ? 2 : 3).toLowerCase(Locale.ROOT), text);
            }
        }
        return described;
    }

    private static Signature type(FieldModel field) {
        return field.findAttribute(Attributes.signature())
                .map(attribute -> attribute.asTypeSignature())
                .orElseGet(() -> Signature.of(field.fieldTypeSymbol()));
    }

    private static String written(Signature type) {
        return switch (type) {
            case Signature.ArrayTypeSig array -> written(array.componentSignature()) + "[]";
            case Signature.BaseTypeSig base -> base.baseType() == 'B' ? "byte" : String.valueOf(base.baseType());
            case Signature.ClassTypeSig known -> {
                var text = new StringBuilder(known.className().replace('/', '.'));
                String before = "<";
                for (Signature.TypeArg argument : known.typeArgs()) {
                    text.append(before)
                            .append(
                                    argument instanceof Signature.TypeArg.Bounded bounded
                                            ? written(bounded.boundType())
                                            : "?");
                    before = ", ";
                }
                yield text.append(before.equals("<") ? "" : ">").toString();
            }
            default -> type.signatureString();
        };
    }

    private static boolean has(AttributedElement element, String annotation) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(each -> each.className().equalsString(annotation));
    }

    private static @Nullable String annotation(AttributedElement element, String name, String part) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(each -> each.className().equalsString(name))
                .flatMap((Annotation each) -> each.elements().stream())
                .filter((AnnotationElement each) -> each.name().equalsString(part))
                .map(each -> ((AnnotationValue.OfString) each.value()).stringValue())
                .findFirst()
                .orElse(null);
    }
}
