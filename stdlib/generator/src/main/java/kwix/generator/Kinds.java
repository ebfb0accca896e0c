package kwix.generator;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of resources that clusters keep: those that the client can both create and read. Their paths are constants of its methods. */
final class Kinds {

    private static final String APIS = "io/kubernetes/client/openapi/apis/";
    private static final Pattern COLLECTION = Pattern.compile(
            "/api(?:s/(?<group>[^/{}]+))?/(?<version>v[^/{}]+)/(?<in>namespaces/\\{namespace}/)?(?<plural>[^/{}]+)");
    private static final Pattern PREFIX = Pattern.compile("([A-Z][a-z]+)?V\\d+((alpha|beta)\\d+)?(?=[A-Z])");

    private Kinds() {}

    /** All kinds, sorted by name, group and version. */
    static List<Kind> read(JarFile jar) {
        var kinds = new ArrayList<Kind>();
        Models.classes(jar, APIS, api -> kinds(api, kinds));
        kinds.sort(Comparator.comparing(Kind::name).thenComparing(Kind::group).thenComparing(Kind::version));
        return List.copyOf(kinds);
    }

    /** The name of a class without what makes it unique in its package. */
    static String plain(String model) {
        Matcher prefix = PREFIX.matcher(model);
        return prefix.lookingAt() ? model.substring(prefix.end()) : model;
    }

    private static void kinds(ClassModel api, List<Kind> kinds) {
        var read = new HashSet<String>();
        for (MethodModel method : api.methods()) {
            if (method.methodName().stringValue().matches("read.*Call")) {
                paths(method).forEach(read::add);
            }
        }
        for (MethodModel method : api.methods()) {
            if (method.methodName().stringValue().matches("create.*Call")) {
                paths(method).forEach(path -> add(path, method, read, kinds));
            }
        }
    }

    private static void add(String path, MethodModel create, Set<String> read, List<Kind> kinds) {
        Matcher parts = COLLECTION.matcher(path);
        if (!parts.matches() || !read.contains(path + "/{name}")) {
            return;
        }
        String model = create.methodTypeSymbol().parameterList().stream()
                .filter(type -> type.packageName().concat(".").equals(Models.PACKAGE))
                .map(ClassDesc::displayName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is created at " + path));
        String group = parts.group("group");
        kinds.add(new Kind(
                plain(model),
                group == null ? "" : group,
                parts.group("version"),
                parts.group("plural"),
                parts.group("in") != null,
                model));
    }

    private static Stream<String> paths(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(ConstantInstruction.class::isInstance)
                .map(element -> ((ConstantInstruction) element).constantValue())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.startsWith("/api"));
    }
}
