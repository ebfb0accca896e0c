package kwix.language.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected answers are those of the reference, Nix 2.34.8. */
class RegexTest {

    private static final Runnable NO_POLL = () -> {};

    private static String groups(int @Nullable [] match, String text) {
        if (match == null) {
            return "no";
        }
        List<String> groups = new ArrayList<>();
        for (int i = 2; i < match.length; i += 2) {
            groups.add(match[i + 1] < 0 ? "null" : "<" + text.substring(match[i], match[i + 1]) + ">");
        }
        return String.join(" ", groups);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a|ab)(c|bcd)(d*) abcd '<a> <bcd> <>'",
                "(a*)* aa <>",
                "(a*)* b no",
                "(a*)+ aa <>",
                "(a|b*)* ab <>",
                "(a?)* aa <>",
                "((a)|b)* ab '<b> <a>'",
                "((a)|(b))* ab '<b> <a> <b>'",
                "(a*){2,3} aaa <>",
                "((a|b)*c)* abcbc '<bc> <b>'",
                "(x(a)?)* xax '<x> <a>'",
                "(a|(b))* ba '<a> <b>'",
                "(a|ab)(bc|c)? abc '<a> <bc>'",
                "(a+|b+)+c aabbc <bb>",
                "(a){0} '' null",
                "(a){0,1}b b null",
                "(^a)$ a <a>",
                "a$b a$b no",
                "a{2}{3} aaaaaa ''",
            })
    void recordsGroupsLikeABacktrackingSearch(String regex, String text, String expected) throws InvalidRegexException {
        assertEquals(expected, groups(Regex.compile(regex).match(text, NO_POLL), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "[]a]+ ]a true",
                "[^]a]+ b true",
                "[--0] . true",
                "[a-] - true",
                "[%--] - true",
                "[[a] [ true",
                "[\\d] d true",
                "[[:w:]]+ ab_1 true",
                "[[:ALPHA:]]+ ab true",
                "[[=a=]] A true",
                "[[.hyphen.]] - true",
                "[[.space.]-a] ! true",
                "[^-a] - false",
                "[[:graph:]] ' ' false",
                "[[:print:]] ' ' true",
                "] ] true",
                "} } true",
            })
    void readsBrackets(String regex, String text, boolean expected) throws InvalidRegexException {
        assertEquals(expected, Regex.compile(regex).match(text, NO_POLL) != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a",
                "a|*b",
                "^*",
                "(a",
                "a)",
                "[a",
                "\\",
                "\\d",
                "\\]",
                "\\}",
                "(a)\\1",
                "(?:a)",
                "a{,3}",
                "a{3,1}",
                "a{1",
                "a{1x}",
                "a{1,2,3}",
                "{1}",
                "a{99999999999999999999}",
                "[z-a]",
                "[a-z-9]",
                "[[:alpha:]-z]",
                "[a-[:alpha:]]",
                "[[:foo:]]",
                "[[.-.]]",
                "[[:alpha",
                "[a-[.z.]]",
                "(a{400}){400}",
            })
    void refusesInvalidExpressions(String regex) {
        assertThrows(InvalidRegexException.class, () -> Regex.compile(regex));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a|ab ab 0-2",
                "a*(ab)? ab '0-1 1-1 2-2'",
                "^a aaa 0-1",
                "'' abc '0-0 1-1 2-2 3-3'",
                "x* axb '0-0 1-2 2-2 3-3'",
                "$ abc 3-3",
                "^ abc 0-0",
                "a '' ''",
                "(a*)(b*) abcab '0-2 2-2 3-5 5-5'",
            })
    void findsTheLongestMatchesFromLeftToRight(String regex, String text, String expected)
            throws InvalidRegexException {
        List<String> found = Regex.compile(regex).matches(text, NO_POLL).stream()
                .map(match -> match[0] + "-" + match[1])
                .toList();
        assertEquals(expected, String.join(" ", found));
    }

    @Test
    void rangesOfBytesAreSigned() throws InvalidRegexException {
        assertThrows(InvalidRegexException.class, () -> Regex.compile("[a-\u00E9]"));
        assertTrue(Regex.compile("[\u0080-\u00FF]").match("\u00C3", NO_POLL) != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a*)*b", "(a|aa)*b", "((a?)*)*b", "(a|a)*b"})
    void doesNotExplode(String regex) {
        String text = "a".repeat(5_000) + "c";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals("no", groups(Regex.compile(regex).match(text, NO_POLL), text)));
    }

    @Test
    void canBeStopped() throws InvalidRegexException {
        var regex = Regex.compile("(a|aa)*b");
        assertThrows(
                IllegalStateException.class,
                () -> regex.match("a".repeat(100_000), () -> {
                    throw new IllegalStateException("stopped");
                }));
    }

    @Test
    void longTextsNeedNoStack() throws InvalidRegexException {
        String text = "ab".repeat(500_000);
        assertEquals("<b>", groups(Regex.compile("(a|b)*").match(text, NO_POLL), text));
    }
}
