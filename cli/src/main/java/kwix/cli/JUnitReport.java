package kwix.cli;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How cases went, in the XML that began with JUnit and that systems for continuous integration read. */
final class JUnitReport {

    /** What XML cannot hold, and the sequences that colour terminals. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("\u001B\\[[0-9;]*m|[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private JUnitReport() {}

    static String of(List<TestResult> results) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "kwix");
            xml.writeAttribute("tests", String.valueOf(results.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(
                            results.stream().filter(TestResult::isFailure).count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute(
                    "time", seconds(results.stream().map(TestResult::duration).reduce(Duration.ZERO, Duration::plus)));
            for (TestResult result : results) {
                xml.writeCharacters("\n  ");
                write(result, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void write(TestResult result, XMLStreamWriter xml) throws XMLStreamException {
        int slash = result.name().lastIndexOf('/');
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", slash < 0 ? "." : printable(result.name().substring(0, slash)));
        xml.writeAttribute("name", printable(result.name().substring(slash + 1)));
        xml.writeAttribute("time", seconds(result.duration()));
        if (result.isFailure()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(result.summary()));
            xml.writeCharacters(printable(result.details()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
