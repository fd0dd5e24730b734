package org.echolot.report;

import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.fleet.Schedule;
import org.echolot.text.Escapes;

/**
 * One JUnit XML document at the end, as build servers read it: a suite for each run, a test case
 * for each check. The counts that each suite begins with ask for all results to be kept until then,
 * about 1.3 KiB each; whoever uses it lets no more than {@link #MAX_CHECKS} be made.
 */
public final class JUnitReport implements Report {

  /** How many checks a document has room for. */
  public static final int MAX_CHECKS = 100_000;

  private final PrintStream out;
  private final Map<Integer, List<CheckResult>> byRun = new TreeMap<>();

  public JUnitReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    byRun.computeIfAbsent(ended.run(), _ -> new ArrayList<>()).add(ended.result());
  }

  @Override
  public void allEnded() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      List<CheckResult> all = byRun.values().stream().flatMap(List::stream).toList();
      start(xml, "testsuites", "Echolot", all);
      for (Map.Entry<Integer, List<CheckResult>> run : byRun.entrySet()) {
        line(xml, 1);
        start(xml, "testsuite", "C-ECHO run " + run.getKey(), run.getValue());
        for (CheckResult result : run.getValue()) {
          testCase(xml, result);
        }
        line(xml, 1);
        xml.writeEndElement();
      }
      line(xml, 0);
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can't fail to be written", e);
    }
    out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n");
  }

  private static void start(
      XMLStreamWriter xml, String element, String name, List<CheckResult> results)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "name", name);
    attribute(xml, "tests", String.valueOf(results.size()));
    attribute(xml, "failures", String.valueOf(count(results, Outcome.FAILURE)));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", String.valueOf(count(results, Outcome.CANCELLED)));
    Duration sum = results.stream().map(CheckResult::total).reduce(Duration.ZERO, Duration::plus);
    attribute(xml, "time", seconds(sum));
  }

  private static void testCase(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
    CheckRequest request = result.request();
    line(xml, 2);
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "echolot.echo");
    attribute(xml, "name", request.name());
    attribute(xml, "time", seconds(result.total()));
    line(xml, 3);
    xml.writeStartElement("properties");
    property(xml, "calledAe", request.calledAe().value());
    property(xml, "callingAe", request.callingAe().value());
    property(xml, "address", request.address());
    property(xml, "engine", result.engine());
    property(xml, "startedAt", result.startedAt().toString());
    property(xml, "endedBy", result.endedBy().name());
    for (var line : SecurityText.of(result)) {
      property(xml, line.name(), line.value());
    }
    for (var warning : result.warnings()) {
      property(xml, "warning." + warning.code(), warning.text());
    }
    line(xml, 3);
    xml.writeEndElement();
    switch (result.outcome()) {
      case SUCCESS -> {}
      case FAILURE -> failure(xml, result);
      case CANCELLED -> {
        line(xml, 3);
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", result.summary());
      }
    }
    line(xml, 3);
    xml.writeStartElement("system-out");
    xml.writeCharacters(legal(String.join("\n", LadderText.of(result)), true));
    xml.writeEndElement();
    line(xml, 2);
    xml.writeEndElement();
  }

  private static void failure(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
    line(xml, 3);
    xml.writeStartElement("failure");
    attribute(xml, "type", String.valueOf(result.cause()));
    attribute(xml, "message", result.summary());
    String advice =
        result.advice().stream().map(Escapes::oneLine).collect(Collectors.joining("\n"));
    xml.writeCharacters(legal("Whose move: " + result.move().label() + "\n" + advice, true));
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    line(xml, 4);
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, legal(Escapes.oneLine(value), false));
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static long count(List<CheckResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.6f", span.toNanos() / 1e9);
  }

  /** {@code text} with U+FFFD for what XML 1.0 (2.2) has no way to write. */
  private static String legal(String text, boolean lines) {
    return text.codePoints()
        .map(
            c -> {
              boolean control = c < 0x20 && !(lines && c == '\n');
              boolean outside = (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF;
              return control || outside ? 0xFFFD : c;
            })
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
