package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.echolot.network.ErrorQueue;
import org.echolot.network.ErrorQueue.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who refused a connection, as Linux tells it. */
@Tag("network")
@Timeout(60)
class RefusalsTest {

  private static final int PORT = 104;

  private static Lab lab;

  @BeforeAll
  static void build() {
    lab = Lab.open();
    lab.router()
        .firewall(
            "forward",
            "ip daddr 10.77.2.32 reject with icmp type admin-prohibited",
            "ip daddr 10.77.2.33 reject with icmp type host-unreachable",
            "ip daddr 10.77.2.34 reject with icmp type net-prohibited",
            "ip daddr 10.77.2.35 reject with icmp type port-unreachable",
            "ip daddr 10.77.2.36 meta l4proto tcp reject with tcp reset",
            "ip daddr 10.77.2.37 drop",
            "ip6 daddr fd77:2::36 reject with icmpv6 type admin-prohibited",
            "ip6 daddr fd77:2::37 reject with icmpv6 type port-unreachable");
    lab.server().firewall("input", "ip daddr 10.77.2.40 reject with icmp type host-prohibited");
    // A loop: the server sends it back.
    lab.router().run("ip route add 10.77.8.0/24 via 10.77.2.20");
    lab.server().run("echo 1 >/proc/sys/net/ipv4/ip_forward");
    lab.client()
        .run(
            "ip route add prohibit 10.77.200.1; ip route add unreachable 10.77.200.2; ip route add"
                + " blackhole 10.77.200.3");
    lab.client().firewall("output", "ip daddr 10.77.2.41 drop");
  }

  @AfterAll
  static void remove() {
    if (lab != null) {
      lab.close();
    }
  }

  private static Refusal ask(String to, @Nullable String source, Duration patience) {
    ErrorQueue queue = ErrorQueue.ofThisComputer().orElseThrow();
    InetSocketAddress peer = new InetSocketAddress(InetAddress.ofLiteral(to), PORT);
    InetAddress from = source == null ? null : InetAddress.ofLiteral(source);
    return lab.client().inside(() -> queue.ask(peer, from, patience, () -> false)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "10.77.2.32, 113, 3, 13, 10.77.1.1",
    "10.77.2.33, 113, 3, 1, 10.77.1.1",
    "10.77.2.34, 101, 3, 9, 10.77.1.1",
    "10.77.2.35, 111, 3, 3, 10.77.1.1",
    "10.77.2.40, 113, 3, 10, 10.77.2.40",
    "10.77.9.9, 101, 3, 0, 10.77.1.1",
    "10.77.8.8, 113, 11, 0, 10.77.2.20",
    "fd77:2::36, 13, 1, 1, fd77:1::1",
    "fd77:2::37, 111, 1, 4, fd77:1::1",
    "fd77:9::9, 101, 1, 0, fd77:1::1"
  })
  void theIcmpMessageAndItsSenderAreTold(String to, int errno, int type, int code, String from) {
    Refusal refusal = ask(to, null, Duration.ofSeconds(2));

    assertThat(refusal.errno()).isEqualTo(errno);
    assertThat(refusal.icmp()).isNotNull();
    assertThat(refusal.icmp().type()).isEqualTo(type);
    assertThat(refusal.icmp().code()).isEqualTo(code);
    assertThat(refusal.icmp().from()).isEqualTo(InetAddress.ofLiteral(from));
  }

  /** Who resets can't be told, nor that a firewall of this computer drops. */
  @ParameterizedTest
  @CsvSource({
    "10.77.2.20, 111, true",
    "10.77.2.36, 111, true",
    "10.77.2.37, 0, true",
    "10.77.2.41, 0, true",
    "10.77.200.1, 13, false",
    "10.77.200.2, 113, false",
    "10.77.200.3, 22, false"
  })
  void whereNoMessageCameThereIsNone(String to, int errno, boolean left) {
    assertThat(ask(to, null, Duration.ofMillis(300))).isEqualTo(new Refusal(errno, left, null));
  }

  @Test
  void itComesFromTheAddressOfChoice() {
    lab.router().firewall("forward", "ip saddr 10.77.3.10 reject with icmp type 9");
    Refusal refusal = ask("10.77.2.50", Lab.CLIENT_OTHER_CARD, Duration.ofSeconds(2));

    assertThat(refusal.icmp()).isNotNull();
    assertThat(refusal.icmp().from()).isEqualTo(InetAddress.ofLiteral("10.77.3.1"));
  }

  @Test
  void whoeverLooksForAHostInVainIsTold() {
    Refusal refusal = ask(Lab.NOBODY, null, Duration.ofSeconds(5));

    assertThat(refusal.icmp()).isNotNull();
    assertThat(refusal.icmp().from()).isEqualTo(InetAddress.ofLiteral(Lab.ROUTER));
    assertThat(refusal.icmp().code()).isEqualTo(1);
  }

  @Test
  void whereTheTimeIsUpOrNobodyWantsToKnowItEnds() {
    ErrorQueue queue = ErrorQueue.ofThisComputer().orElseThrow();
    InetSocketAddress nobody = new InetSocketAddress(InetAddress.ofLiteral("10.77.2.37"), PORT);
    long start = System.nanoTime();

    assertThat(
            lab.client().inside(() -> queue.ask(nobody, null, Duration.ofSeconds(30), () -> true)))
        .contains(new Refusal(0, true, null));
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(10).toNanos());
  }
}
