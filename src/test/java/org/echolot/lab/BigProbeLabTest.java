package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Large requests over a path that is narrower in the middle: routes with an MTU of 1,400 bytes, and
 * a router whose ICMP errors are dropped.
 */
@Tag("network")
@Timeout(120)
class BigProbeLabTest {

  private static final String NARROW_TO_SERVER =
      "ip route replace 10.77.2.0/24 dev eth2 src 10.77.2.1 mtu lock 1400";
  private static final String NARROW_TO_CLIENT =
      "ip route replace 10.77.1.0/24 dev eth0 src 10.77.1.1 mtu lock 1400";

  private static Lab lab;

  @BeforeAll
  static void build() {
    lab = Lab.open();
  }

  @AfterAll
  static void remove() {
    if (lab != null) {
      lab.close();
    }
  }

  @AfterEach
  void letAllPass() {
    lab.withoutFirewalls();
    lab.router()
        .run(
            "ip route replace 10.77.2.0/24 dev eth2 src 10.77.2.1;"
                + "ip route replace 10.77.1.0/24 dev eth0 src 10.77.1.1");
    lab.client().run("ip route flush cache");
    lab.server().run("ip route flush cache");
  }

  private static Told probe(RealPeer peer, String... more) {
    String[] arguments = new String[more.length + 2];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = "--timeout=4s";
    arguments[more.length + 1] = "ORTHANC@" + Lab.SERVER + ":" + peer.port();
    return lab.probe(arguments).only();
  }

  private static void assertVerdict(Told told, String verdict, String direction) {
    assertThat(told.text("pathMtu.verdict")).as("%s", told).isEqualTo(verdict);
    assertThat(told.text("pathMtu.direction")).as("%s", told).isEqualTo(direction);
  }

  private static void icmpIsDropped() {
    lab.router().firewall("output", "ip protocol icmp drop");
  }

  private static void assertServesOthersAtOnce(RealPeer orthanc) {
    long start = System.nanoTime();
    lab.server().run("echoscu -ta 20 -td 20 -to 20 -aec ORTHANC 127.0.0.1 " + orthanc.port());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aHealthyPathIsClearInBothDirections() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      Told told = probe(orthanc, "--big");

      assertVerdict(told, "CLEAR", "BOTH");
      assertThat(told.text("good")).isEqualTo("true");
    }
  }

  @Test
  void aNarrowPathWhoseIcmpErrorsArriveIsNoHole() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().run(NARROW_TO_SERVER + ";" + NARROW_TO_CLIENT);

      assertVerdict(probe(orthanc, "--big"), "CLEAR", "BOTH");
    }
  }

  @Test
  void aHoleOnTheWayToThePeerIsProvedAndThePeerIsFree() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().run(NARROW_TO_SERVER);
      icmpIsDropped();

      Told told = probe(orthanc, "--big");

      assertServesOthersAtOnce(orthanc);
      assertVerdict(told, "HOLE", "TO_PEER");
      assertThat(told.text("pathMtu.summary"))
          .contains("not acknowledged")
          .contains("MSS 1448, path MTU 1500");
    }
  }

  @Test
  void aHoleOnTheWayFromThePeerIsProvedAndThePeerIsFree() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().run(NARROW_TO_CLIENT);
      icmpIsDropped();

      Told told = probe(orthanc, "--big");

      assertServesOthersAtOnce(orthanc);
      assertVerdict(told, "HOLE", "FROM_PEER");
      assertThat(told.text("pathMtu.summary")).contains("all of it was acknowledged");
    }
  }

  @Test
  void aHoleInBothDirectionsIsProved() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().run(NARROW_TO_SERVER + ";" + NARROW_TO_CLIENT);
      icmpIsDropped();

      assertVerdict(probe(orthanc, "--big"), "HOLE", "BOTH");
    }
  }

  @Test
  void aDeviceThatDropsLargeRequestsHoweverTheyAreSentIsNoHole() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().firewall("forward", "ip saddr 10.77.1.10 ip length > 500 drop");

      assertVerdict(probe(orthanc, "--big", "8192"), "UNKNOWN", "null");
    }
  }
}
