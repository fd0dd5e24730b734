package org.echolot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckListener;
import org.echolot.check.Timeouts;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.service.StudyQuery;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.probe.FindProbe.Outcome;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FindProbeTest {

  private static final int PENDING = 0xFF00;

  private static FindProbe.Found ask(String calledAe, int port) {
    return FindProbe.run(
        Probing.errands(),
        Probing.peer(calledAe, port).withTimeouts(Timeouts.all(Duration.ofSeconds(2))),
        CheckListener.NONE,
        new StopSignal());
  }

  private static CommandSet response(int status, boolean dataSet) {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, StudyQuery.STUDY_ROOT_FIND)
        .unsignedShort(CommandSet.COMMAND_FIELD, 0x8020)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, dataSet ? 1 : CommandSet.NO_DATA_SET)
        .unsignedShort(CommandSet.STATUS, status)
        .build();
  }

  private static void takeQuery(Line line) throws Exception {
    AssociateRq _ = line.acceptAssociation();
    PDataTf first = line.receive(PDataTf.class);
    if (first.pdvs().size() == 1) {
      PDataTf _ = line.receive(PDataTf.class);
    }
  }

  @Test
  void aPeerThatFindsNothingLetsUsQuery() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              takeQuery(line);
              line.send(Answers.inContext(1, response(0, false)));
              line.confirmRelease();
            })) {
      assertThat(ask("ANY", peer.port()).outcome()).isEqualTo(Outcome.ALLOWED);
    }
  }

  @Test
  void aFailureIsARefusalWithItsStatus() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              takeQuery(line);
              line.send(Answers.inContext(1, response(0x0124, false)));
              line.confirmRelease();
            })) {
      FindProbe.Found found = ask("ANY", peer.port());

      assertThat(found.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(found.status()).isEqualTo(0x0124);
    }
  }

  @Test
  void pendingResponsesWithoutEndAreGivenUpAndAreNotGood() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              takeQuery(line);
              PDataTf match =
                  new PDataTf(
                      List.of(
                          Pdv.command(1, true, response(PENDING, true).encode()),
                          Pdv.dataSet(1, true, Octets.EMPTY)));
              line.flood(Answers.bytes(match));
            })) {
      FindProbe.Found found = ask("ANY", peer.port());

      assertThat(found.outcome()).isEqualTo(Outcome.WRONG_ANSWER);
      assertThat(found.summary()).contains("more than 256 studies");
    }
  }

  @Test
  void aDataSetWithoutEndIsBoundedByTheTime() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              takeQuery(line);
              line.send(
                  new PDataTf(List.of(Pdv.command(1, true, response(PENDING, true).encode()))));
              line.flood(
                  Answers.bytes(
                      new PDataTf(List.of(Pdv.dataSet(1, false, Octets.of(new byte[16_000]))))));
            })) {
      assertThat(ask("ANY", peer.port()).outcome()).isIn(Outcome.WRONG_ANSWER, Outcome.NO_ANSWER);
    }
  }

  @Test
  void orthancAnswersAnEchoOfAStrangerAndNoQuery() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      FindProbe.Found found = ask(OrthancServer.AE, orthanc.port());

      assertThat(found.outcome()).as(orthanc::log).isNotEqualTo(Outcome.ALLOWED);
      assertThat(found.outcome()).isIn(Outcome.ABORTED, Outcome.NOT_ACCEPTED, Outcome.CLOSED);
    }
  }

  @Test
  void orthancThatKnowsUsLetsUsQuery() {
    try (RealPeer orthanc =
        OrthancServer.plain()
            .with("DicomModalities", "{\"us\": [\"ECHOLOT\", \"127.0.0.1\", 104]}")
            .start()) {
      assertThat(ask(OrthancServer.AE, orthanc.port()).outcome())
          .as(orthanc::log)
          .isEqualTo(Outcome.ALLOWED);
    }
  }

  @Test
  void dcmqrscpLetsThoseQueryWhomItKnows() {
    try (RealPeer peer = DcmtkServer.dcmqrscp("ECHOLOT")) {
      assertThat(ask(DcmtkServer.DCMQRSCP_AE, peer.port()).outcome())
          .as(peer::log)
          .isEqualTo(Outcome.ALLOWED);
    }
  }
}
