package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.List;
import kwix.language.value.AttributeSet;
import kwix.language.value.ListValue;
import kwix.language.value.NameTable;

/** Version numbers and package names. */
final class VersionBuiltins {

    private static final NameTable PACKAGE = NameTable.constant("name", "version");

    private VersionBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("compareVersions")
                        .plainString("left")
                        .plainString("right")
                        .doc("""
                            -1, 0 or 1 when the first version is older than, the same as, or newer than the second. Numbers count as
                            numbers, `pre` is older than anything else, and a word is older than a number.\
                            """)
                        .example("builtins.compareVersions \"1.9\" \"1.10\"", "-1")
                        .example("builtins.compareVersions \"2.0\" \"2.0pre1\"", "1")
                        .binary((context, left, right) -> (long) Versions.compare((String) left, (String) right)),
                builtin("splitVersion")
                        .plainString("version")
                        .doc("The components by which `compareVersions` compares.")
                        .example("builtins.splitVersion \"1.2.3pre4-5\"", "[ \"1\" \"2\" \"3\" \"pre\" \"4\" \"5\" ]")
                        .unary((context, version) -> ListValue.of(Versions.components((String) version))),
                builtin("parseDrvName")
                        .plainString("text")
                        .doc("A package's name and version: the version begins behind the first dash that no letter"
                                + " follows.")
                        .example(
                                "builtins.parseDrvName \"core-dns-1.12.0\"",
                                "{ name = \"core-dns\"; version = \"1.12.0\"; }")
                        .unary((context, text) -> parse((String) text)));
    }

    private static AttributeSet parse(String text) {
        int end = Versions.nameEnd(text);
        String version = end == text.length() ? "" : text.substring(end + 1);
        return new AttributeSet(PACKAGE, new Object[] {text.substring(0, end), version}, null);
    }
}
