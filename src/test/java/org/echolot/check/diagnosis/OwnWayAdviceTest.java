package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.network.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that leaves through a VPN goes nowhere if that is not connected. */
class OwnWayAdviceTest {

  private static final List<String> ADVICE =
      List.of("Ask.", "Call from another address of this computer (10.9.9.9), if it is known.");

  private static List<String> advice(Cause cause, String card) {
    return OwnWayAdvice.addedTo(
        ADVICE, cause, new Origin(InetAddress.ofLiteral("10.1.1.1"), card, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"tun0", "wg0", "utun3", "ppp0", "tailscale0", "ipsec1"})
  void theVpnIsLookedAtFirstWhereNoConnectionOpened(String card) {
    assertThat(advice(Cause.CONNECT_TIMEOUT, card))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Check that the VPN is connected: calls to this peer go through " + card);
  }

  /** No firewall log shows what never left this computer. */
  @ParameterizedTest
  @CsvSource({"tun0", "eth0"})
  void withoutACarrierNobodyElseIsAsked(String card) {
    assertThat(
            OwnWayAdvice.addedTo(
                ADVICE, new Origin(InetAddress.ofLiteral("10.1.1.1"), card, List.of()), true))
        .hasSize(2)
        .doesNotContainAnyElementsOf(ADVICE)
        .first()
        .asString()
        .contains(card, "no carrier");
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT_TIMEOUT, eth0",
    "CONNECT_TIMEOUT, enp3s0",
    "CONNECTION_REFUSED, tun0",
    "CONNECT_TIMEOUT, ../../tun0"
  })
  void otherwiseItIsNoMatterOfAVpn(Cause cause, String card) {
    assertThat(advice(cause, card)).isEqualTo(ADVICE);
  }
}
