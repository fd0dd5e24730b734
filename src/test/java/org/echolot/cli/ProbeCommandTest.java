package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonValue;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeCommandTest {

  @TempDir Path folder;

  private CommandLineRun line() {
    return new CommandLineRun(folder);
  }

  /** Answers each context with the result that its abstract syntax is given. */
  private static ScriptedPeer answering(int result) {
    return ScriptedPeer.alwaysPlaying(
        line -> {
          AssociateRq rq = line.receive(AssociateRq.class);
          line.send(
              Answers.acceptance(
                  rq,
                  rq.presentationContexts().stream()
                      .map(
                          one ->
                              new PresentationContextAc(
                                  one.id(), result, one.transferSyntaxes().getFirst()))
                      .toList()));
          line.confirmRelease();
        });
  }

  @Test
  void withoutAnOptionItAsksForServicesAndSaysWhichAreAccepted() {
    try (ScriptedPeer peer = answering(0)) {
      CommandLineRun run = line();

      assertThat(run.run("probe", "ANY@127.0.0.1:" + peer.port())).isZero();
      assertThat(run.out()).contains("96 of 96 services accepted").contains("CT Image Storage");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aRefusalIsToldWithItsReasonAndEndsWithOne() {
    try (ScriptedPeer peer = answering(1)) {
      CommandLineRun run = line();

      assertThat(run.run("probe", "--only", "worklist,mpps", "ANY@127.0.0.1:" + peer.port()))
          .isEqualTo(1);
      assertThat(run.out()).contains("Refused by the user (4):").contains("Modality Worklist");
    }
  }

  @Test
  void jsonHasAnEntryForEachServiceAndTransferSyntax() throws Exception {
    try (ScriptedPeer peer = answering(3)) {
      CommandLineRun run = line();

      assertThat(
              run.run(
                  "probe",
                  "--format",
                  "json",
                  "--only",
                  "1.2.840.10008.1.1",
                  "ANY@127.0.0.1:" + peer.port()))
          .isEqualTo(1);
      JsonValue.Obj object = (JsonValue.Obj) JsonDocument.read(run.out()).root();
      assertThat(object.fields()).containsKey("services").doesNotContainKeys("big", "find");
      assertThat(run.out())
          .contains(
              "{\"abstractSyntax\":\"1.2.840.10008.1.1\",\"name\":\"Verification\","
                  + "\"transferSyntax\":\"1.2.840.10008.1.2\","
                  + "\"result\":\"ABSTRACT_SYNTAX_NOT_SUPPORTED\",\"code\":3}");
    }
  }

  @Test
  void csvQuotesWhatMustBeAndHasOneLineForEachThingAsked() {
    try (ScriptedPeer peer = answering(0)) {
      CommandLineRun run = line();

      assertThat(
              run.run(
                  "probe",
                  "--format",
                  "csv",
                  "--only",
                  "verification",
                  "ANY@127.0.0.1:" + peer.port()))
          .isZero();
      assertThat(run.outLines()).hasSize(4);
      assertThat(run.outLines().get(1))
          .contains(",ANY,ECHOLOT,127.0.0.1,")
          .contains(",ACCEPTED,0,");
    }
  }

  @Test
  void whatChangedSinceTheLastProbeIsTold() {
    String[] arguments = {"probe", "--only", "verification", "ANY@127.0.0.1:0"};
    try (ScriptedPeer peer = answering(0)) {
      arguments[3] = "ANY@127.0.0.1:" + peer.port();
      CommandLineRun first = line();
      assertThat(first.run(arguments)).isZero();
      assertThat(first.out()).doesNotContain("last probe");
      CommandLineRun second = line();
      assertThat(second.run(arguments)).isZero();
      assertThat(second.out()).contains("The same as at the last probe.");
    }
    int port = Integer.parseInt(arguments[3].substring(arguments[3].lastIndexOf(':') + 1));
    try (ScriptedPeer _ =
        ScriptedPeer.playingOn(
            InetAddress.getLoopbackAddress(),
            port,
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, 3)));
              line.confirmRelease();
            })) {
      CommandLineRun third = line();
      assertThat(third.run(arguments)).isEqualTo(1);
      assertThat(third.out())
          .contains("Changed since the last probe (3):")
          .contains("Verification, Implicit VR Little Endian: accepted → service not supported");
    }
  }

  @Test
  void sizesMayFollowBigAndATargetIsNotTakenForThem() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      String target = "ANY@127.0.0.1:" + storescp.port();
      CommandLineRun run = line();
      assertThat(run.run("probe", "--big", target)).isZero();
      assertThat(run.out()).contains("CLEAR").contains(" 8192 bytes").contains("34816 bytes");

      CommandLineRun sized = line();
      assertThat(sized.run("probe", "--big", "2000,5000", "--format", "json", target)).isZero();
      assertThat(sized.out())
          .contains("\"pathMtu\":{\"verdict\":\"CLEAR\",\"direction\":\"BOTH\"")
          .contains("{\"bytes\":2000,\"outcome\":\"ACCEPTED\"")
          .doesNotContain("services");
    }
  }

  @Test
  void aSizeOutOfRangeAndAServiceThatNobodyKnowsAreBadUsage() {
    CommandLineRun size = line();
    assertThat(size.run("probe", "--big", "100000", "ANY@127.0.0.1:1")).isEqualTo(2);
    assertThat(size.err()).contains("--big").contains("100000");

    CommandLineRun service = line();
    assertThat(service.run("probe", "--only", "nonsense", "ANY@127.0.0.1:1")).isEqualTo(2);
    assertThat(service.err()).contains("--only").contains("nonsense");

    assertThat(line().run("probe")).isEqualTo(2);
  }

  private void savePeers(int first, int second) throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        """
        {"version":1,"peers":[
         {"name":"Main PACS","calledAe":"A","host":"127.0.0.1","port":%d,"tags":["ct"]},
         {"name":"Archive","calledAe":"B","host":"127.0.0.1","port":%d,"tags":["CT","old"]}]}
        """
            .replaceFirst("%d", Integer.toString(first))
            .replaceFirst("%d", Integer.toString(second)));
  }

  @Test
  void allSavedPeersAreHeldSideBySide() throws IOException {
    try (ScriptedPeer good = answering(0);
        ScriptedPeer bad = answering(3)) {
      savePeers(good.port(), bad.port());
      CommandLineRun run = line();

      assertThat(run.run("probe", "--peers", "peers.json", "--all", "--only", "mpps,verification"))
          .as(run::err)
          .isEqualTo(1);

      assertThat(run.out())
          .contains("Side by side: ", "  1  Main PACS", "  2  Archive")
          .containsPattern("  Verification +(\\d)/\\1 +–");
    }
  }

  @Test
  void thePeersWithATagAreAskedAndCsvHasALineForEach() throws IOException {
    try (ScriptedPeer good = answering(0);
        ScriptedPeer other = answering(0)) {
      savePeers(good.port(), other.port());
      CommandLineRun both = line();
      CommandLineRun one = line();

      assertThat(
              both.run(
                  "probe",
                  "--peers",
                  "peers.json",
                  "--tag",
                  "ct",
                  "--only",
                  "mpps",
                  "--format",
                  "csv"))
          .isZero();
      assertThat(one.run("probe", "--peers", "peers.json", "--tag", "old", "--only", "mpps"))
          .isZero();

      assertThat(both.out()).contains("Main PACS,A,", "Archive,B,");
      assertThat(one.out()).contains("Archive").doesNotContain("Main PACS", "Side by side");
    }
  }

  @Test
  void whoIsToBeAskedMustBeSaid() {
    CommandLineRun run = line();

    assertThat(run.run("probe")).isEqualTo(2);
    assertThat(run.err()).contains("TARGET is missing");
  }
}
