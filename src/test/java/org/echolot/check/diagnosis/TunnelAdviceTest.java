package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a tunnel is thought of. */
class TunnelAdviceTest {

  private static final List<String> ADVICE = List.of("One.", "Two.");
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 54_698);

  private static List<String> added(Cause cause, @Nullable InetSocketAddress remote) {
    return TunnelAdvice.addedTo(ADVICE, cause, remote, HERE);
  }

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 11_112);
  }

  @Test
  void aPortThatIsClosedHereMayBeATunnelThatIsNotOpen() {
    assertThat(added(Cause.CONNECTION_REFUSED, at("127.0.0.1")))
        .containsExactly(
            "One.",
            "If the peer is reached through a tunnel on this computer (ssh -L, kubectl"
                + " port-forward), check that it is open.",
            "Two.");
  }

  @Test
  void whatClosesHereMayBeATunnelAndItsLogIsElsewhere() {
    assertThat(added(Cause.CLOSED_BEFORE_REPLY, at("::1")))
        .containsExactly(
            "If the peer is reached through a tunnel on this computer (ssh -L, kubectl"
                + " port-forward), check its far end first.",
            "Through a tunnel, look in the peer's log for the address of the tunnel's far end, not"
                + " for 127.0.0.1:54698.",
            "One.",
            "Two.");
  }

  @ParameterizedTest
  @EnumSource
  void aPeerElsewhereIsNoTunnel(Cause cause) {
    assertThat(added(cause, at("10.77.2.20"))).isEqualTo(ADVICE);
    assertThat(added(cause, null)).isEqualTo(ADVICE);
  }

  @Test
  void aRejectionIsThePeersOwnHoweverItIsReached() {
    assertThat(added(Cause.REJECTED_CALLED_AE, at("127.0.0.1"))).isEqualTo(ADVICE);
  }
}
