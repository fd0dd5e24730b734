package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Outcome;
import org.echolot.check.Timeouts;
import org.echolot.check.run.NameResolver.LookUp;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.HeldPort;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;

/** From a name to the address that answers. */
class OwnEngineAddressesTest extends EchoEngineContract {

  private static final String NAME = "pacs.example";

  private LookUp lookUp =
      host -> {
        throw new UnknownHostException(host + ": Name or service not known");
      };

  private final EchoEngine engine =
      new OwnEngine(
          host -> lookUp.addressesOf(host), new TlsMaterials(new SecretBook()), new SecretBook());

  @Override
  EchoEngine engine() {
    return engine;
  }

  private static CheckRequest named(int port) {
    return CheckRequest.of("Peer", new AeTitle("SCRIPTED"), new AeTitle("ECHOLOT"), NAME, port)
        .withTimeouts(AMPLE);
  }

  private static Timeouts connectIn(Duration time) {
    return new Timeouts(time, AMPLE.tls(), AMPLE.associate(), AMPLE.echo(), AMPLE.release());
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  @Test
  void aNameWithoutAddressIsUnknownAndTheSystemsWordsAreKept() {
    CheckResult result = check(named(104));

    assertThatResult(result)
        .failedBy(Cause.UNKNOWN_HOST, CheckStage.RESOLVE, EndedBy.NEVER_BEGAN)
        .says(NAME)
        .says("Name or service not known");
    assertThat(result.remoteAddress()).isNull();
  }

  @Test
  void anEmptyAnswerIsAnUnknownHost() {
    lookUp = _ -> new InetAddress[0];

    assertThatResult(check(named(104)))
        .failedBy(Cause.UNKNOWN_HOST, CheckStage.RESOLVE, EndedBy.NEVER_BEGAN);
  }

  @Test
  void aLookUpThatTakesTooLongEndsAtTheDeadline() {
    CountDownLatch over = new CountDownLatch(1);
    lookUp = host -> waitFor(over, host);
    CheckResult result = check(named(104).withTimeouts(connectIn(SHORT)));
    over.countDown();

    assertThatResult(result)
        .failedBy(Cause.RESOLVE_TIMEOUT, CheckStage.RESOLVE, EndedBy.OUR_DEADLINE);
    assertThat(result.total()).isBetween(Duration.ofMillis(290), SHORT.plus(GRACE));
  }

  @Test
  void aStopEndsALookUpAtOnce() {
    CountDownLatch over = new CountDownLatch(1);
    StopSignal stop = new StopSignal();
    lookUp =
        host -> {
          Threads.startVirtual("stop", stop::stop);
          return waitFor(over, host);
        };
    CheckResult result = check(named(104), CheckListener.NONE, stop);
    over.countDown();

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(result.stage()).isEqualTo(CheckStage.RESOLVE);
  }

  @Test
  void aLookUpThatBreaksIsOurOwnFault() {
    lookUp =
        _ -> {
          throw new IllegalStateException("no idea");
        };
    CheckResult result = check(named(104));

    assertThat(result.cause()).isEqualTo(Cause.INTERNAL_ERROR);
    assertThat(result.stage()).isEqualTo(CheckStage.RESOLVE);
  }

  @Test
  void eachAddressIsTriedAndTheDetailSaysWhichAnswered() {
    lookUp = _ -> new InetAddress[] {address("127.0.0.2"), address("127.0.0.3")};
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlayingOn(address("127.0.0.3"), Line::serveEcho)) {
      CheckResult result = check(named(peer.port()));

      assertThatResult(result).succeeded().hasNoWarnings();
      assertThat(result.stage(CheckStage.RESOLVE).detail()).contains("127.0.0.2, 127.0.0.3");
      assertThat(result.stage(CheckStage.CONNECT).detail())
          .contains("127.0.0.3 answered", "127.0.0.2 refused");
      assertThat(Objects.requireNonNull(result.remoteAddress()).getAddress())
          .isEqualTo(address("127.0.0.3"));
    }
  }

  @Test
  void anAddressThatDoesNotAnswerLeavesTimeForTheNext() throws IOException {
    try (BlackHole hole = BlackHole.open();
        ScriptedPeer peer =
            ScriptedPeer.playingOn(address("127.0.0.3"), hole.port(), Line::serveEcho)) {
      lookUp = _ -> new InetAddress[] {address("127.0.0.1"), address("127.0.0.3")};
      CheckResult result = check(named(peer.port()).withTimeouts(connectIn(Duration.ofSeconds(1))));

      assertThatResult(result).succeeded();
      assertThat(result.stage(CheckStage.CONNECT).detail())
          .contains("127.0.0.3 answered", "127.0.0.1 did not answer");
    }
  }

  @Test
  void whereNoneAnswersTheOneThatTellsMostDecidesAndAllAreNamed() throws IOException {
    try (BlackHole hole = BlackHole.open()) {
      lookUp =
          _ ->
              new InetAddress[] {
                address("127.0.0.1"), address("127.0.0.2"), address("255.255.255.255")
              };
      CheckResult result =
          check(named(hole.port()).withTimeouts(connectIn(Duration.ofMillis(600))));

      assertThatResult(result)
          .failedBy(Cause.CONNECTION_REFUSED, CheckStage.CONNECT, EndedBy.NEVER_BEGAN);
      assertThat(result.stage(CheckStage.CONNECT).detail())
          .contains(
              "127.0.0.1 did not answer", "127.0.0.2 refused", "255.255.255.255 can't be reached");
    }
  }

  @Test
  void anAddressNeedsNoLookUp() throws IOException {
    try (HeldPort port = HeldPort.open()) {
      assertThat(check(request(port.number())).cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }
  }

  private static InetAddress[] waitFor(CountDownLatch over, String host)
      throws UnknownHostException {
    try {
      boolean _ = over.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new UnknownHostException(host);
  }
}
