package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
import org.echolot.check.Warning;
import org.echolot.check.dns.DnsAnswer;
import org.echolot.check.dns.DnsInquiry;
import org.echolot.check.dns.DnsReply;
import org.echolot.check.dns.HostsFile;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a name to the address that answers. */
class OwnEngineAddressesTest extends EchoEngineContract {

  private static final String NAME = "pacs.example";

  private LookUp lookUp =
      host -> {
        throw new UnknownHostException(host + ": Name or service not known");
      };

  private DnsInquiry dns = DnsInquiry.none();

  private final EchoEngine engine =
      new OwnEngine(
          new NameSources(
              new NameResolver(host -> lookUp.addressesOf(host)),
              host -> dns.about(host),
              new HostsFile()),
          new TlsMaterials(new SecretBook()),
          new SecretBook());

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

  private static Timeouts lookUpIn(Duration time) {
    return new Timeouts(
        time, AMPLE.connect(), AMPLE.tls(), AMPLE.associate(), AMPLE.echo(), AMPLE.release());
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
    CheckResult result = check(named(104).withTimeouts(lookUpIn(SHORT)));
    over.countDown();

    assertThatResult(result)
        .failedBy(Cause.RESOLVE_TIMEOUT, CheckStage.RESOLVE, EndedBy.OUR_DEADLINE);
    assertThat(result.total()).isBetween(Duration.ofMillis(290), SHORT.plus(GRACE));
  }

  @Test
  void aLookUpMayTakeLongerThanAConnection() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    lookUp =
        _ -> {
          await(later, SHORT.multipliedBy(2));
          return new InetAddress[] {address("127.0.0.1")};
        };
    try (HeldPort port = HeldPort.open()) {
      CheckResult result = check(named(port.number()).withTimeouts(connectIn(SHORT)));

      assertThat(result.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }
  }

  @Test
  void aSlowLookUpIsAWarningThatNamesTheDnsServerThatFailed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    InetAddress dead = address("10.77.2.53");
    DnsReply silence = new DnsReply(dead, new DnsAnswer.Silence(Duration.ofMillis(1500)));
    DnsReply right =
        new DnsReply(
            address("10.77.2.54"), new DnsAnswer.Addresses(NAME, List.of(address("127.0.0.1"))));
    dns =
        _ -> {
          asked.countDown();
          return CompletableFuture.completedFuture(List.of(silence, right));
        };
    lookUp =
        _ -> {
          await(asked, Duration.ofSeconds(20));
          return new InetAddress[] {address("127.0.0.1")};
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::serveEcho)) {
      CheckResult result = check(named(peer.port()));

      assertThatResult(result).succeeded();
      assertThat(result.warning(Warning.Code.SLOW_LOOKUP).orElseThrow().text())
          .startsWith("The lookup of \"pacs.example\" took 1.")
          .endsWith(
              " s: 10.77.2.53, the first of 2 DNS servers, did not respond within 1.5 s when asked"
                  + " directly. Ask the network team to repair it, or to name another one for this"
                  + " computer.");
    }
  }

  @Test
  void aQuickLookUpAsksNobodyElse() {
    dns =
        _ -> {
          throw new AssertionError("asked");
        };
    lookUp = _ -> new InetAddress[] {address("127.0.0.1")};
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::serveEcho)) {
      assertThatResult(check(named(peer.port())))
          .succeeded()
          .hasWarnings(Warning.Code.NAME_IS_LOOPBACK);
    }
  }

  @Test
  void dnsServersThatNeverSayAnythingDoNotHoldACheckUpForever() {
    dns = _ -> new CompletableFuture<>();

    assertThatResult(check(named(104)))
        .failedBy(Cause.UNKNOWN_HOST, CheckStage.RESOLVE, EndedBy.NEVER_BEGAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void anAddressThatIsNoneFailsAtTheLookUpAndNobodyIsCalled(String none) {
    lookUp = _ -> new InetAddress[] {address(none)};

    assertThatResult(check(named(104)))
        .failedBy(Cause.UNKNOWN_HOST, CheckStage.RESOLVE, EndedBy.NEVER_BEGAN)
        .says("is no address: a filter or a placeholder");
    assertThatResult(
            check(
                CheckRequest.of("Typed", new AeTitle("SCRIPTED"), new AeTitle("ECHOLOT"), none, 104)
                    .withTimeouts(AMPLE)))
        .failedBy(Cause.UNKNOWN_HOST, CheckStage.RESOLVE, EndedBy.NEVER_BEGAN)
        .says("nothing can be called at");
  }

  @Test
  void anAddressThatIsNoneIsPassedOverWhereThereIsAnother() {
    lookUp = _ -> new InetAddress[] {address("0.0.0.0"), address("127.0.0.1")};
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::serveEcho)) {
      assertThatResult(check(named(peer.port())))
          .succeeded()
          .hasWarnings(Warning.Code.NAME_IS_LOOPBACK);
    }
  }

  @Test
  void aNameThatEverybodyReadsAsThisComputerIsNoSurprise() {
    lookUp = _ -> new InetAddress[] {address("127.0.0.1")};
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::serveEcho)) {
      CheckRequest request =
          CheckRequest.of(
                  "Peer",
                  new AeTitle("SCRIPTED"),
                  new AeTitle("ECHOLOT"),
                  "LocalHost.",
                  peer.port())
              .withTimeouts(AMPLE);

      assertThatResult(check(request)).succeeded().hasNoWarnings();
    }
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

      assertThatResult(result)
          .succeeded()
          .hasWarnings(Warning.Code.DEAD_ADDRESS, Warning.Code.NAME_IS_LOOPBACK);
      assertThat(result.warning(Warning.Code.DEAD_ADDRESS).orElseThrow().text())
          .isEqualTo(
              "127.0.0.2, the first of 2 addresses of \"pacs.example\", refused. Programs that try"
                  + " only the first address fail.");
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
  void whereNoneOfSeveralAnswersAllAreNamedWithTheTimeThatEachHad() throws IOException {
    try (BlackHole hole = BlackHole.open()) {
      lookUp = _ -> new InetAddress[] {address("127.0.0.1"), address("127.0.0.1")};
      CheckResult result =
          check(named(hole.port()).withTimeouts(connectIn(Duration.ofMillis(600))));

      assertThatResult(result)
          .failedBy(Cause.CONNECT_TIMEOUT, CheckStage.CONNECT, EndedBy.OUR_DEADLINE)
          .says("none of the 2 addresses answered");
      assertThat(result.summary())
          .containsPattern(
              "\\(127.0.0.1 did not answer on port \\d+ in \\d+ ms; 127.0.0.1 did not answer on"
                  + " port ");
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
              "127.0.0.1 did not answer", "127.0.0.2 refused", "255.255.255.255 cannot be reached");
    }
  }

  @Test
  void anAddressNeedsNoLookUp() throws IOException {
    try (HeldPort port = HeldPort.open()) {
      assertThat(check(request(port.number())).cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }
  }

  private static void await(CountDownLatch latch, Duration atMost) {
    try {
      boolean _ = latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
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
