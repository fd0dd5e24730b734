package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.SideQuestion;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;

/** What a check saw is in its words, and what was not so is not. */
class ToldFactsTest {

  private final List<CheckEvent> events = new ArrayList<>();

  private CheckResult check(Script script) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(script)) {
      CheckListener listener = events::add;
      return new OwnEngine()
          .check(
              CheckRequest.of(
                  "p", new AeTitle("PACS"), new AeTitle("WS1"), "127.0.0.1", peer.port()),
              listener,
              new StopSignal());
    }
  }

  @Test
  void aResultBeganWhenTheCheckWasToldToBegin() {
    CheckResult result = check(line -> line.serveEcho());

    assertThat(events.getFirst())
        .isEqualTo(new CheckEvent.CheckStarted(result.request(), result.startedAt().toInstant()));
  }

  /** PS3.8 9.3.3 has these fields not tested: nobody has to act. */
  @Test
  void titlesThatComeBackSwappedAreWorthAWarning() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              AssociateAc ac = Answers.acceptance(rq);
              line.send(
                  new AssociateAc(
                      ac.protocolVersion(),
                      rq.callingAe(),
                      rq.calledAe(),
                      ac.reserved(),
                      ac.applicationContext(),
                      ac.presentationContexts(),
                      ac.userInformation(),
                      ac.unrecognizedItems()));
              line.receive(PDataTf.class);
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });

    assertThat(result.isSuccess()).isTrue();
    Warning warning = result.warning(Warning.Code.NONSTANDARD_REPLY).orElseThrow();
    assertThat(warning.text()).contains("our AE titles swapped");
    assertThat(warning.move()).isEqualTo(Move.NOBODY);
  }

  @Test
  void aReleaseThatThePeerRequestedAtTheSameTimeIsTold() {
    CheckResult result =
        check(
            line -> {
              line.serveUntilRelease();
              line.send(new ReleaseRq());
              line.receive();
              line.send(new ReleaseRp());
              line.discardUntilClosed();
            });

    assertThat(result.isSuccess()).isTrue();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.stage(CheckStage.RELEASE).detail())
        .contains("requested the release at the same time");
  }

  @Test
  void aRequestOfThePeersOwnIsNamedWithItsService() {
    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              line.send(Answers.command(1, eventReport()));
              line.discardUntilClosed();
            });

    assertThat(result.cause()).isEqualTo(Cause.WRONG_RESPONSE);
    assertThat(result.summary()).contains("N-EVENT-REPORT-RQ", "Storage Commitment Push Model");
    assertThat(result.advice().getFirst()).contains("registered there for another service");
  }

  private static Octets eventReport() {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    element(elements, 0x0002, "1.2.840.10008.1.20.1".getBytes(StandardCharsets.US_ASCII));
    element(elements, 0x0100, new byte[] {0, 1});
    element(elements, 0x0110, new byte[] {77, 0});
    element(elements, 0x0800, new byte[] {1, 1});
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    element(all, 0x0000, new byte[] {(byte) elements.size(), 0, 0, 0});
    all.writeBytes(elements.toByteArray());
    return Octets.of(all.toByteArray());
  }

  /** In Implicit VR Little Endian (PS3.7 6.3.1). */
  private static void element(ByteArrayOutputStream to, int element, byte[] value) {
    to.writeBytes(new byte[] {0, 0, (byte) element, (byte) (element >> Byte.SIZE)});
    to.writeBytes(new byte[] {(byte) value.length, 0, 0, 0});
    to.writeBytes(value);
  }

  @Test
  void aLoginPageOfTheNetworkIsNoQuestionOfThePort() {
    CheckResult result =
        check(
            line -> {
              line.receiveSome();
              line.send("HTTP/1.1 302 Found\r\nLocation: http://login.example/portal?ap=3\r\n\r\n");
              line.discardUntilClosed();
            });

    assertThat(result.cause()).isEqualTo(Cause.NOT_DICOM);
    assertThat(result.observed().variant()).isEqualTo("portal");
    assertThat(result.summary()).contains("a login page of the network", "login.example");
    assertThat(result.advice().getFirst()).contains("the hospital's own network");
    assertThat(result.advice()).noneMatch(step -> step.contains("port"));
  }

  @Test
  void aServiceThatIsNoDicomIsAskedForByHostAndPortAndItsTextIsShown() {
    CheckResult result =
        check(
            line -> {
              line.receiveSome();
              line.sendHex("5B 00 00 00 0A 38 2E 30 2E 33 36 2D 30 75 62 75 6E 74 75 30 00");
              line.discardUntilClosed();
            });

    assertThat(result.stage(CheckStage.ASSOCIATE).detail()).endsWith("(\"8.0.36-0ubu\")");
    assertThat(result.advice().getFirst()).contains("for the host and the DICOM port of the peer");
  }

  /** Who does not accept our address does not wait for what we send. */
  @Test
  void aPeerThatClosesThoughNothingIsSentIsAskedWhetherWeAreAllowed() {
    CheckResult result = check(line -> {});

    assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
    assertThat(told()).contains("is closed though we send nothing");
    assertThat(result.advice())
        .anyMatch(step -> step.contains("is allowed") || step.contains("are allowed"))
        .noneMatch(step -> step.contains("header of the PROXY protocol"));
  }

  @Test
  void aPeerThatClosesOnlyWhatWeSendIsAskedWhatItExpects() {
    CheckResult result = check(Line::receiveSomeOrEnd);

    assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
    assertThat(told()).contains("stays open while we send nothing");
    assertThat(result.advice())
        .anyMatch(step -> step.contains("which program listens on"))
        .noneMatch(step -> step.contains("port forward") || step.contains("is allowed"))
        .noneMatch(step -> step.contains("PROXY protocol"));
    assertThat(result.observed().sideQuestions())
        .extracting(SideQuestion::kind)
        .containsExactly(
            SideQuestion.Kind.TLS, SideQuestion.Kind.CONNECTION, SideQuestion.Kind.PROXY_HEADER);
  }

  /** As HAProxy with accept-proxy does: it closes at the first byte that is none of the header. */
  @Test
  void aLoadBalancerThatExpectsAHeaderIsFoundBySendingOne() {
    CheckResult result =
        check(
            line -> {
              if (line.receiveLine(5).equals("PROXY")) {
                line.receiveLine(100);
                line.send(Answers.acceptance(line.receive(AssociateRq.class)));
                line.discardUntilClosed();
              }
            });

    assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
    assertThat(result.observed().variant()).isEqualTo("header-expected");
    assertThat(result.summary())
        .endsWith("behind a header of the PROXY protocol, the same request does not end it");
    assertThat(told()).contains("the port expects that header");
    assertThat(result.advice()).element(2).asString().contains("--proxy-protocol 1");
  }

  private String told() {
    return events.toString();
  }

  @Test
  void anErrorCommentIsTheFirstThingToAskAbout() {
    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              line.send(
                  Answers.inContext(
                      1,
                      new CommandSet.Builder()
                          .uid(CommandSet.AFFECTED_SOP_CLASS_UID, Uids.VERIFICATION)
                          .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRsp.COMMAND)
                          .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                          .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
                          .unsignedShort(CommandSet.STATUS, DimseStatus.PROCESSING_FAILURE)
                          .uid(CommandSet.ERROR_COMMENT, "In service until 05:00")
                          .build()));
              line.confirmRelease();
            });

    assertThat(result.cause()).isEqualTo(Cause.ECHO_STATUS);
    assertThat(result.advice().getFirst()).contains("own words: \"In service until 05:00\"");
  }
}
