package kwix.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.JarFile;

/**
 * A step of the build: makes the tables of Kubernetes' types. Arguments: the class path, of which one entry is the jar of the client, and the
 * folder to write, which holds nothing else afterwards. What is already there as it should be stays untouched.
 */
final class Generate {

    private Generate() {}

    public static void main(String[] arguments) throws IOException {
        try (JarFile jar = new JarFile(client(arguments[0]))) {
            write(texts(jar), Path.of(arguments[1]));
        }
    }

    static SortedMap<String, String> texts(JarFile jar) {
        SortedMap<String, Model> models = Models.read(jar);
        List<Kind> kinds = Kinds.read(jar);
        return new Tables(kinds, Facts.read(models.keySet()), new Partition(models, kinds)).texts();
    }

    private static String client(String classPath) {
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            if (Path.of(entry).getFileName().toString().startsWith("client-java-api-")) {
                return entry;
            }
        }
        throw new IllegalArgumentException("the Kubernetes client is not on the class path: " + classPath);
    }

    private static void write(Map<String, String> texts, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                if (!texts.containsKey(folder.relativize(file).toString())) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
        }
    }
}
