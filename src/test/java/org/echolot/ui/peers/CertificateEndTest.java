package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.ui.peers.Book.ended;
import static org.echolot.ui.peers.Book.peer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.Warning;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict.Kind;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the list says of certificates; results are of 2026-11-23. */
class CertificateEndTest {

  private static final CheckRequest REQUEST = Results.request("CT 1");

  private final PeerRow row = new PeerRow(peer("CT 1"));

  private @Nullable CertificateEnd end() {
    return row.certificateEndProperty().get();
  }

  private static CertificateEnd endOf(TlsReport report) {
    return CertificateEnd.of(Results.overTls(REQUEST, report)).orElseThrow();
  }

  private static TlsReport showing(String certificate) {
    return Handshakes.judged(Certificates.one(certificate), Kind.TRUSTED);
  }

  @Test
  void theFirstOfTheChainToEndCounts() {
    CertificateEnd end = endOf(Handshakes.trusted());
    assertThat(end.certificate().shortSubject()).isEqualTo("Klinikum Musterstadt Issuing CA 1");
    assertThat(end.text()).isEqualTo("⚠ 16 days");
    assertThat(end.styleClass()).isEqualTo("status-warning");
    assertThat(end.explanation())
        .isEqualTo(
            "Klinikum Musterstadt Issuing CA 1: 2026-01-01 to 2026-12-10 (UTC), expires soon, 16"
                + " days left");
  }

  @Test
  void eachStateIsToldInWords() {
    assertThat(endOf(showing("pss")).text()).isEqualTo("38 days");
    assertThat(endOf(showing("ed25519")).text()).isEqualTo("✗ expired");
    assertThat(endOf(showing("future")).text()).isEqualTo("✗ not yet valid");
  }

  @Test
  void whatEndsFirstComesFirstAndWhatHasNoneLast() {
    CertificateEnd soon = endOf(Handshakes.trusted());
    CertificateEnd expired = endOf(showing("ed25519"));
    List<@Nullable CertificateEnd> ends = Arrays.asList(null, soon, null, expired);
    ends.sort(CertificateEnd::compare);
    assertThat(ends).containsExactly(expired, soon, null, null);
  }

  @Test
  void aCheckThatCameToNoHandshakeTellsNothingNew() {
    assertThat(end()).isNull();
    ended(row, Results.overTls(REQUEST, Handshakes.trusted()));
    CertificateEnd known = end();
    assertThat(known).isNotNull();
    ended(row, Results.refused(REQUEST));
    assertThat(end()).isEqualTo(known);
    row.forget();
    assertThat(end()).isNull();
  }

  @Test
  void aPeerThatIsNotTrustedShowsItsCertificateAllTheSame() {
    ended(
        row,
        Results.tlsFailed(
            REQUEST, Cause.CERTIFICATE_EXPIRED, Handshakes.untrusted(Certificates.one("ed25519"))));
    assertThat(end()).extracting(CertificateEnd::text).isEqualTo("✗ expired");
  }

  @Test
  void aCertificateThatExpiresSoonMarksThePeer() {
    ended(
        row,
        Results.success(
            REQUEST,
            Duration.ofMillis(1),
            new Warning(Warning.Code.CERTIFICATE_EXPIRES_SOON, "It ends in 14 days.")));
    assertThat(row.status()).isEqualTo(Status.WARNING);
    assertThat(ResultWords.of(row)).isEqualTo("1.00 ms · cert. expires soon");
  }
}
