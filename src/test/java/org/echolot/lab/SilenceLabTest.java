package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Silence after a connection that opened: whose it is, and that a peer which missed a part of what
 * we sent is not kept from its other callers by us.
 */
@Tag("network")
@Timeout(120)
class SilenceLabTest {

  /** A peer that is free answers in a few milliseconds; one that waits for us takes 30 s. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

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
  }

  private static Told check(RealPeer peer, String... more) {
    return check("ORTHANC@" + Lab.SERVER + ":" + peer.port(), more);
  }

  private static Told check(String target, String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = "--timeout";
    arguments[more.length + 1] = "2s";
    arguments[more.length + 2] = target;
    return lab.echo(arguments).only();
  }

  private static void assertServesOthersAtOnce(RealPeer orthanc) {
    long start = System.nanoTime();
    lab.server().run("echoscu -ta 20 -td 20 -to 20 -aec ORTHANC 127.0.0.1 " + orthanc.port());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  @Test
  void aRequestThatIsDroppedIsTheNetworksFaultAndLeavesThePeerFree() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().firewall("forward", "ip saddr 10.77.1.10 ip length > 200 drop");

      Told told = check(orthanc);

      assertServesOthersAtOnce(orthanc);
      assertThat(told.cause()).isEqualTo("ASSOCIATE_TIMEOUT");
      assertThat(told.move()).isEqualTo("NETWORK");
      assertThat(told.summary()).contains("did not acknowledge what we sent");
      assertThat(told.text("unacknowledgedBytes")).isNotIn("null", "0");
    }
  }

  @Test
  void aProgramThatHangsIsToldAndServesOthersAtOnceWhenItGoesOn() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.server().run("kill -STOP " + orthanc.process().pid());

      Told told = check(orthanc);

      lab.server().run("kill -CONT " + orthanc.process().pid());
      assertServesOthersAtOnce(orthanc);
      assertThat(told.cause()).isEqualTo("ASSOCIATE_TIMEOUT");
      assertThat(told.move()).isEqualTo("PEER_ADMINISTRATOR");
      assertThat(told.text("unacknowledgedBytes")).isEqualTo("0");
    }
  }

  @Test
  void aPeerThatVanishesIsToldFromOneThatHangs() throws Exception {
    InetAddress anywhere = InetAddress.getByName("0.0.0.0");
    try (ScriptedPeer peer =
        lab.server()
            .inside(
                () ->
                    ScriptedPeer.alwaysPlayingOn(
                        anywhere,
                        line -> {
                          AssociateRq rq = line.receive(AssociateRq.class);
                          lab.router().firewall("forward", "ip saddr 10.77.1.10 drop");
                          line.send(Answers.acceptance(rq));
                          line.pause(Duration.ofSeconds(6));
                        }))) {
      Told told = check("ANY@" + Lab.SERVER + ":" + peer.port());

      assertThat(told.cause()).isEqualTo("ECHO_TIMEOUT");
      assertThat(told.summary()).contains("a new connection did not open either");
    }
  }

  @Test
  void aTunnelThatLosesLargePacketsOfAHandshakeIsProved(@TempDir Path folder) throws Exception {
    try (RealPeer orthanc = tls(folder).startIn(lab.server().prefix())) {
      lab.router().firewall("forward", "ip saddr 10.77.2.20 ip length > 1400 drop");

      Told told = check(orthanc, "--tls", "--no-hostname-check");

      assertThat(told.cause()).isEqualTo("TLS_TIMEOUT");
      assertThat(told.move()).isEqualTo("NETWORK");
      assertThat(told.summary()).contains("large packets from the peer seem to be lost in transit");
      assertThat(told.advice().getFirst()).contains("MTU");
    }
  }

  @Test
  void aHandshakeWithAProgramThatHangsIsNoMatterOfLargePackets(@TempDir Path folder)
      throws Exception {
    try (RealPeer orthanc = tls(folder).startIn(lab.server().prefix())) {
      lab.server().run("kill -STOP " + orthanc.process().pid());

      Told told = check(orthanc, "--tls", "--no-hostname-check");

      lab.server().run("kill -CONT " + orthanc.process().pid());
      assertThat(told.cause()).isEqualTo("TLS_TIMEOUT");
      assertThat(told.summary()).contains("acknowledged our ClientHello");
      assertThat(told.advice()).noneMatch(advice -> advice.contains("MTU"));
    }
  }

  /** What it sends first does not fit a small packet. */
  private static OrthancServer tls(Path folder) throws Exception {
    CertificateKit kit = new CertificateKit(folder);
    return OrthancServer.plain()
        .withTls(kit.issuedBy(kit.authority("CA"), "orthanc").rsa(4096).make().asTlsKey());
  }

  @Test
  void aLargeRequestThatIsLostForItsSizeIsProved(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "x".repeat(3000));
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix())) {
      lab.router().firewall("forward", "ip saddr 10.77.1.10 ip length > 1400 drop");

      Told told = check(orthanc, "--user-type", "jwt", "--user-secret-file", token.toString());

      assertThat(told.cause()).isEqualTo("ASSOCIATE_TIMEOUT");
      assertThat(told.move()).isEqualTo("NETWORK");
      assertThat(told.summary()).contains("large packets to the peer seem to be lost in transit");
      assertServesOthersAtOnce(orthanc);
    }
  }
}
