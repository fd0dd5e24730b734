package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
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
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each format tells of a handshake and of a user. */
class TlsReportsTest {

  private static CheckResult result(
      TlsProfile profile,
      @Nullable TlsReport tls,
      @Nullable UserIdentity identity,
      @Nullable UserIdentityAnswer answer,
      Warning... warnings) {
    return new CheckResult(
        CheckRequest.of("Archive", new AeTitle("ARC"), new AeTitle("ME"), "h", 2762)
            .withTls(new TlsSettings(null, null, null, null, true, null, profile))
            .withUserIdentity(identity),
        "echolot",
        OffsetDateTime.parse("2026-11-25T12:00:00Z"),
        Outcome.SUCCESS,
        null,
        null,
        "The peer answered the C-ECHO with Success",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(warnings),
        Duration.ofMillis(3),
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        null,
        0,
        null,
        tls,
        answer,
        null,
        null);
  }

  private static String written(CheckResult result, Function<PrintStream, Report> format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report = format.apply(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    report.checkEnded(
        new Schedule.Ended(0, 1, new CheckEnded(result.request(), 0, result, Recording.EMPTY)));
    report.allEnded();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String text(CheckResult result, Paint paint) {
    return written(result, out -> new TextReport(out, List.of(result.request()), false, paint));
  }

  private static JsonNode json(CheckResult result) {
    return JsonMapper.shared().readTree(written(result, out -> new JsonReport(out, false)));
  }

  private static final CheckResult MODERN =
      result(
          TlsProfile.RUNTIME,
          Handshakes.trusted(),
          new UserIdentity(UserIdentity.Type.USERNAME, "me", true),
          new UserIdentityAnswer(UserIdentityAnswer.Kind.CONFIRMED, "The peer confirmed me"));

  private static final CheckResult LEGACY =
      result(
          TlsProfile.LEGACY,
          Handshakes.legacy(),
          null,
          null,
          new Warning(Warning.Code.LEGACY_TLS, "Old and unsafe TLS is allowed for this peer."));

  @Test
  void jsonHasTheHandshakeBesideTheOldBoolean() {
    JsonNode json = json(MODERN);

    assertThat(json.get("tls").asBoolean()).isTrue();
    JsonNode details = json.get("tlsDetails");
    assertThat(details.get("protocol").asString()).isEqualTo("TLSv1.3");
    assertThat(details.get("cipherSuite").asString()).isEqualTo("TLS_AES_256_GCM_SHA384");
    assertThat(details.get("profile").asString()).isEqualTo("runtime");
    assertThat(details.get("legacy").asBoolean()).isFalse();
    assertThat(details.get("trust").get("verdict").asString()).isEqualTo("TRUSTED");
    JsonNode own = details.get("chain").get(0);
    assertThat(own.get("fingerprint").asString())
        .isEqualTo(CertificateFacts.fingerprintOf(Handshakes.trusted().chain().getFirst()));
    assertThat(own.get("daysLeft").asInt()).isEqualTo(187);
    assertThat(details.get("chain").get(1).get("notAfter").asString()).startsWith("2026-12-10T");
    assertThat(details.get("clientCertificate").get("asked").asBoolean()).isTrue();
    assertThat(details.get("clientCertificate").get("sent")).hasSize(1);
    assertThat(details.get("alert").isNull()).isTrue();
    assertThat(details.get("againstProfiles").get("bcp195")).isEmpty();
    assertThat(json(LEGACY).get("tlsDetails").get("legacy").asBoolean()).isTrue();
  }

  @Test
  void jsonHasTheUserAndTheAnswer() {
    JsonNode user = json(MODERN).get("userIdentity");

    assertThat(user.get("type").asString()).isEqualTo("username");
    assertThat(user.get("username").asString()).isEqualTo("me");
    assertThat(user.get("positiveResponse").asBoolean()).isTrue();
    assertThat(user.get("answer").asString()).isEqualTo("CONFIRMED");
    assertThat(json(LEGACY).get("userIdentity").isNull()).isTrue();
  }

  @Test
  void textTellsBothOfASingleTarget() {
    assertThat(text(MODERN, Paint.OFF))
        .contains("TLS 1.3, TLS_AES_256_GCM_SHA384, x25519")
        .contains("187 days left")
        .contains("The peer confirmed me")
        .doesNotContain("LEGACY");
  }

  @Test
  void legacyIsToldInWordsAndInRedWhereThereIsColour() {
    assertThat(text(LEGACY, Paint.OFF))
        .contains("LEGACY TLS, NOT SAFE", "LEGACY_TLS: Old and unsafe")
        .doesNotContain("\u001b");
    assertThat(text(LEGACY, Paint.ON))
        .contains("\u001b[1;31mLEGACY TLS, NOT SAFE\u001b[0m")
        .contains("\u001b[1;31mLEGACY_TLS: Old");
    // Also where the handshake did not come so far that the engine could warn.
    assertThat(text(result(TlsProfile.LEGACY, null, null, null), Paint.OFF))
        .contains("Legacy TLS is allowed");
    assertThat(written(LEGACY, JUnitReport::new)).contains("name=\"Legacy TLS\"");
  }

  @Test
  void colourIsOnlyForPeopleWhoSeeItAndWantIt() {
    assertThat(Paint.of(true, Map.of())).isEqualTo(Paint.ON);
    assertThat(Paint.of(false, Map.of())).isEqualTo(Paint.OFF);
    assertThat(Paint.of(true, Map.of("NO_COLOR", "1"))).isEqualTo(Paint.OFF);
    assertThat(Paint.of(true, Map.of("TERM", "dumb"))).isEqualTo(Paint.OFF);
  }

  @Test
  void prometheusKnowsWhenTheFirstCertificateEndsAndWhatWasAgreedOn() {
    String metrics = written(MODERN, PrometheusReport::new);

    // The one that issued the peer's own ends before that.
    long end = Handshakes.trusted().chain().get(1).getNotAfter().toInstant().getEpochSecond();
    assertThat(metrics)
        .contains("echolot_tls_certificate_expiry_timestamp_seconds{name=\"Archive\"")
        .contains("} " + end + "\n")
        .contains(
            "protocol=\"TLSv1.3\",cipher_suite=\"TLS_AES_256_GCM_SHA384\",profile=\"runtime\"");
    assertThat(written(result(TlsProfile.RUNTIME, null, null, null), PrometheusReport::new))
        .doesNotContain("echolot_tls");
  }
}
