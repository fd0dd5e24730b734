package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationFailure.Aborted;
import org.echolot.dicom.association.AssociationFailure.DeadlinePassed;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.dimse.CCancelRq;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of every shape, between our requestor and our acceptor. */
class ExchangeTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** What each side takes in one PDU. */
  private static final int ACCEPTOR_TAKES = 1024;

  private static final int REQUESTOR_TAKES = 512;

  private static final int CONTEXT_ID = 3;
  private static final int MESSAGE_ID = 7;
  private static final int PENDING = 0xFF00;
  private static final int CANCELLED = 0xFE00;
  private static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";

  private final Recorder requestorTold = new Recorder();
  private final Recorder acceptorTold = new Recorder();
  private final ScheduledExecutorService scheduler = Threads.newScheduler("test deadlines");

  @AfterEach
  void endScheduler() {
    scheduler.shutdownNow();
  }

  @FunctionalInterface
  private interface Service {
    void serve(AcceptorAssociation association) throws Exception;
  }

  @FunctionalInterface
  private interface Use {
    void of(RequestorAssociation association) throws Exception;
  }

  /** Both sides of an association that is accepted; how the acceptor's failed, if it did. */
  private Optional<AssociationFailure> converse(Service service, Use use) throws Exception {
    CompletableFuture<Optional<AssociationFailure>> end = new CompletableFuture<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Threads.startVirtual("acceptor", () -> serve(server, service, end));
      try (Connection connection =
              new Connection(
                  Transport.plain(new Socket(server.getInetAddress(), server.getLocalPort())),
                  requestorTold,
                  scheduler);
          RequestorAssociation association = new RequestorAssociation(connection, requestorTold)) {
        association.associate(request(), soon());
        use.of(association);
      }
      return end.get(AMPLE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void serve(
      ServerSocket server, Service service, CompletableFuture<Optional<AssociationFailure>> end) {
    try (Connection connection =
            new Connection(Transport.plain(server.accept()), acceptorTold, scheduler);
        AcceptorAssociation association =
            new AcceptorAssociation(connection, acceptorTold, AMPLE)) {
      AssociateRq rq = association.awaitRequest();
      association.accept(
          Answers.acceptance(rq, Answers.contexts(rq, 0), taking(ACCEPTOR_TAKES)), () -> {});
      service.serve(association);
      end.complete(Optional.empty());
    } catch (AssociationException e) {
      end.complete(Optional.of(e.failure()));
    } catch (Exception | AssertionError e) {
      end.completeExceptionally(e);
    }
  }

  private static UserInformation taking(int maxPduLength) {
    return new UserInformation(List.of(new UserItem.MaxPduLength(maxPduLength)));
  }

  private static AssociateRq request() {
    return new AssociateRq(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)),
            new PresentationContextRq(
                CONTEXT_ID, STUDY_ROOT_FIND, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        taking(REQUESTOR_TAKES),
        List.of());
  }

  private static Deadline soon() {
    return Deadline.after(AMPLE);
  }

  private static Octets dataSet(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return Octets.of(bytes);
  }

  private static CommandSet.Builder command(int field, boolean withDataSet) {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, STUDY_ROOT_FIND)
        .unsignedShort(CommandSet.COMMAND_FIELD, field)
        .unsignedShort(
            CommandSet.COMMAND_DATA_SET_TYPE, withDataSet ? 0x0001 : CommandSet.NO_DATA_SET);
  }

  private static CommandSet findRequest(boolean withDataSet) {
    return command(0x0020, withDataSet).unsignedShort(CommandSet.MESSAGE_ID, MESSAGE_ID).build();
  }

  private static CommandSet findResponse(int messageId, int status, boolean withDataSet) {
    return command(0x8020, withDataSet)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageId)
        .unsignedShort(CommandSet.STATUS, status)
        .build();
  }

  private static Message find(Octets dataSet) {
    return new Message(CONTEXT_ID, findRequest(true), dataSet);
  }

  private static Message pending(Octets dataSet) {
    return new Message(CONTEXT_ID, findResponse(MESSAGE_ID, PENDING, true), dataSet);
  }

  private static Message last(int status) {
    return Message.of(CONTEXT_ID, findResponse(MESSAGE_ID, status, false));
  }

  private static int status(Exchange.Response response) throws MalformedCommandException {
    return response.commandSet().unsignedShort(CommandSet.STATUS).orElseThrow();
  }

  private static void readToTheEnd(AcceptorAssociation association) throws AssociationException {
    assertThat(association.nextMessage(AMPLE)).as("released").isEmpty();
  }

  /** What came was cut into as few PDUs as the maximum length allows, and none longer. */
  private static void assertCutFor(Recorder receiver, int takes, int dataSetLength) {
    List<Octets> data =
        receiver.arrived().stream()
            .filter(event -> event.pdu() instanceof PDataTf)
            .map(PduReceived::bytes)
            .toList();
    assertThat(data).allMatch(bytes -> bytes.length() - 6 <= takes);
    // Headers take some, and the command set has a PDU of its own.
    assertThat(data).hasSize(2 + dataSetLength / (takes - 6));
  }

  @Test
  void dataSetsLongerThanAPduGoBothWaysInAsManyAsTheReceiverTakes() throws Exception {
    Octets asked = dataSet(10_000);
    Octets answered = dataSet(20_000);
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).hasValue(find(asked));
              association.respond(
                  new Message(CONTEXT_ID, findResponse(MESSAGE_ID, 0, true), answered), AMPLE);
              readToTheEnd(association);
            },
            association -> {
              Exchange exchange = association.exchange(find(asked), soon());
              Exchange.Response response = exchange.next(soon());

              assertThat(response.dataSet()).isEqualTo(answered);
              assertThat(response.commandSet()).isEqualTo(findResponse(MESSAGE_ID, 0, true));
              assertThat(exchange.isOver()).isTrue();
              association.release(soon());
            });

    assertThat(failure).isEmpty();
    assertCutFor(acceptorTold, ACCEPTOR_TAKES, asked.length());
    assertCutFor(requestorTold, REQUESTOR_TAKES, answered.length());
    assertThat(requestorTold.lines())
        .containsSubsequence("> command in 3", "< command in 3", "> A-RELEASE-RQ");
  }

  @Test
  void pendingResponsesComeOneAfterTheOtherUntilTheOneThatEndsIt() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              for (int i = 1; i <= 3; i++) {
                association.respond(pending(dataSet(700 * i)), AMPLE);
              }
              association.respond(last(0), AMPLE);
              readToTheEnd(association);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              for (int i = 1; i <= 3; i++) {
                Exchange.Response response = exchange.next(soon());
                assertThat(status(response)).isEqualTo(PENDING);
                assertThat(response.dataSet()).isEqualTo(dataSet(700 * i));
                assertThat(exchange.isOver()).isFalse();
              }
              Exchange.Response response = exchange.next(soon());
              assertThat(status(response)).isZero();
              assertThat(response.dataSet()).isNull();
              assertThat(exchange.isOver()).isTrue();
              association.release(soon());
            });

    assertThat(failure).isEmpty();
  }

  @Test
  void aCancelShowsToTheAcceptorWhileItRespondsAndEndsIt() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              assertThat(association.hasArrived()).isFalse();
              association.respond(pending(dataSet(10)), AMPLE);
              assertThat(cancelled.await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
              await().pollInSameThread().until(association::hasArrived);
              Message cancel = association.nextMessage(AMPLE).orElseThrow();
              assertThat(cancel.contextId()).isEqualTo(CONTEXT_ID);
              assertThat(CCancelRq.from(cancel.commandSet())).isEqualTo(new CCancelRq(MESSAGE_ID));
              association.respond(pending(dataSet(20)), AMPLE);
              association.respond(last(CANCELLED), AMPLE);
              readToTheEnd(association);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(status(exchange.next(soon()))).isEqualTo(PENDING);
              exchange.cancel(soon());
              cancelled.countDown();
              assertThat(status(exchange.next(soon()))).as("crossed").isEqualTo(PENDING);
              assertThat(status(exchange.next(soon()))).isEqualTo(CANCELLED);
              assertThat(exchange.isOver()).isTrue();
              association.release(soon());
            });

    assertThat(failure).isEmpty();
  }

  @Test
  void oneMessageFollowsTheOtherInDifferentContexts() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).hasValue(find(dataSet(3_000)));
              association.respond(last(0), AMPLE);
              Message echo = association.nextMessage(AMPLE).orElseThrow();
              assertThat(echo).isEqualTo(Message.of(1, new CEchoRq(8).toCommandSet()));
              association.respond(Message.of(1, findResponse(8, 0, false)), AMPLE);
              readToTheEnd(association);
            },
            association -> {
              assertThat(status(association.exchange(find(dataSet(3_000)), soon()).next(soon())))
                  .isZero();
              Message echo = Message.of(1, new CEchoRq(8).toCommandSet());
              assertThat(status(association.exchange(echo, soon()).next(soon()))).isZero();
              association.release(soon());
            });

    assertThat(failure).isEmpty();
  }

  @Test
  void aResponseToAnotherMessageIsRefused() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              association.respond(Message.of(CONTEXT_ID, findResponse(8, 0, false)), AMPLE);
              association.nextMessage(AMPLE);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(failureOf(exchange))
                  .isEqualTo(new WrongMessage("a response to message 8, but ours was 7"));
            });

    assertThat(failure).hasValue(new Aborted(Abort.byServiceUser()));
  }

  @Test
  void aResponseInAnotherContextIsRefused() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              association.respond(Message.of(1, findResponse(MESSAGE_ID, 0, false)), AMPLE);
              association.nextMessage(AMPLE);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(failureOf(exchange))
                  .isEqualTo(
                      new WrongMessage(
                          WrongMessage.Kind.OTHER_CONTEXT,
                          "a message in presentation context 1, but ours is 3"));
            });

    assertThat(failure).hasValue(new Aborted(Abort.byServiceUser()));
  }

  @Test
  void aDataSetThatIsAnnouncedAndDoesNotComeIsWaitedForNoLongerThanAskedFor() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              association.respond(
                  Message.of(CONTEXT_ID, findResponse(MESSAGE_ID, PENDING, true)), AMPLE);
              association.nextMessage(AMPLE);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(
                      catchThrowableOfType(
                              AssociationException.class,
                              () -> exchange.next(Deadline.after(SHORT)))
                          .failure())
                  .isEqualTo(new DeadlinePassed(Octets.EMPTY));
            });

    assertThat(failure).hasValue(new Aborted(Abort.byServiceUser()));
  }

  @Test
  void anotherMessageWhereADataSetIsDueIsRefused() throws Exception {
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              association.respond(
                  Message.of(CONTEXT_ID, findResponse(MESSAGE_ID, PENDING, true)), AMPLE);
              association.respond(last(0), AMPLE);
              association.nextMessage(AMPLE);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(failureOf(exchange))
                  .isEqualTo(new WrongMessage("another message instead of the rest of a data set"));
            });

    assertThat(failure).hasValue(new Aborted(Abort.byServiceUser()));
  }

  @Test
  void aDataSetAsLongAsMayBeIsTakenAndALongerOneIsRefusedByTheRequestor() throws Exception {
    Octets longest = Octets.of(new byte[Message.MAX_DATA_SET_LENGTH]);
    Octets tooLong = Octets.of(new byte[Message.MAX_DATA_SET_LENGTH + 2]);
    Optional<AssociationFailure> failure =
        converse(
            association -> {
              assertThat(association.nextMessage(AMPLE)).isPresent();
              association.respond(pending(longest), AMPLE);
              association.respond(pending(tooLong), AMPLE);
              association.nextMessage(AMPLE);
            },
            association -> {
              Exchange exchange = association.exchange(find(dataSet(10)), soon());
              assertThat(exchange.next(soon()).dataSet()).isEqualTo(longest);
              assertThat(failureOf(exchange))
                  .isEqualTo(
                      new WrongMessage(
                          "a data set longer than " + Message.MAX_DATA_SET_LENGTH + " bytes"));
            });

    assertThat(failure).isPresent();
  }

  @Test
  void aDataSetThatIsTooLongIsRefusedByTheAcceptor() throws Exception {
    Octets tooLong = Octets.of(new byte[Message.MAX_DATA_SET_LENGTH + 2]);
    Optional<AssociationFailure> failure =
        converse(
            association -> association.nextMessage(AMPLE),
            association -> {
              Exchange exchange = association.exchange(find(tooLong), soon());
              assertThat(failureOf(exchange)).isEqualTo(new Aborted(Abort.byServiceUser()));
            });

    assertThat(failure)
        .hasValue(
            new WrongMessage("a data set longer than " + Message.MAX_DATA_SET_LENGTH + " bytes"));
  }

  @Test
  void aCommandSetThatDoesNotSayWhatFollowsItIsNotSent() throws Exception {
    converse(
        ExchangeTest::readToTheEnd,
        association -> {
          assertThatThrownBy(
                  () -> association.exchange(Message.of(CONTEXT_ID, findRequest(true)), soon()))
              .isInstanceOf(IllegalArgumentException.class);
          assertThatThrownBy(
                  () ->
                      association.exchange(
                          new Message(CONTEXT_ID, findRequest(false), dataSet(10)), soon()))
              .isInstanceOf(IllegalArgumentException.class);
          association.release(soon());
        });

    assertThat(requestorTold.pdus()).noneMatch(PDataTf.class::isInstance);
  }

  private static AssociationFailure failureOf(Exchange exchange) {
    return catchThrowableOfType(AssociationException.class, () -> exchange.next(soon())).failure();
  }
}
