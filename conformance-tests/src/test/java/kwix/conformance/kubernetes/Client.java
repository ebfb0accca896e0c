package kwix.conformance.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/** The models of the official client, which know their fields and refuse what does not fit. */
final class Client {

    private static final String PACKAGE = "io.kubernetes.client.openapi.models.";
    private static final Gson GSON = new Gson();

    private Client() {}

    static Class<?> model(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }

    @SuppressWarnings("unchecked")
    static Set<String> fields(Class<?> model) throws ReflectiveOperationException {
        return (Set<String>) model.getField("openapiFields").get(null);
    }

    @SuppressWarnings("unchecked")
    static Set<String> required(Class<?> model) throws ReflectiveOperationException {
        return (Set<String>) model.getField("openapiRequiredFields").get(null);
    }

    /** What the model has to say against an object; empty when nothing. */
    static String complaint(Class<?> model, Map<?, ?> object) throws ReflectiveOperationException {
        Method validate = model.getMethod("validateJsonElement", JsonElement.class);
        try {
            validate.invoke(null, GSON.toJsonTree(object));
            return "";
        } catch (InvocationTargetException refused) {
            return String.valueOf(refused.getCause());
        }
    }
}
