package kwix.language.value;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class NameTableTest {

    private final NameTable other = new NameTable(new String[] {"c"});

    @Test
    void setsThatAreMadeAlikeShareTheirNames() {
        var names = new NameTable(new String[] {"a", "b"});
        assertSame(names.updateBy(other), names.updateBy(other));
        assertSame(names.selection(new int[] {1}), names.selection(new int[] {1}));
    }

    @Test
    void constantsRememberNothingOfAnEvaluation() {
        NameTable names = NameTable.constant("a", "b");
        assertNotSame(names.updateBy(other), names.updateBy(other));
        assertNotSame(names.selection(new int[] {1}), names.selection(new int[] {1}));
    }
}
