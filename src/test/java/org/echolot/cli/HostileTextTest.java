package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Schedule;
import org.echolot.report.JUnitReport;
import org.echolot.report.JsonReport;
import org.echolot.report.Paint;
import org.echolot.report.PrometheusReport;
import org.echolot.report.Report;
import org.echolot.report.TextReport;
import org.echolot.ticket.TicketFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What a peer or a user can put into texts does no harm in any format. */
class HostileTextTest {

  /** Escape sequence, quotes, markup, line breaks, C1, direction, no character, half a pair. */
  private static final String EVIL =
      "\u001b[2J\"'<&>]]>\r\n\u0000\u009b\u202e\u2028\uffff\ufffe\ud83d x \ud83d\ude00 \\";

  private static final CheckResult RESULT =
      new CheckResult(
          CheckRequest.of(EVIL, new AeTitle("A\"<&>"), new AeTitle("ME"), "h", 104)
              .withUserIdentity(new UserIdentity(UserIdentity.Type.USERNAME, EVIL, true)),
          "echolot",
          OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00"),
          Outcome.FAILURE,
          CheckStage.ASSOCIATE,
          Cause.NOT_DICOM,
          EVIL,
          Move.OURS,
          EndedBy.OUR_ABORT,
          List.of(EVIL),
          List.of(new Warning(Warning.Code.NONSTANDARD_REPLY, EVIL)),
          Duration.ofNanos(1_412_499),
          List.of(new StageResult(CheckStage.ASSOCIATE, StageState.FAILED, Duration.ZERO, EVIL)),
          null,
          null,
          null,
          null,
          null,
          new UserIdentityAnswer(UserIdentityAnswer.Kind.IGNORED, EVIL),
          null,
          null);

  private static String written(Function<PrintStream, Report> format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report = format.apply(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    report.checkEnded(
        new Schedule.Ended(0, 1, new CheckEnded(RESULT.request(), 0, RESULT, Recording.EMPTY)));
    report.allEnded();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String written(EchoFormat format) {
    return written(
        out ->
            switch (format) {
              case TEXT -> new TextReport(out, List.of(RESULT.request()), false, Paint.OFF);
              case JSON -> new JsonReport(out, false);
              case JUNIT -> new JUnitReport(out);
              case PROMETHEUS -> new PrometheusReport(out);
              case TICKET -> new TicketReport(out, TicketFormat.TEXT, null);
              case TICKET_MARKDOWN -> new TicketReport(out, TicketFormat.MARKDOWN, null);
            });
  }

  @ParameterizedTest
  @EnumSource
  void nothingMovesACursorOrTurnsTheWritingDirection(EchoFormat format) {
    assertThat(written(format))
        .doesNotContain("\u001b", "\u0000", "\r", "\u009b", "\u202e", "\u2028");
  }

  @Test
  void jsonSaysExactlyWhatWasThere() {
    String json = written(EchoFormat.JSON);

    assertThat(json.lines()).hasSize(1);
    var result = JsonMapper.shared().readTree(json);
    assertThat(result.get("name").asString()).isEqualTo(EVIL);
    assertThat(result.get("warnings").get(0).get("text").asString()).isEqualTo(EVIL);
    assertThat(json).contains("\"totalMillis\":1.412,");
  }

  @Test
  void junitStaysWellFormed() throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(written(EchoFormat.JUNIT))));

    Element testCase = (Element) document.getElementsByTagName("testcase").item(0);
    assertThat(testCase.getAttribute("name")).contains("<&>]]>", "\ud83d\ude00", "\ufffd");
  }

  @Test
  void prometheusLabelsStayInTheirQuotes() {
    assertThat(written(EchoFormat.PROMETHEUS).lines())
        .filteredOn(line -> !line.startsWith("#"))
        .isNotEmpty()
        .allMatch(
            line -> line.matches("[a-z_]+\\{([a-z_]+=\"([^\"\\\\]|\\\\[\\\\\"n])*\",?)+} [0-9.]+"));
  }
}
