package org.echolot.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.dns.DnsAnswer;
import org.echolot.check.dns.DnsInquiry;
import org.echolot.check.dns.DnsReply;
import org.echolot.network.Gateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What excuses a peer, and what does not. */
class ThisComputersLineTest {

  private static final InetAddress OURS = InetAddress.ofLiteral("10.1.9.8");
  private static final InetAddress DNS_SERVER = InetAddress.ofLiteral("10.1.9.53");

  /** A computer of the test's own. */
  private static final class Scripted implements ThisComputersLine.Computer {
    private List<InetAddress> addresses = List.of(OURS);
    private boolean route = true;
    private Gateway.State gateway = Gateway.State.ANSWERS;
    private int looks;

    @Override
    public List<InetAddress> addresses() {
      return addresses;
    }

    @Override
    public boolean hasRouteTo(InetSocketAddress peer) {
      return route;
    }

    @Override
    public Optional<Gateway> gateway() {
      return Optional.of(new Gateway(InetAddress.ofLiteral("10.1.9.1")));
    }

    @Override
    public Gateway.State state(Gateway asked) {
      looks++;
      return gateway;
    }
  }

  private final Scripted computer = new Scripted();
  private List<DnsReply> dns = List.of();
  private final ThisComputersLine line =
      new ThisComputersLine(computer, _ -> CompletableFuture.completedFuture(dns));

  private @Nullable LineFault behind(Cause cause, String host) {
    return behind(cause, Ends.request("CT 1", host));
  }

  private @Nullable LineFault behind(Cause cause, CheckRequest request) {
    return line.faultBehind(Ends.failure(request, cause, Instant.EPOCH));
  }

  private static DnsReply silent(InetAddress server) {
    return new DnsReply(server, new DnsAnswer.Silence(Duration.ofSeconds(1)));
  }

  @Test
  void aPeerThatDoesNotAnswerIsToBlameWhileTheGatewayIsThere() {
    assertThat(behind(Cause.CONNECT_TIMEOUT, "10.1.2.3")).isNull();
  }

  @Test
  void withoutAnyAddressNothingIsThePeersFault() {
    computer.addresses = List.of();

    assertThat(behind(Cause.HOST_UNREACHABLE, "10.1.2.3"))
        .isEqualTo(
            new LineFault(
                LineFault.Scope.ALL, "no network interface of this computer has an address"));
  }

  @Test
  void aGatewayThatIsNotThereExcusesAllPeers() {
    computer.gateway = Gateway.State.SILENT;
    dns = List.of(silent(DNS_SERVER));

    assertThat(behind(Cause.CONNECT_TIMEOUT, "10.1.2.3"))
        .isEqualTo(
            new LineFault(
                LineFault.Scope.ALL,
                "the gateway 10.1.9.1 does not answer, nor does any DNS server"));
  }

  @Test
  void aDnsServerThatAnswersShowsThatTheLineIsUp() {
    computer.gateway = Gateway.State.SILENT;
    dns = List.of(new DnsReply(DNS_SERVER, new DnsAnswer.NoSuchName()));

    assertThat(behind(Cause.CONNECT_TIMEOUT, "10.1.2.3")).isNull();
  }

  @Test
  void whatAnswersOnThisComputerItselfShowsNothing() {
    computer.gateway = Gateway.State.SILENT;
    dns = List.of(new DnsReply(InetAddress.getLoopbackAddress(), new DnsAnswer.NoSuchName()));

    assertThat(behind(Cause.CONNECT_TIMEOUT, "10.1.2.3"))
        .isEqualTo(new LineFault(LineFault.Scope.ALL, "the gateway 10.1.9.1 does not answer"));
  }

  @Test
  void aGatewayOfWhichNothingIsKnownExcusesNobody() {
    computer.gateway = Gateway.State.UNKNOWN;
    dns = List.of(silent(DNS_SERVER));

    assertThat(behind(Cause.CONNECT_TIMEOUT, "10.1.2.3")).isNull();
  }

  @Test
  void silentDnsServersExcusePeersThatAreCalledByName() {
    dns = List.of(silent(DNS_SERVER));

    assertThat(behind(Cause.RESOLVE_TIMEOUT, "ct1.example"))
        .isEqualTo(new LineFault(LineFault.Scope.NAMES, "no DNS server of this computer answers"));
    dns = List.of(silent(DNS_SERVER), new DnsReply(DNS_SERVER, new DnsAnswer.Failure(2)));
    assertThat(behind(Cause.RESOLVE_TIMEOUT, "ct1.example")).isNull();
  }

  @Test
  void aPeerToWhichThereIsNoRouteIsExcusedAlone() {
    computer.route = false;

    assertThat(behind(Cause.HOST_UNREACHABLE, "10.1.2.3"))
        .isEqualTo(new LineFault(LineFault.Scope.ONE, "this computer has no route to 10.1.2.3"));
  }

  @Test
  void anAddressToCallFromThatIsGoneExcusesThePeer() {
    CheckRequest fromElsewhere = Ends.request("CT 1", "10.1.2.3").withSource("10.7.7.7");

    assertThat(behind(Cause.HOST_UNREACHABLE, fromElsewhere))
        .isEqualTo(
            new LineFault(
                LineFault.Scope.ONE,
                "this computer does not have the address 10.7.7.7 to call from"));
  }

  @Test
  void whatThePeerAnsweredAndWhatIsOnThisComputerNeedNoLook() {
    computer.addresses = List.of();

    assertThat(behind(Cause.REJECTED_CALLED_AE, "10.1.2.3")).isNull();
    assertThat(behind(Cause.CONNECTION_REFUSED, "10.1.2.3")).isNull();
    assertThat(behind(Cause.CONNECT_TIMEOUT, "127.0.0.1")).isNull();
    assertThat(behind(Cause.CONNECT_TIMEOUT, "localhost")).isNull();
  }

  @Test
  void aThousandPeersThatFailTogetherAskTheGatewayOnce() {
    for (int i = 0; i < 1_000; i++) {
      behind(Cause.CONNECT_TIMEOUT, "10.1.2.3");
    }

    assertThat(computer.looks).isEqualTo(1);
  }

  @Test
  void thisComputerCanBeAskedForReal() {
    assertThat(
            new ThisComputersLine()
                .faultBehind(
                    Ends.failure(
                        Ends.request("CT 1", "localhost"), Cause.CONNECT_TIMEOUT, Instant.EPOCH)))
        .isNull();
    assertThat(new ThisComputersLine(computer, DnsInquiry.none())).isNotNull();
  }
}
