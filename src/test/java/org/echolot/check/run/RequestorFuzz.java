package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.Connection;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.association.StreamOfInput;
import org.echolot.dicom.association.Told;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.service.Verification;
import org.echolot.fuzz.Budget;
import org.echolot.fuzz.Leaks;
import org.echolot.fuzz.Requests;
import org.echolot.peer.Answers;
import org.echolot.secrets.SecretTraces;

/**
 * Any bytes in any pieces, as what a peer sends to us. Each ends with an answer or a failure that
 * has a name, told within its budgets, and without our secret.
 */
public final class RequestorFuzz {

  private static final Budget BUDGET = Budget.of(1024, 4_000);
  private static final Duration AMPLE = Duration.ofSeconds(20);

  /** Long, and nothing that stands in DICOM by chance. */
  private static final String PASSCODE = "kU7-wpvZ.q0";

  private static final Leaks LEAKS = new Leaks(PASSCODE);
  private static final SecretTraces TRACES =
      SecretTraces.of(PASSCODE.getBytes(StandardCharsets.US_ASCII), List.of());
  private static final ScheduledExecutorService SCHEDULER = Threads.newScheduler("fuzz deadlines");

  /** What we ask is the same for each input: to tell it each time would be half of all work. */
  private static final int MOST_REQUESTS_TOLD = 1_000;

  private static final AtomicInteger REQUESTS_TOLD = new AtomicInteger();

  private RequestorFuzz() {}

  /** Inputs to begin with, for the requestor: what the peer sends in a good check, in pieces. */
  public static Stream<byte[]> seeds() {
    Octets ac = Answers.bytes(Answers.acceptance(Requests.withPasscode(PASSCODE)));
    Octets rsp = Answers.bytes(Answers.echoSuccess());
    Octets rp = Answers.bytes(new ReleaseRp());
    Octets rq = Answers.bytes(Requests.withPasscode(PASSCODE));
    return Stream.of(
            Answers.joined(ac, rsp, rp), Answers.joined(ac, rsp), ac, rq, Answers.joined(ac, rq))
        .flatMap(RequestorFuzz::inPieces);
  }

  private static Stream<byte[]> inPieces(Octets stream) {
    return Stream.of(0, 1, 2, 0x0C, 0xFC)
        .map(mode -> Answers.joined(Octets.of(mode.byteValue()), stream).toByteArray());
  }

  /** Tries one input as what our requestor gets. */
  public static void run(byte[] input) throws Exception {
    if (input.length > 0) {
      BUDGET.holds(input.length, () -> requestorGets(input));
    }
  }

  private static void requestorGets(byte[] input) throws Exception {
    AnswerGuard guard = new AnswerGuard(TRACES);
    Told told = new Told();
    AssociationListener listener =
        event -> {
          if (!isOurRequest(event) || REQUESTS_TOLD.incrementAndGet() <= MOST_REQUESTS_TOLD) {
            told.told(guard.cutFrom(event));
          }
        };
    try (Connection connection = new Connection(new StreamOfInput(input), listener, SCHEDULER);
        Requestor association =
            new GuardedRequestor(
                new OwnRequestor(new RequestorAssociation(connection, listener)), guard)) {
      Deadline deadline = Deadline.after(AMPLE);
      Accepted accepted = association.associate(Requests.withPasscode(PASSCODE), deadline);
      assertThat(accepted.deviations()).hasSizeLessThanOrEqualTo(64);
      LEAKS.requireNoneIn(String.valueOf(accepted));
      Verification.Reply reply = association.echo(1, 1, deadline, true);
      LEAKS.requireNoneIn(String.valueOf(reply));
      association.release(deadline);
    } catch (AssociationException e) {
      assertThat(e.failure()).isNotNull();
      LEAKS.requireNoneIn(String.valueOf(e.failure()));
    }
    LEAKS.requireNoneIn(told.text());
  }

  private static boolean isOurRequest(AssociationEvent event) {
    return event instanceof PduSent sent && sent.pdu() instanceof AssociateRq;
  }
}
