package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large requests over TLS, by a path that is narrower in the middle: the first large packet may be
 * the handshake's.
 */
@Tag("network")
@Timeout(120)
class BigProbeTlsLabTest {

  private static final String NARROW_TO_SERVER =
      "ip route replace 10.77.2.0/24 dev eth2 src 10.77.2.1 mtu lock 1000";
  private static final String NARROW_TO_CLIENT =
      "ip route replace 10.77.1.0/24 dev eth0 src 10.77.1.1 mtu lock 1000";

  @TempDir static Path folder;

  private static Lab lab;
  private static Made authority;
  private static Made certificate;

  @BeforeAll
  static void build() {
    lab = Lab.open();
    CertificateKit kit = new CertificateKit(folder);
    authority = kit.authority("lab");
    certificate = kit.issuedBy(authority, "storescp").rsa(2048).make();
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

  private static RealPeer storescp() {
    return DcmtkServer.storescpIn(
        lab.server().prefix(),
        "+tls",
        certificate.key().toString(),
        certificate.file().toString(),
        "-ic",
        "-dhl");
  }

  private static Told probe(RealPeer peer) {
    return lab.probe(
            "--big",
            "--tls",
            "--trusted",
            authority.file().toString(),
            "--no-hostname-check",
            "--timeout=4s",
            "ANY@" + Lab.SERVER + ":" + peer.port())
        .only();
  }

  private static void assertVerdict(Told told, String verdict, String direction) {
    assertThat(told.text("pathMtu.verdict")).as("%s", told).isEqualTo(verdict);
    assertThat(told.text("pathMtu.direction")).as("%s", told).isEqualTo(direction);
  }

  private static void icmpIsDropped() {
    lab.router().firewall("output", "ip protocol icmp drop");
  }

  @Test
  void aHealthyPathIsClear() {
    try (RealPeer storescp = storescp()) {
      assertVerdict(probe(storescp), "CLEAR", "BOTH");
    }
  }

  @Test
  void aHoleOnTheWayToThePeerIsProved() {
    try (RealPeer storescp = storescp()) {
      lab.router().run(NARROW_TO_SERVER);
      icmpIsDropped();

      assertVerdict(probe(storescp), "HOLE", "TO_PEER");
    }
  }

  @Test
  void aHoleOnTheWayFromThePeerThatTakesTheHandshakeIsProved() {
    try (RealPeer storescp = storescp()) {
      lab.router().run(NARROW_TO_CLIENT);
      icmpIsDropped();

      Told told = probe(storescp);

      assertVerdict(told, "HOLE", "FROM_PEER");
      assertThat(told.text("pathMtu.summary")).contains("TLS handshake");
    }
  }

  @Test
  void aHoleInBothDirectionsIsProved() {
    try (RealPeer storescp = storescp()) {
      lab.router().run(NARROW_TO_SERVER + ";" + NARROW_TO_CLIENT);
      icmpIsDropped();

      assertVerdict(probe(storescp), "HOLE", "BOTH");
    }
  }
}
