package kwix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {

    private static Element parsed(List<TestResult> results) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.of(results))))
                .getDocumentElement();
    }

    @Test
    void countsCasesAndFailures() throws Exception {
        Element suite = parsed(List.of(
                new TestResult("tests/a", TestResult.Status.PASSED, "", "", Duration.ofMillis(1500)),
                new TestResult("b", TestResult.Status.ACCEPTED, "b.test.yaml", "", Duration.ofMillis(20)),
                TestResult.failed("c", "it is <wrong>", "more & more")));
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1.520", suite.getAttribute("time"));
        var first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertEquals("tests", first.getAttribute("classname"));
        assertEquals("a", first.getAttribute("name"));
        assertEquals("1.500", first.getAttribute("time"));
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        var failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("it is <wrong>", failure.getAttribute("message"));
        assertEquals("more & more", failure.getTextContent());
    }

    /** Colours and control characters would make it no XML. */
    @Test
    void holdsOnlyWhatXmlCanHold() throws Exception {
        Element suite = parsed(
                List.of(TestResult.failed("c\u0000", "\u001B[31mred\u001B[0m", "a\u0001b\uFFFEc\ud83d\ude80\n")));
        var failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("red", failure.getAttribute("message"));
        assertEquals("abc\ud83d\ude80\n", failure.getTextContent());
    }
}
