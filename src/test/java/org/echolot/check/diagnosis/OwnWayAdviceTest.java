package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.network.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that leaves through a VPN goes nowhere if that is not connected. */
class OwnWayAdviceTest {

  private static final List<String> ADVICE =
      List.of("Ask.", "Call from another address of this computer (10.9.9.9), if it is known.");

  private static List<String> advice(Cause cause, String card) {
    return OwnWayAdvice.addedTo(
        ADVICE, cause, null, new Origin(InetAddress.ofLiteral("10.1.1.1"), card, List.of()));
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
  @CsvSource({
    "CONNECT_TIMEOUT, SILENT_WITHOUT_CARRIER, tun0, VPN",
    "HOST_UNREACHABLE, NO_CARRIER, eth0, 'cable, Wi-Fi'"
  })
  void withoutACarrierNobodyElseIsAsked(Cause cause, Variant variant, String card, String first) {
    Finding finding =
        ConnectDiagnosis.withoutCarrier(Finding.of(cause, EndedBy.OUR_DEADLINE, "silence"), card);
    Map<String, String> facts = new HashMap<>(finding.facts());
    facts.put("remote", "10.1.2.3");
    CauseTexts texts = CauseTexts.load();

    assertThat(finding.variant()).isEqualTo(variant);
    assertThat(texts.summary(cause, variant, facts))
        .endsWith(
            card
                + ", through which this computer calls 10.1.2.3, has no carrier, so nothing was"
                + " sent");
    assertThat(texts.move(cause, variant)).isEqualTo(Move.OURS);
    assertThat(texts.advice(cause, variant, facts, true))
        .hasSize(2)
        .noneMatch(step -> step.startsWith("Ask"))
        .first()
        .asString()
        .contains(card, first);
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
