package org.echolot.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.echolot.capture.Recording;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.Errands;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peers.Peer;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.ByHand;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.TitlesTried;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TitlesQuestionTest {

  private final ByHand fx = new ByHand();
  private final SecretBook secrets = new SecretBook();
  private final TitlesQuestion question =
      new TitlesQuestion(() -> new Errands(new TlsMaterials(secrets), secrets), new Journal(), fx);
  private VerificationScp scp;
  private PeerRow row;
  private CheckRequest request;

  @BeforeEach
  void startPeerThatKnowsOneCaller() throws IOException {
    ListenerOptions open = ListenerOptions.onLoopback(new AeTitle("PACS"), 0);
    scp =
        VerificationScp.start(
            new ListenerOptions(
                open.ae(),
                false,
                InetAddress.getLoopbackAddress(),
                0,
                Set.of(new AeTitle("KNOWN")),
                Set.of(),
                4,
                open.associateTimeout(),
                open.idleTimeout()),
            new Journal());
    Peer peer = Peer.of("A", new AeTitle("PACS"), "127.0.0.1", scp.address().getPort());
    row = new PeerRow(peer);
    request =
        CheckRequest.of(
            peer.id(), "A", peer.calledAe(), new AeTitle("ECHOLOT"), peer.host(), peer.port());
  }

  @AfterEach
  void stop() {
    scp.close();
  }

  private void rejected() {
    row.checkEnded(
        new OwnEngine(new TlsMaterials(secrets), secrets)
            .check(request, CheckListener.NONE, new StopSignal()),
        Recording.EMPTY);
  }

  @Test
  void whatWorksIsInTheRowAndInItsTicketUntilItIsCheckedAgain() {
    rejected();
    question.ask(row, List.of(new AeTitle("OTHER"), new AeTitle("KNOWN")));
    assertThat(row.titlesProperty().get()).isEqualTo(TitlesTried.NOW);
    fx.runUntil("answered", () -> row.titlesProperty().get().answered() != null);

    TitlesTried tried = row.titlesProperty().get();
    assertThat(tried.working())
        .singleElement()
        .satisfies(one -> assertThat(one.callingAe()).isEqualTo(new AeTitle("KNOWN")));
    assertThat(Objects.requireNonNull(row.evidence()).tried())
        .isEqualTo(tried.sentences())
        .hasSizeBetween(3, 5)
        .last()
        .asString()
        .contains("The peer accepts us as \"KNOWN\"");

    row.checkEnded(Results.success(request, Duration.ofMillis(2)), Recording.EMPTY);
    assertThat(row.titlesProperty().get()).isEqualTo(TitlesTried.NOT);
  }

  @Test
  void anAnswerThatComesAfterANewResultIsNotShown() {
    rejected();
    question.ask(row, List.of());
    row.checkEnded(Results.success(request, Duration.ofMillis(2)), Recording.EMPTY);
    await().until(() -> fx.waiting() == 1);
    fx.runAll();

    assertThat(row.titlesProperty().get()).isEqualTo(TitlesTried.NOT);
  }

  @Test
  void whereAeTitlesAreNotTheMatterNobodyIsAsked() {
    row.checkEnded(Results.refused(request), Recording.EMPTY);
    question.ask(row, List.of());

    assertThat(row.titlesProperty().get()).isEqualTo(TitlesTried.NOT);
  }

  @Test
  void aQuestionThatIsStoppedEnds() {
    rejected();
    question.close();
    question.ask(row, List.of(new AeTitle("KNOWN")));
    fx.runUntil("answered", () -> row.titlesProperty().get().answered() != null);

    assertThat(row.titlesProperty().get().working()).isEmpty();
  }
}
