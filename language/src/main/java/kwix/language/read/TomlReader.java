package kwix.language.read;

import java.util.List;
import java.util.Map;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Values of TOML documents. */
public final class TomlReader {

    private TomlReader() {}

    /** @param text one char per byte */
    public static AttributeSet read(String text) {
        String decoded = Describe.text(text);
        // The reference skips a byte order mark.
        TomlParseResult document = parse(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
        if (document.hasErrors()) {
            TomlParseError first = document.errors().getFirst();
            throw new KwixException(
                    ErrorCode.INVALID_VALUE,
                    "The TOML text cannot be read: at line " + first.position().line() + ", column "
                            + first.position().column() + ": " + first.getMessage() + ".");
        }
        return table(document);
    }

    /** The library itself fails over some texts that are wrong in more than one way. */
    private static TomlParseResult parse(String text) {
        try {
            // The reference reads TOML 1.0, where an inline table is one line.
            return Toml.parse(text, TomlVersion.V1_0_0);
        } catch (RuntimeException unreadable) {
            throw new KwixException(ErrorCode.INVALID_VALUE, "The TOML text cannot be read.");
        }
    }

    private static AttributeSet table(TomlTable table) {
        var result = new AttributeSetBuilder(table.size());
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            result.put(string(entry.getKey()), value(entry.getValue()));
        }
        return result.build();
    }

    private static Object value(Object value) {
        return switch (value) {
            case TomlTable table -> table(table);
            case TomlArray array -> {
                List<Object> elements =
                        array.toList().stream().map(TomlReader::value).toList();
                yield ListValue.of(elements);
            }
            case String text -> string(text);
            case Long number -> number;
            case Double number -> number;
            case Boolean bool -> bool;
            default ->
                throw new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "The TOML text has the date or time " + value + ", which has no value in the language.");
        };
    }

    private static String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE, "The TOML text has a string with a null byte, which no string can hold.");
        }
        return SourceText.encode(text);
    }
}
