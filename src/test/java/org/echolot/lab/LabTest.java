package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lab itself: its peers answer through it, and nothing of it stays. */
@Tag("network")
@Timeout(120)
class LabTest {

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

  @Test
  void peersOfAllKindsAnswerThroughTheRouterByIpv4AndIpv6() {
    try (RealPeer orthanc = OrthancServer.plain().startIn(lab.server().prefix());
        RealPeer storescp = DcmtkServer.storescpIn(lab.server().prefix());
        ScriptedPeer scripted = lab.server().playing(Line::serveEcho)) {
      EchoRun run =
          lab.echo(
              "ORTHANC@" + Lab.SERVER + ":" + orthanc.port(),
              "ANY@" + Lab.SERVER + ":" + storescp.port(),
              "ANY@" + Lab.SERVER + ":" + scripted.port(),
              "ANY@[" + Lab.SERVER_V6 + "]:" + scripted.port());

      assertThat(run.results()).hasSize(4).allMatch(told -> told.text("outcome").equals("SUCCESS"));
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void aLabThatIsClosedLeavesNothingBehindAndEndsWhatRanInIt() {
    Lab another = Lab.open();
    String name = another.server().name();
    another.server().file("resolv.conf", "nameserver 10.77.2.53\n");
    String pid = another.server().run("sleep 1000 >/dev/null 2>&1 & echo $!");

    another.close();

    assertThat(Shell.run(List.of(), "ls /run/netns; ls /etc/netns 2>/dev/null || true"))
        .doesNotContain(name);
    await()
        .until(
            () -> Shell.end(List.of(), "cat /proc/" + pid + "/cmdline"),
            sleep -> !sleep.text().contains("sleep"));
  }

  @Test
  void whatAKilledRunLeftGoesWhenTheNextBegins() {
    // No process has this number: it is more than Linux gives.
    String left = "echolot-lab-99999999-1-client";
    String _ = Shell.run(List.of(), "ip netns add " + left);

    Lab.open().close();

    assertThat(Shell.run(List.of(), "ls /run/netns")).doesNotContain(left);
  }
}
