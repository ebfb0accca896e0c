package kwix.grammar.format;

import java.util.List;

/**
 * A comment as it is to be written.
 *
 * @param lines each without indentation of the page, but with its own beyond the first
 * @param spaced whether an empty line stands before it
 * @param documentation whether it documents what comes next, and so may not move
 */
record Remark(List<String> lines, boolean spaced, boolean documentation) {

    Remark withoutSpace() {
        return spaced ? new Remark(lines, false, documentation) : this;
    }
}
