package org.echolot.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.UserIdentityAnswer.Kind;
import org.echolot.check.Warning;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class TlsReportTextTest {

  private static final CheckRequest REQUEST = Results.request("CT 1").withTls(TlsSettings.DEFAULT);
  private static final CheckRequest LEGACY =
      REQUEST.withTls(new TlsSettings(null, null, null, null, true, null, TlsProfile.LEGACY));

  private static String copy(CheckRequest request, TlsReport report) {
    return TlsReportText.copy(Results.overTls(request, report), report);
  }

  @Test
  void itIsSaidWhyThereIsNothingToShow() {
    assertThat(TlsReportText.whyNothing(Results.refused(Results.request("CT 1"))))
        .isEqualTo("This check did not use TLS.");
    assertThat(TlsReportText.whyNothing(Results.refused(REQUEST)))
        .startsWith("There was no TLS handshake");
    assertThat(TlsReportText.whyNothing(Results.overTls(REQUEST, Handshakes.trusted()))).isNull();
  }

  @Test
  void theCopyHasAllOfIt() {
    assertThat(copy(REQUEST, Handshakes.trusted()))
        .startsWith("TLS with \"CT 1\" at 10.1.2.3:104, 2026-11-23 10:15:30.123 +01:00\n")
        .contains("\nNegotiated\n  Protocol: TLS 1.3\n")
        .contains("modality-96.radiology.klinikum-musterstadt.example")
        .contains("Valid: 2026-01-01 to 2026-12-10 (UTC), expires soon, 16 days left")
        .doesNotContain("WARNING")
        .endsWith("\n");
  }

  @Test
  void legacyIsSaidInTheCopyToo() {
    assertThat(copy(LEGACY, Handshakes.legacy())).contains("WARNING: " + TlsFacts.LEGACY_WARNING);
    assertThat(TlsReportText.isLegacy(Results.refused(LEGACY))).isTrue();
    assertThat(TlsReportText.isLegacy(Results.refused(REQUEST))).isFalse();
  }

  @Test
  void legacyIsToldOnceWithAllThatStandsAgainstIt() {
    Warning legacy = new Warning(Warning.Code.LEGACY_TLS, "Legacy TLS. TLSv1 is forbidden.");
    Warning slow = new Warning(Warning.Code.SLOW_PEER, "Slow.");
    CheckResult result = Results.overTls(LEGACY, Handshakes.legacy(), legacy, slow);
    assertThat(TlsReportText.legacyWarning(result)).isEqualTo("⚠ Legacy TLS. TLSv1 is forbidden.");
    assertThat(TlsReportText.withoutLegacy(result.warnings())).containsExactly(slow);
    assertThat(TlsReportText.legacyWarning(Results.refused(LEGACY)))
        .isEqualTo("⚠ " + TlsFacts.LEGACY_WARNING);
    assertThat(TlsReportText.legacyWarning(Results.refused(REQUEST))).isEmpty();
  }

  @Test
  void whatACertificateSaysOfItselfCannotForgeALine() {
    assertThat(copy(REQUEST, Handshakes.untrusted(Certificates.one("hostile"))))
        .contains("pacs\\x0ASHA-256: forged, O=Bank\\u202E")
        .doesNotContain("\nSHA-256: forged")
        .doesNotContain("\u202E");
  }

  @Test
  void aLongValueIsCutBetweenTwoItems() {
    String value = "DNS:one.example, ".repeat(60) + "DNS:last.example";
    assertThat(TlsReportText.shown(value, false))
        .hasSizeLessThan(TlsReportText.AT_FIRST + 3)
        .endsWith("DNS:one.example …");
    assertThat(TlsReportText.shown(value, true)).isEqualTo(value);
    assertThat(TlsReportText.shown("x".repeat(50_000), true)).hasSize(TlsReportText.AT_MOST + 2);
    assertThat(TlsReportText.shown("short", false)).isEqualTo("short");
  }

  // The user, in the tab about the association

  private static String fact(CheckResult result, String name) {
    return ResultText.association(result).stream()
        .filter(fact -> fact.name().equals(name))
        .map(ResultText.Fact::value)
        .findFirst()
        .orElse("missing");
  }

  @Test
  void theAnswerToTheUserIsShown() {
    CheckRequest user =
        Results.request("CT 1")
            .withUserIdentity(
                new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true));
    CheckResult ignored =
        Results.asUser(user, new UserIdentityAnswer(Kind.IGNORED, "ignored by the peer"));
    assertThat(fact(ignored, "User identity")).isEqualTo("2 (user \"me\" with a passcode)");
    assertThat(fact(ignored, "Answer to the user identity")).isEqualTo("ignored by the peer");
    assertThat(fact(Results.refused(user), "Answer to the user identity"))
        .isEqualTo("none: the association was not accepted");
    CheckResult nobody = Results.success(Results.request("CT 1"), Duration.ofMillis(1));
    assertThat(fact(nobody, "User identity")).isEqualTo("missing");
  }
}
