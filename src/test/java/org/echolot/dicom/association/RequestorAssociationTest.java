package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.dicom.service.Verification;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The requestor's moves through the states, as PS3.8 9.2 has them, and what it tells of them. */
class RequestorAssociationTest {

  private static final String OPEN = "Sta4 → Sta5: transport connection confirmed";
  private static final String ACCEPTED = "Sta5 → Sta6: A-ASSOCIATE-AC PDU received";
  private static final String ABORTED = "→ Sta13: A-ABORT PDU sent";
  private static final String GONE = "→ Sta1: transport connection closed";

  private final Recorder recorder = new Recorder();
  private final ScheduledExecutorService scheduler = Threads.newScheduler("test deadlines");

  @AfterEach
  void endScheduler() {
    scheduler.shutdownNow();
  }

  /** What is done with an association whose connection is open. */
  @FunctionalInterface
  private interface Use {
    void of(RequestorAssociation association) throws AssociationException;
  }

  private void with(Script script, Use use) throws IOException, AssociationException {
    try (ScriptedPeer peer = ScriptedPeer.playing(script);
        Connection connection =
            new Connection(
                Transport.plain(new Socket(peer.address().getAddress(), peer.port())),
                recorder,
                scheduler);
        RequestorAssociation association = new RequestorAssociation(connection, recorder)) {
      use.of(association);
    }
  }

  private AssociationFailure failureOf(Script script, Use use) throws Exception {
    ThrowingCallable call = () -> with(script, use);
    return catchThrowableOfType(AssociationException.class, call).failure();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10));
  }

  private static AssociateRq request(UserItem... items) {
    return new AssociateRq(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        new UserInformation(List.of(items)),
        List.of());
  }

  private static void echoAndRelease(RequestorAssociation association) throws AssociationException {
    association.associate(request(), soon());
    Verification.echo(association, 1, 1, soon(), false);
    association.release(soon());
  }

  /** Whoever answers before it was asked has not read the question. */
  @Test
  void anAnswerThatWasThereBeforeItsRequestIsADeviation() throws Exception {
    AssociateAc ac = Answers.acceptance(request());
    CountDownLatch bothSent = new CountDownLatch(1);
    Script early =
        line -> {
          line.send(ac, Answers.echoSuccess());
          bothSent.countDown();
          line.discardUntilClosed();
        };
    with(
        early,
        association -> {
          await(bothSent);
          RequestorAssociation.Accepted accepted = association.associate(request(), soon());
          Verification.Reply reply = Verification.echo(association, 1, 1, soon(), false);

          assertThat(accepted.deviations())
              .extracting(Deviation::description)
              .containsExactly("was sent before our association request");
          assertThat(reply.deviations())
              .extracting(Deviation::description)
              .containsExactly("was sent before our request");
          association.abort();
        });
    with(
        Line::serveEcho,
        association -> {
          assertThat(association.associate(request(), soon()).deviations()).isEmpty();
          assertThat(Verification.echo(association, 1, 1, soon(), false).deviations()).isEmpty();
          association.release(soon());
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWholeAssociationIsToldInTheOrderOfTheStandard() throws Exception {
    with(Line::serveEcho, RequestorAssociationTest::echoAndRelease);

    assertThat(recorder.lines())
        .containsExactly(
            OPEN,
            "> A-ASSOCIATE-RQ",
            "< A-ASSOCIATE-AC",
            ACCEPTED,
            "> P-DATA-TF",
            "> command in 1",
            "< P-DATA-TF",
            "< command in 1",
            "> A-RELEASE-RQ",
            "Sta6 → Sta7: A-RELEASE-RQ PDU sent",
            "< A-RELEASE-RP",
            "Sta7 → Sta1: A-RELEASE-RP PDU received");
  }

  @Test
  void manyEchoesGoOverOneAssociation() throws Exception {
    with(
        line -> {
          line.acceptAssociation();
          for (int id = 1; id <= 3; id++) {
            line.receive(PDataTf.class);
            line.send(Answers.inContext(1, new CEchoRsp(id, 0, null, null).toCommandSet()));
          }
          line.confirmRelease();
        },
        association -> {
          association.associate(request(), soon());
          for (int id = 1; id <= 3; id++) {
            assertThat(Verification.echo(association, 1, id, soon(), false).rsp().status())
                .isZero();
          }
          association.release(soon());
        });
  }

  @Test
  void aReleaseCollisionGoesThroughStates9And11() throws Exception {
    with(
        line -> {
          line.serveUntilRelease();
          line.receive(ReleaseRq.class);
          line.send(new ReleaseRq());
          line.receive(ReleaseRp.class);
          line.send(new ReleaseRp());
          line.discardUntilClosed();
        },
        RequestorAssociationTest::echoAndRelease);

    assertThat(recorder.lines())
        .endsWith(
            "Sta6 → Sta7: A-RELEASE-RQ PDU sent",
            "< A-RELEASE-RQ",
            "Sta7 → Sta9: A-RELEASE-RQ PDU received, collision",
            "> A-RELEASE-RP",
            "Sta9 → Sta11: A-RELEASE-RP PDU sent",
            "< A-RELEASE-RP",
            "Sta11 → Sta1: A-RELEASE-RP PDU received");
  }

  @Test
  void aSecondReleaseRequestAfterTheCollisionIsUnexpected() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.serveUntilRelease();
              line.send(new ReleaseRq(), new ReleaseRq());
              line.discardUntilClosed();
            },
            RequestorAssociationTest::echoAndRelease);

    assertThat(failure)
        .isEqualTo(new AssociationFailure.Unexpected(new ReleaseRq(), AssociationState.STA11));
  }

  @Test
  void aRejectionClosesWithoutAnAbort() throws Exception {
    AssociateRj rj = new AssociateRj(1, 1, 3);
    AssociationFailure failure =
        failureOf(
            line -> {
              line.receive();
              line.send(rj);
              assertThat(line.discardUntilClosed()).isZero();
            },
            association -> association.associate(request(), soon()));

    assertThat(failure).isEqualTo(new AssociationFailure.Rejected(rj));
    assertThat(recorder.lines())
        .containsExactly(OPEN, "> A-ASSOCIATE-RQ", "< A-ASSOCIATE-RJ", "Sta5 " + GONE);
  }

  @Test
  void aPduOutOfPlaceIsAbortedByTheServiceProvider() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.receive();
              line.send(new ReleaseRp());
              assertThat(line.receive()).isEqualTo(new Abort(2, 2));
              line.discardUntilClosed();
            },
            association -> association.associate(request(), soon()));

    assertThat(failure)
        .isEqualTo(new AssociationFailure.Unexpected(new ReleaseRp(), AssociationState.STA5));
    assertThat(recorder.lines())
        .containsExactly(
            OPEN,
            "> A-ASSOCIATE-RQ",
            "< A-RELEASE-RP",
            "> A-ABORT",
            "Sta5 " + ABORTED,
            "Sta13 " + GONE);
  }

  @Test
  void ourDeadlineIsAnAbortByTheServiceUser() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.serveUntilEcho();
              assertThat(line.receive()).isEqualTo(new Abort(0, 0));
              line.discardUntilClosed();
            },
            association -> {
              association.associate(request(), soon());
              Verification.echo(association, 1, 1, Deadline.after(Duration.ofMillis(100)), false);
            });

    assertThat(failure).isEqualTo(new AssociationFailure.DeadlinePassed(Octets.EMPTY));
    assertThat(recorder.lines()).endsWith("> A-ABORT", "Sta6 " + ABORTED, "Sta13 " + GONE);
  }

  @Test
  void bytesOfAnotherServiceAreNotAnsweredWithAnAbort() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.receive();
              line.send("HTTP/1.1 400 Bad Request");
              assertThat(line.discardUntilClosed()).isZero();
            },
            association -> association.associate(request(), soon()));

    assertThat(failure)
        .isInstanceOfSatisfying(
            AssociationFailure.Unreadable.class,
            unreadable ->
                assertThat(unreadable.bytes().toLatin1()).isEqualTo("HTTP/1.1 400 Bad Request"));
  }

  @Test
  void aReleaseByThePeerIsConfirmed() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.serveUntilEcho();
              line.send(new ReleaseRq());
              line.receive(ReleaseRp.class);
            },
            association -> {
              association.associate(request(), soon());
              Verification.echo(association, 1, 1, soon(), false);
            });

    assertThat(failure).isEqualTo(new AssociationFailure.ReleasedByPeer());
    assertThat(recorder.lines())
        .endsWith(
            "Sta6 → Sta8: A-RELEASE-RQ PDU received",
            "> A-RELEASE-RP",
            "Sta8 → Sta13: A-RELEASE-RP PDU sent",
            "Sta13 " + GONE);
  }

  @Test
  void theAbortOfAStopIsTold() throws Exception {
    AssociationFailure failure =
        failureOf(
            line -> {
              line.serveUntilEcho();
              assertThat(line.receive()).isEqualTo(new Abort(0, 0));
              line.discardUntilClosed();
            },
            association -> {
              association.associate(request(), soon());
              Threads.startVirtual("stop", association::stop);
              Verification.echo(association, 1, 1, soon(), false);
            });

    assertThat(failure).isEqualTo(new AssociationFailure.Stopped());
    assertThat(recorder.lines()).endsWith("> A-ABORT", "Sta6 " + ABORTED, "Sta13 " + GONE);
  }

  @Test
  void aFloodIsToldOfOnlyUpToALimit() throws Exception {
    failureOf(
        line -> {
          line.serveUntilRelease();
          line.flood(Answers.bytes(Answers.echoSuccess()));
        },
        association -> {
          association.associate(request(), soon());
          Verification.echo(association, 1, 1, soon(), false);
          association.release(Deadline.after(Duration.ofMillis(300)));
        });

    assertThat(recorder.lines().stream().filter(line -> line.startsWith("< ")))
        .hasSizeLessThan(300);
  }

  @Test
  void secretsAreNeverTold() throws Exception {
    Octets secret = Octets.of("geheim".getBytes(StandardCharsets.US_ASCII));
    with(
        line -> {
          AssociateRq rq = line.receive(AssociateRq.class);
          assertThat(rq.userInformation().find(UserItem.UserIdentityRq.class))
              .hasValueSatisfying(id -> assertThat(id.secondaryField()).isEqualTo(secret));
          line.send(
              Answers.acceptance(
                  rq,
                  Answers.contexts(rq, 0),
                  new UserInformation(List.of(new UserItem.UserIdentityAc(secret)))));
          line.discardUntilClosed();
        },
        association -> {
          AssociateAc ac =
              association
                  .associate(request(new UserItem.UserIdentityRq(2, true, secret, secret)), soon())
                  .ac();
          assertThat(ac.userInformation().find(UserItem.UserIdentityAc.class))
              .hasValue(new UserItem.UserIdentityAc(secret));
        });

    assertThat(recorder.bytes()).hasSize(2);
    assertThat(recorder.bytes()).noneMatch(bytes -> bytes.toLatin1().contains("geheim"));
    assertThat(recorder.pdus()).noneMatch(pdu -> Answers.bytes(pdu).toLatin1().contains("geheim"));
  }
}
