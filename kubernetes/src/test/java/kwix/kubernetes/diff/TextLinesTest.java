package kwix.kubernetes.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinesTest {

    /** Texts with a stroke for each line break. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        a|b|c|         ; a|x|c|       ; a -b +x c
        a|b|           ; a|b          ; a -b +b (no line break)
        ''             ; a|           ; +a
        a|b|c|d|e|f|g| ; a|b|c|d|e|f| ; … e f -g
        a|b|c|d|e|f|g| ; x|b|c|d|e|f|y| ; -a +x b c … e f -g +y
        a|             ; a||          ; a +
        """)
    void differencesHaveSomeLinesAround(String from, String to, String told) {
        String shown = TextLines.difference(
                        from.strip().replace('|', '\n'), to.strip().replace('|', '\n'))
                .stream()
                .map(line -> switch (line.kind()) {
                            case SAME, GAP -> "";
                            case ADDED -> "+";
                            case REMOVED -> "-";
                        }
                        + line.text())
                .collect(Collectors.joining(" "));
        assertEquals(told.strip(), shown);
    }
}
