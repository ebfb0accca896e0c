package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import kwix.grammar.scope.NearNames;
import org.jspecify.annotations.Nullable;

/** Near names for a name that does not exist. */
public final class Suggestions {

    private static final int LISTED = 8;
    private static final int LONGEST = 64;

    private Suggestions() {}

    /** A sentence: what was probably meant, or which names there are when they are few; null when nothing helps. */
    @TruffleBoundary
    public static @Nullable String forName(String name, AttributeSet set) {
        List<String> all = names(set);
        List<String> near = near(name, all);
        if (!near.isEmpty()) {
            return question(near);
        }
        if (all.isEmpty()) {
            return "The set is empty.";
        }
        return all.size() <= LISTED ? "The set has " + quotedList(all).replace(" or ", " and ") + "." : null;
    }

    /** A sentence: what was probably meant; null when nothing is near. For messages that list the set's names anyway. */
    @TruffleBoundary
    public static @Nullable String forMisspelled(String name, AttributeSet set) {
        List<String> near = near(name, names(set));
        return near.isEmpty() ? null : question(near);
    }

    private static List<String> names(AttributeSet set) {
        var all = new ArrayList<String>();
        for (int i = 0; i < set.size(); i++) {
            all.add(set.name(i));
        }
        return all;
    }

    /** "Did you mean `a` or `b`?". */
    @TruffleBoundary
    public static String question(List<String> near) {
        return "Did you mean " + quotedList(near) + "?";
    }

    /** Up to three near names, the nearest first. */
    @TruffleBoundary
    public static List<String> near(String name, List<String> names) {
        return name.length() > LONGEST ? List.of() : NearNames.among(name, names);
    }

    private static String quotedList(List<String> names) {
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? " or " : ", ");
            text.append('`').append(Describe.text(names.get(i))).append('`');
        }
        return text.toString();
    }
}
