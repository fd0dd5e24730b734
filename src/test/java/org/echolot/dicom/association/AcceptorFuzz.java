package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.fuzz.Budget;
import org.echolot.fuzz.Requests;
import org.echolot.peer.Answers;

/**
 * Any bytes in any pieces, as what a caller sends to our acceptor. Each ends with a release or a
 * failure that has a name, and is told within its budgets.
 */
public final class AcceptorFuzz {

  private static final Budget BUDGET = Budget.of(1024, 4_000);
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final int MOST_MESSAGES = 8;
  private static final CommandSet SUCCESS =
      new CEchoRsp(1, 0, Uids.VERIFICATION, null).toCommandSet();

  private static final String PASSCODE = "kU7-wpvZ.q0";

  private static final ScheduledExecutorService SCHEDULER = Threads.newScheduler("fuzz deadlines");

  private AcceptorFuzz() {}

  /** Inputs to begin with: what a caller sends, in pieces. */
  public static Stream<byte[]> seeds() {
    Octets rq = Answers.bytes(Requests.withPasscode(PASSCODE));
    Octets echo = Answers.bytes(Answers.inContext(1, new CEchoRq(1).toCommandSet()));
    Octets release = Answers.bytes(new ReleaseRq());
    return Stream.of(Answers.joined(rq, echo, echo, release), Answers.joined(rq, release), rq)
        .flatMap(AcceptorFuzz::inPieces);
  }

  private static Stream<byte[]> inPieces(Octets stream) {
    return Stream.of(0, 1, 2, 0x0C, 0xFC)
        .map(mode -> Answers.joined(Octets.of(mode.byteValue()), stream).toByteArray());
  }

  /** Tries one input. */
  public static void run(byte[] input) throws Exception {
    if (input.length > 0) {
      BUDGET.holds(input.length, () -> acceptorGets(input));
    }
  }

  private static void acceptorGets(byte[] input) throws Exception {
    Told told = new Told();
    try (Connection connection = new Connection(new StreamOfInput(input), told, SCHEDULER);
        AcceptorAssociation association = new AcceptorAssociation(connection, told, AMPLE)) {
      AssociateRq rq = association.awaitRequest();
      association.accept(Answers.acceptance(rq), () -> {});
      Optional<Message> message = association.nextMessage(AMPLE);
      for (int i = 0; i < MOST_MESSAGES && message.isPresent(); i++) {
        association.respond(Message.of(message.get().contextId(), SUCCESS), AMPLE);
        message = association.nextMessage(AMPLE);
      }
    } catch (AssociationException e) {
      requireNamed(e);
    }
    assertThat(told.text()).isNotNull();
  }

  private static void requireNamed(AssociationException e) {
    assertThat(e.failure()).isNotNull();
  }
}
