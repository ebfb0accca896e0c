package kwix.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of the build that replaces what Java links at run time leaves every result as it was. */
class PlainCodeTest {

    private static final Set<String> LINKED_AT_RUN_TIME =
            Set.of("typeSwitch", "makeConcatWithConstants", "equals", "hashCode");

    private static final String SAMPLE = """
        import java.util.*;

        public class Sample {

            sealed interface Shape {
                record Dot() implements Shape {}
                record Line(long length, String name) implements Shape {}
                record Other(Object what) implements Shape {}

                static String kind(Shape shape) {
                    return switch (shape) {
                        case Dot ignored -> "dot";
                        case Line line when line.length() > 10 -> "long line";
                        case Line line when line.length() > 5 -> "line";
                        case Line line -> "short line " + line.length();
                        case Other other -> "other";
                    };
                }
            }

            record All(byte b, short s, char c, int i, long l, float f, double d, boolean z, String t, Object o, int[] a)
                    implements Comparable<All> {
                @Override public int compareTo(All other) { return 0; }
                @Override public String toString() { return "all"; }
            }

            static String name(Object value) {
                return switch (value) {
                    case null -> "nothing";
                    case Integer number when number < 0 -> "negative";
                    case Integer number -> "integer";
                    case String text when text.isEmpty() -> "empty";
                    case CharSequence text -> "text";
                    case int[] array -> "array";
                    case Map.Entry<?, ?> entry -> "entry";
                    default -> "unknown";
                };
            }

            static String word(String word) {
                return switch (word) {
                    case "a", "b" -> "early";
                    case String other when other.length() > 3 -> "long";
                    case "c" -> "c";
                    case String other -> other;
                };
            }

            static String joined(byte b, short s, char c, int i, long l, float f, double d, boolean z, String t, Object o) {
                return "" + b + s + "\\1" + c + i + '\\2' + l + f + "ä€\\uD83D\\uDE00" + d + z + t + o + t;
            }

            public static String report() {
                var out = new ArrayList<Object>();
                for (Shape shape : List.of(new Shape.Dot(), new Shape.Line(11, "x"), new Shape.Line(6, "x"),
                        new Shape.Line(5, null), new Shape.Other(List.of(1)))) {
                    out.add(Shape.kind(shape));
                    out.add(shape.hashCode());
                    for (Object other : Arrays.asList(null, "x", new Shape.Dot(), new Shape.Line(5, null),
                            new Shape.Line(6, new String("x")), new Shape.Other(List.of(1)), shape)) {
                        out.add(shape.equals(other));
                    }
                }
                int[] array = {1};
                for (Object value : Arrays.asList(null, -1, 1, "", "x", new StringBuilder(), array, Map.entry(1, 2), 1.5)) {
                    out.add(name(value));
                }
                for (String word : List.of("a", "b", "c", "d", "long")) {
                    out.add(word(word));
                }
                for (double d : new double[] {0.0, -0.0, Double.NaN, 1.5}) {
                    for (String t : Arrays.asList(null, "", "t")) {
                        var all = new All((byte) -1, (short) -2, 'c', -4, -5L, (float) d, d, d > 0, t, t, t == null ? array : null);
                        out.add(all.hashCode() - Objects.hashCode(all.a()));
                        for (double e : new double[] {0.0, -0.0, Double.NaN, 1.5}) {
                            out.add(all.equals(new All((byte) -1, (short) -2, 'c', -4, -5L, (float) e, e, e > 0, t, t, array)));
                        }
                        out.add(joined((byte) -1, (short) -2, 'c', -4, -5L, (float) d, d, d > 0, t, t));
                    }
                }
                return out.toString();
            }
        }
        """;

    @TempDir
    private static Path folder;

    @Test
    void changesNoResult() throws Exception {
        Path source = Files.writeString(folder.resolve("Sample.java"), SAMPLE);
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Path plain = Files.createDirectories(folder.resolve("plain"));
        for (Path classes : List.of(linked, plain)) {
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", classes.toString(), source.toString());
            assertEquals(0, status);
        }
        rewrite(plain);
        assertEquals(LINKED_AT_RUN_TIME, linkedAtRunTime(linked));
        assertEquals(Set.of(), linkedAtRunTime(plain));
        String report = report(plain);
        assertNotEquals("[]", report);
        assertEquals(report(linked), report);
    }

    private static void rewrite(Path classes) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("kwix.root"), ".ci/plain-code/PlainCode.java");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        classes.toString(),
                        tool.toString(),
                        classes.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
    }

    private static Set<String> linkedAtRunTime(Path classes) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.list(classes)) {
            for (Path file : files.toList()) {
                for (MethodModel method :
                        ClassFile.of().parse(Files.readAllBytes(file)).methods()) {
                    method.code().stream()
                            .flatMap(code -> code.elementStream())
                            .filter(InvokeDynamicInstruction.class::isInstance)
                            .forEach(call -> names.add(
                                    ((InvokeDynamicInstruction) call).name().stringValue()));
                }
            }
        }
        names.retainAll(LINKED_AT_RUN_TIME);
        return names;
    }

    private static String report(Path classes) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return (String) loader.loadClass("Sample").getMethod("report").invoke(null);
        }
    }
}
