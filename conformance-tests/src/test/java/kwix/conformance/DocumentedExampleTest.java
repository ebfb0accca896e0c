package kwix.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedExampleTest {

    private static final Path FILE = Path.of("x.kx");

    @Test
    void findsEveryExample() {
        List<DocumentedExample> found = DocumentedExample.in(FILE, """
            {
              /**
                Adds.

                # Examples
                ```kwix
                add 1 2
                => 3

                add
                  1
                  (-1)
                => {
                  a = 0;
                }
                ```
              */
              add = a: b: a + b;
              /** No example. */
              x = "/** no comment */";
            }
            """);
        assertEquals(
                List.of(
                        new DocumentedExample(FILE, 7, "add 1 2", "3"),
                        new DocumentedExample(FILE, 10, "add\n1\n(-1)", "{\na = 0;\n}")),
                found);
    }

    @Test
    void refusesAnExampleWithoutValue() {
        assertThrows(
                IllegalStateException.class,
                () -> DocumentedExample.in(FILE, "/**\n# Examples\n```kwix\nadd 1 2\n```\n*/"));
    }

    @Test
    void refusesABlockThatWouldNeverBeTried() {
        assertThrows(
                IllegalStateException.class, () -> DocumentedExample.in(FILE, "/**\n```kwix\nadd 1 2\n=> 3\n```\n*/"));
    }

    @Test
    void refusesAnOpenBlock() {
        assertThrows(
                IllegalStateException.class,
                () -> DocumentedExample.in(FILE, "/**\n# Examples\n```kwix\nadd 1 2\n=> 3\n*/"));
    }
}
