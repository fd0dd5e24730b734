package org.echolot.ui.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.CertificateCalendar.Entry;
import org.echolot.history.CertificateCalendar.Kind;
import org.echolot.peers.Peer;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.Test;

/** The certificates that were seen with the peers of the list, in this session or before. */
class CertificatesModelTest {

  private final PeerRow checked = row("Checked");
  private final PeerRow before = row("Renamed since");

  private static PeerRow row(String name) {
    return new PeerRow(Peer.of(name, new AeTitle("A"), "10.1.2.3", 104));
  }

  private static CheckRequest request(PeerRow row, String name) {
    return CheckRequest.of(
        row.id(), name, new AeTitle("A"), new AeTitle("ECHOLOT"), "10.1.2.3", 104);
  }

  private CertificatesModel model() {
    CheckResult now = Results.overTls(request(checked, "Checked"), Handshakes.trusted());
    checked.checkQueued();
    checked.checkBegan(1);
    checked.checkEnded(now, Recording.EMPTY);
    CheckResult old =
        Results.tlsFailed(
            request(before, "Old name"),
            Cause.CERTIFICATE_EXPIRED,
            Handshakes.untrusted(Certificates.one("ed25519")));
    CertificatesModel model =
        new CertificatesModel(
            List.of(checked, before),
            peers -> {
              assertThat(peers).isEqualTo(Set.of(checked.id(), before.id()));
              return List.of(old);
            },
            Runnable::run,
            Runnable::run);
    model.load();
    return model;
  }

  private static List<Entry> shown(CertificatesModel model) {
    return model.shownProperty().get();
  }

  @Test
  void whatThisSessionSawAndWhatTheHistoryHasAreSortedByTheirEnd() {
    CertificatesModel model = model();

    assertThat(model.loadingProperty().get()).isFalse();
    assertThat(shown(model)).extracting(entry -> entry.facts().notAfter()).isSorted();
    assertThat(shown(model).getFirst().peers())
        .as("by the name that the peer has now")
        .containsExactly("Renamed since");
    assertThat(shown(model)).anyMatch(entry -> entry.peers().contains("Checked"));
    assertThat(model.soon(Instant.parse("2026-11-27T00:00:00Z"))).isPositive();
  }

  @Test
  void aKindAndAWordLeaveTheOthersOut() {
    CertificatesModel model = model();
    int all = shown(model).size();

    model.kindProperty().set(Kind.ISSUER);
    assertThat(shown(model)).isNotEmpty().allMatch(entry -> entry.kind() == Kind.ISSUER);
    model.kindProperty().set(null);
    model.findProperty().set("RENAMED");
    assertThat(shown(model))
        .hasSizeLessThan(all)
        .allMatch(e -> e.peers().contains("Renamed since"));
  }
}
