package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.dimse.CCancelRq;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The acceptor's moves through the states, as PS3.8 9.2 has them, ARTIM included. */
class AcceptorAssociationTest {

  private static final Duration AMPLE = Duration.ofSeconds(10);

  /** For ARTIM where the test waits until it expires. */
  private static final Duration ENOUGH_TO_ASK = Duration.ofSeconds(2);

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final AssociateRq REQUEST =
      new AssociateRq(
          1,
          new AeTitle("ECHOLOT").toField(),
          new AeTitle("CALLER").toField(),
          AssociateRq.NO_RESERVED,
          Uids.APPLICATION_CONTEXT,
          List.of(
              new PresentationContextRq(
                  1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
          new UserInformation(List.of(new UserItem.MaxPduLength(16_384))),
          List.of());

  private final Recorder recorder = new Recorder();
  private final ScheduledExecutorService scheduler = Threads.newScheduler("test deadlines");

  @AfterEach
  void endScheduler() {
    scheduler.shutdownNow();
  }

  /** The acceptor's side of a conversation. */
  @FunctionalInterface
  private interface Service {
    void serve(AcceptorAssociation association) throws AssociationException;
  }

  /** The caller's side of a conversation. */
  @FunctionalInterface
  private interface Caller {
    void call(Line line) throws Exception;
  }

  /** Both sides; how the acceptor's ended, if it ended in a failure. */
  private Optional<AssociationFailure> converse(Duration artim, Service service, Caller caller)
      throws Exception {
    CompletableFuture<Optional<AssociationFailure>> end = new CompletableFuture<>();
    try (ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      Threads.startVirtual("acceptor", () -> end.complete(serve(server, artim, service)));
      try (Line line = Line.callTo((InetSocketAddress) server.getLocalSocketAddress())) {
        caller.call(line);
      }
      return end.get(10, TimeUnit.SECONDS);
    }
  }

  private Optional<AssociationFailure> serve(ServerSocket server, Duration artim, Service service) {
    try (Connection connection =
            new Connection(Transport.plain(server.accept()), recorder, scheduler);
        AcceptorAssociation association = new AcceptorAssociation(connection, recorder, artim)) {
      service.serve(association);
      return Optional.empty();
    } catch (AssociationException e) {
      return Optional.of(e.failure());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void answerEchoes(AcceptorAssociation association) throws AssociationException {
    association.accept(Answers.acceptance(association.awaitRequest()), () -> {});
    Optional<Message> command = association.nextCommand(AMPLE);
    while (command.isPresent()) {
      association.respond(
          Message.of(command.get().contextId(), new CEchoRsp(1, 0, null, null).toCommandSet()),
          AMPLE);
      command = association.nextCommand(AMPLE);
    }
  }

  private static PDataTf echoRequest() {
    return Answers.inContext(1, new CEchoRq(1).toCommandSet());
  }

  @Test
  void aWholeAssociationIsToldInTheOrderOfTheStandard() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            AcceptorAssociationTest::answerEchoes,
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              line.send(echoRequest());
              line.receive(PDataTf.class);
              line.send(new ReleaseRq());
              line.receive(ReleaseRp.class);
            });

    assertThat(failure).isEmpty();
    assertThat(recorder.lines())
        .containsExactly(
            "< A-ASSOCIATE-RQ",
            "Sta2 → Sta3: A-ASSOCIATE-RQ PDU received",
            "> A-ASSOCIATE-AC",
            "Sta3 → Sta6: A-ASSOCIATE-AC PDU sent",
            "< P-DATA-TF",
            "< command in 1",
            "> P-DATA-TF",
            "> command in 1",
            "< A-RELEASE-RQ",
            "Sta6 → Sta8: A-RELEASE-RQ PDU received",
            "> A-RELEASE-RP",
            "Sta8 → Sta13: A-RELEASE-RP PDU sent",
            "Sta13 → Sta1: transport connection closed");
  }

  @Test
  void aRejectionWaitsForTheCallerToCloseButNotForever() throws Exception {
    AssociateRj rj = new AssociateRj(1, 1, 7);
    Optional<AssociationFailure> failure =
        converse(
            SHORT,
            association -> {
              association.awaitRequest();
              association.reject(rj);
            },
            line -> {
              line.send(REQUEST);
              assertThat(line.receive()).isEqualTo(rj);
              line.discardUntilClosed();
            });

    assertThat(failure).isEmpty();
    assertThat(recorder.lines())
        .endsWith(
            "> A-ASSOCIATE-RJ",
            "Sta3 → Sta13: A-ASSOCIATE-RJ PDU sent",
            "Sta13 → Sta1: transport connection closed");
  }

  @Test
  void aCallerThatNeverAsksIsClosedWithoutAWordWhenArtimExpires() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            SHORT,
            AcceptorAssociation::awaitRequest,
            line -> assertThat(line.discardUntilClosed()).isZero());

    assertThat(failure).hasValue(new AssociationFailure.DeadlinePassed(Octets.EMPTY));
    assertThat(recorder.lines()).containsExactly("Sta2 → Sta1: transport connection closed");
  }

  @Test
  void aCallerThatDripsItsRequestIsClosedWhenArtimExpires() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            SHORT,
            AcceptorAssociation::awaitRequest,
            line -> line.drip(Answers.bytes(REQUEST), Duration.ofMillis(50)));

    assertThat(failure)
        .hasValueSatisfying(
            f -> assertThat(f).isInstanceOf(AssociationFailure.DeadlinePassed.class));
  }

  @Test
  void aPduOutOfPlaceIsAborted() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            AcceptorAssociation::awaitRequest,
            line -> {
              line.send(new ReleaseRq());
              assertThat(line.receive()).isEqualTo(new Abort(2, 2));
            });

    assertThat(failure)
        .hasValue(new AssociationFailure.Unexpected(new ReleaseRq(), AssociationState.STA2));
    assertThat(recorder.lines())
        .endsWith(
            "> A-ABORT",
            "Sta2 → Sta13: A-ABORT PDU sent",
            "Sta13 → Sta1: transport connection closed");
  }

  @Test
  void anAbortByTheCallerIsKept() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            AcceptorAssociationTest::answerEchoes,
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              line.send(new Abort(0, 0));
              line.discardUntilClosed();
            });

    assertThat(failure).hasValue(new AssociationFailure.Aborted(new Abort(0, 0)));
  }

  @Test
  void anIdleCallerIsAborted() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            association -> {
              association.accept(Answers.acceptance(association.awaitRequest()), () -> {});
              association.nextCommand(SHORT);
            },
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              assertThat(line.receive()).isEqualTo(new Abort(0, 0));
              line.discardUntilClosed();
            });

    assertThat(failure).hasValue(new AssociationFailure.DeadlinePassed(Octets.EMPTY));
  }

  @Test
  void aCommandWithoutEndIsAbortedAtTheLimit() throws Exception {
    PDataTf fragment = new PDataTf(List.of(Pdv.command(1, false, Octets.of(new byte[16_000]))));
    Optional<AssociationFailure> failure =
        converse(
            ENOUGH_TO_ASK,
            AcceptorAssociationTest::answerEchoes,
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              assertThat(line.flood(Answers.bytes(fragment))).isPositive();
            });

    assertThat(failure)
        .hasValueSatisfying(f -> assertThat(f).isInstanceOf(AssociationFailure.WrongMessage.class));
  }

  @Test
  void aStopIsToldToTheCaller() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            association -> {
              association.accept(Answers.acceptance(association.awaitRequest()), () -> {});
              Threads.startVirtual("stop", association::stop);
              association.nextCommand(AMPLE);
            },
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              assertThat(line.receive()).isEqualTo(new Abort(0, 0));
              line.discardUntilClosed();
            });

    assertThat(failure).hasValue(new AssociationFailure.Stopped());
  }

  private static CommandSet findRequest() {
    return new CommandSet.Builder()
        .unsignedShort(CommandSet.COMMAND_FIELD, 0x0020)
        .unsignedShort(CommandSet.MESSAGE_ID, 7)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 1)
        .build();
  }

  @Test
  void messagesThatComeInOnePduAreTakenOneByOne() throws Exception {
    Octets dataSet = Octets.of((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    CommandSet cancel = new CCancelRq(7).toCommandSet();
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            association -> {
              association.accept(Answers.acceptance(association.awaitRequest()), () -> {});
              assertThat(association.nextMessage(AMPLE))
                  .hasValue(new Message(1, findRequest(), dataSet));
              assertThat(association.hasArrived()).isTrue();
              assertThat(association.nextMessage(AMPLE)).hasValue(Message.of(1, cancel));
              assertThat(association.hasArrived()).isFalse();
              association.respond(
                  Message.of(1, new CEchoRsp(7, 0, null, null).toCommandSet()), AMPLE);
              assertThat(association.nextMessage(AMPLE)).isEmpty();
            },
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              line.send(
                  new PDataTf(
                      List.of(
                          Pdv.command(1, true, findRequest().encode()),
                          Pdv.dataSet(1, false, dataSet.slice(0, 2)),
                          Pdv.dataSet(1, true, dataSet.slice(2, 4)),
                          Pdv.command(1, true, cancel.encode()))));
              line.receive(PDataTf.class);
              line.send(new ReleaseRq());
              line.receive(ReleaseRp.class);
            });

    assertThat(failure).isEmpty();
  }

  @Test
  void aDataSetWhereOnlyCommandsAreTakenIsAborted() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            AcceptorAssociationTest::answerEchoes,
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              line.send(
                  new PDataTf(
                      List.of(
                          Pdv.command(1, true, findRequest().encode()),
                          Pdv.dataSet(1, true, Octets.of((byte) 1, (byte) 2)))));
              assertThat(line.receive()).isEqualTo(new Abort(0, 0));
            });

    assertThat(failure)
        .hasValue(
            new AssociationFailure.WrongMessage(
                "more than one command set at a time, or a data set"));
  }

  @Test
  void whatIsToRunWhenItIsOverRunsBeforeTheCallerIsToldOfIt() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Optional<AssociationFailure> failure =
        converse(
            AMPLE,
            association -> {
              association.accept(
                  Answers.acceptance(association.awaitRequest()), () -> over.set(true));
              assertThat(over).isFalse();
              assertThat(association.nextMessage(AMPLE)).isEmpty();
            },
            line -> {
              line.send(REQUEST);
              line.receive(AssociateAc.class);
              line.send(new ReleaseRq());
              line.receive(ReleaseRp.class);
              assertThat(over).isTrue();
            });

    assertThat(failure).isEmpty();
  }
}
