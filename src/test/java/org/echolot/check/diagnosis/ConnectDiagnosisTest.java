package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.echolot.check.diagnosis.ConnectEvidence.Reach;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault it is that there is no connection, by who said so and after how long. */
class ConnectDiagnosisTest {

  private static final InetAddress PEER = InetAddress.ofLiteral("10.77.2.20");

  private static @Nullable Variant variant(
      ConnectFault fault, int millis, @Nullable IcmpAnswer icmp, Reach reach) {
    return ConnectDiagnosis.of(
            new ConnectEvidence(
                PEER,
                fault,
                Duration.ofMillis(millis),
                true,
                Origin.of(InetAddress.ofLiteral("10.77.1.10")),
                icmp,
                reach,
                ""),
            true)
        .variant();
  }

  /** Who looks for a computer behind itself is a gateway, and no firewall on that computer. */
  @ParameterizedTest
  @CsvSource({
    "1, 3100, FORWARDED",
    "1, 3, PEERS_FIREWALL",
    "0, 3, FORWARDED",
    "10, 3, PEERS_FIREWALL",
    "13, 3100, PEERS_FIREWALL"
  })
  void thePeersOwnAddressMayBeThatOfAGateway(int code, int millis, Variant expected) {
    assertThat(
            variant(ConnectFault.NO_HOST, millis, new IcmpAnswer(3, code, PEER), Reach.NOT_ASKED))
        .isEqualTo(expected);
  }

  /** Who answers by ICMP can be reached. */
  @Test
  void aPeerThatAnswersForItselfIsNotSaidToBeOutOfReach() {
    Finding finding =
        ConnectDiagnosis.of(
            new ConnectEvidence(
                PEER,
                ConnectFault.NO_HOST,
                Duration.ofMillis(3100),
                true,
                null,
                new IcmpAnswer(3, 1, PEER),
                Reach.NOT_ASKED,
                "it cannot be reached"),
            true);

    assertThat(finding.detail()).contains("answered: ICMP 3/1").doesNotContain("cannot be reached");
  }

  @Test
  void severalAddressesThatAllRefuseAreAllNamed() {
    Finding refused =
        ConnectDiagnosis.of(
            new ConnectEvidence(
                PEER, ConnectFault.REFUSED, Duration.ZERO, true, null, null, Reach.NOT_ASKED, "d"),
            true);

    assertThat(ConnectDiagnosis.ofSeveral(refused, 2, true).variant())
        .isEqualTo(Variant.REFUSED_BY_ALL);
    assertThat(ConnectDiagnosis.ofSeveral(refused, 2, false).variant()).isNull();
    assertThat(ConnectDiagnosis.ofSeveral(refused, 1, true).variant()).isNull();
  }

  @Test
  void aComputerThatAnswersAnotherAddressOfOursHasNoWayBackToThisOne() {
    assertThat(variant(ConnectFault.SILENCE, 5000, null, Reach.ELSEWHERE))
        .isEqualTo(Variant.NO_WAY_BACK);
    assertThat(variant(ConnectFault.SILENCE, 5000, null, Reach.FORBIDDEN_HERE))
        .isEqualTo(Variant.SILENCED_HERE);
  }
}
