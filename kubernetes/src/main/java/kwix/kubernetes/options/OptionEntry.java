package kwix.kubernetes.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.error.SourceNames;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/**
 * What readers want to know of an option.
 *
 * @param usual its default, as an expression or in words; null when there is none
 * @param declared files
 */
public record OptionEntry(
        String name,
        String type,
        String description,
        @Nullable String usual,
        @Nullable String example,
        boolean readOnly,
        List<String> declared) {

    /** @param entries what {@code lib/options/reference.kx} gives; @param names what files are called */
    public static List<OptionEntry> read(ListValue entries, SourceNames names) {
        var read = new ArrayList<OptionEntry>();
        for (int i = 0; i < entries.size(); i++) {
            AttributeSet entry = (AttributeSet) entries.force(i);
            var declared = new ArrayList<String>();
            ListValue files = (ListValue) value(entry, "declared");
            for (int n = 0; n < files.size(); n++) {
                declared.add(names.shown(new SourceText(text(files.force(n)), "")));
            }
            read.add(new OptionEntry(
                    text(value(entry, "name")),
                    text(value(entry, "type")),
                    text(value(entry, "description")),
                    textOrNull(value(entry, "default")),
                    textOrNull(value(entry, "example")),
                    Boolean.TRUE.equals(value(entry, "readOnly")),
                    declared));
        }
        return read;
    }

    private static Object value(AttributeSet entry, String name) {
        return Objects.requireNonNull(entry.forced(name), name);
    }

    private static @Nullable String textOrNull(Object value) {
        return ContextString.isString(value) ? text(value).strip() : null;
    }

    private static String text(Object value) {
        return Describe.text(ContextString.shown(value));
    }
}
