package org.echolot.check.run;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.UserIdentityRedaction;
import org.echolot.network.TcpPath;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Sends association requests as large as one likes, and sees whether an answer comes: with no data,
 * a probe for paths on which large packets are lost (RFC 2923 2.1). One that is not answered ends
 * with a reset, so that a peer which waits for the rest of it is free at once.
 */
public final class LargeRequests {

  /** Makes the peer send segments of little more than this, in bytes, whatever the path allows. */
  private static final int SMALL_WINDOW = 1024;

  /** How much of a request is written at a time, in bytes: less than any path's least. */
  private static final int SMALL_PIECE = 600;

  /** How long after a piece the next follows, so that the system does not join them. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  /** How a request goes out, and how its answer is let in. */
  public enum Manner {
    /** Both as the system likes: in packets as large as the path is believed to take. */
    WHOLE(false, false),
    SMALL_PACKETS_FROM_PEER(false, true),
    SMALL_PACKETS_TO_PEER(true, false),
    SMALL_PACKETS(true, true);

    private final boolean pieces;
    private final boolean smallWindow;

    Manner(boolean pieces, boolean smallWindow) {
      this.pieces = pieces;
      this.smallWindow = smallWindow;
    }
  }

  /** What came in answer. */
  public enum Reply {
    ACCEPTED,
    REJECTED,
    ABORTED,
    /** The peer closed the connection, or it was reset. */
    CLOSED,
    /** Nothing, or not the whole of it, in time. */
    NONE,
    /** Something that answers no association request. */
    OTHER
  }

  /**
   * What became of a request.
   *
   * @param reached the stages up to the request, and why it was not sent where it was not
   * @param bytes how long the request was, with its header
   * @param reply null: it was not sent
   * @param answered how many bytes of an answer came
   * @param took until the answer was whole, or until it was given up
   * @param delivery what of the request was acknowledged, where no answer came
   * @param path what the system knew of the connection's way at the end; null: nothing
   */
  public record Sent(
      CheckResult reached,
      int bytes,
      @Nullable Reply reply,
      int answered,
      Duration took,
      Delivery delivery,
      @Nullable TcpPath path) {}

  private final Errands errands;

  public LargeRequests(Errands errands) {
    this.errands = errands;
  }

  /** How long the request with this proposal is, in bytes. */
  public static int lengthOf(CheckRequest request, Proposal proposal) {
    return PduEncoder.encode(proposal.from(request, null)).length();
  }

  /**
   * Sends one. It blocks, and comes without a user identity.
   *
   * @param patience how long an answer is waited for
   */
  public Sent send(
      CheckRequest request,
      Proposal proposal,
      Manner manner,
      Duration patience,
      CheckListener listener,
      StopSignal stop) {
    RequestStep step = new RequestStep(proposal.from(request, null), manner, patience);
    Step prepare =
        course -> {
          course.receivesBy(manner.smallWindow ? SMALL_WINDOW : 0);
          return Step.Next.GO_ON;
        };
    CheckPlan plan =
        new CheckPlan(List.of(prepare, new ResolveStep(), new ConnectStep(), new TlsStep(), step));
    CheckResult reached = errands.follow(plan, request.withUserIdentity(null), listener, stop);
    return new Sent(
        reached,
        step.bytes.length(),
        step.reply,
        step.answered,
        step.took,
        step.delivery,
        step.path);
  }

  /** Used once. */
  private static final class RequestStep implements Step {

    private final AssociateRq request;
    private final Octets bytes;
    private final Manner manner;
    private final Duration patience;
    private @Nullable Reply reply;
    private int answered;
    private Duration took = Duration.ZERO;
    private Delivery delivery = new Delivery.Unknown();
    private @Nullable TcpPath path;

    RequestStep(AssociateRq request, Manner manner, Duration patience) {
      this.request = request;
      this.bytes = PduEncoder.encode(request);
      this.manner = manner;
      this.patience = patience;
    }

    @Override
    public Next take(CheckCourse course) throws StoppedException {
      course.progress.begin(
          CheckStage.ASSOCIATE, "a request of " + bytes.length() + " bytes, " + words(manner));
      Transport transport = course.transport();
      Deadline deadline = Deadline.after(patience);
      ScheduledFuture<?> guard =
          course
              .tools
              .scheduler()
              .schedule(transport::reset, 2 * patience.toMillis(), TimeUnit.MILLISECONDS);
      Reply came;
      try (var _ = course.stop.onStop(transport::reset)) {
        came = ask(course, transport, deadline);
        reply = came;
        if (came == Reply.NONE) {
          delivery = Delivery.of(transport.socket());
        }
        path = course.tools.gauge().of(transport.socket()).orElse(null);
        if (came == Reply.ACCEPTED) {
          release(transport, course.request.timeouts().release());
        }
      } finally {
        guard.cancel(false);
        transport.reset();
      }
      course.requireGoing();
      course.progress.end(
          came == Reply.NONE ? StageState.FAILED : StageState.OK,
          took,
          came == Reply.NONE ? "no answer in " + ElapsedText.of(took) : "answered");
      return Next.GO_ON;
    }

    private static String words(Manner manner) {
      return switch (manner) {
        case WHOLE -> "in one piece";
        case SMALL_PACKETS_TO_PEER -> "sent in small packets";
        case SMALL_PACKETS_FROM_PEER -> "its answer in small packets";
        case SMALL_PACKETS -> "it and its answer in small packets";
      };
    }

    private Reply ask(CheckCourse course, Transport transport, Deadline deadline) {
      Stamp sent = Stamp.now();
      try {
        sent = write(transport, deadline);
        UserIdentityRedaction.Shown shown = UserIdentityRedaction.shown(request, bytes);
        course.tell(
            new CheckEvent.InAssociation(
                new AssociationEvent.PduSent(shown.pdu(), shown.bytes(), sent.at())));
        return read(transport, deadline);
      } catch (SocketTimeoutException _) {
        return Reply.NONE;
      } catch (IOException _) {
        return deadline.hasPassed() ? Reply.NONE : Reply.CLOSED;
      } finally {
        took = Stamp.now().since(sent);
      }
    }

    private Stamp write(Transport transport, Deadline deadline) throws IOException {
      byte[] all = bytes.toByteArray();
      if (!manner.pieces) {
        return transport.write(all);
      }
      Stamp sent = Stamp.now();
      for (int at = 0; at < all.length && !deadline.hasPassed(); at += SMALL_PIECE) {
        sent = transport.write(Arrays.copyOfRange(all, at, Math.min(all.length, at + SMALL_PIECE)));
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return sent;
    }

    /** Reads an answer to its end, so that all of it has passed the network. */
    private Reply read(Transport transport, Deadline deadline) throws IOException {
      byte[] header = new byte[PduHeader.LENGTH];
      byte[] rubbish = new byte[4096];
      long whole = PduHeader.LENGTH;
      while (answered < whole) {
        boolean inHeader = answered < PduHeader.LENGTH;
        int count =
            inHeader
                ? transport.read(header, answered, PduHeader.LENGTH - answered, deadline)
                : transport.read(
                    rubbish, 0, (int) Math.min(rubbish.length, whole - answered), deadline);
        if (count < 0) {
          return Reply.CLOSED;
        }
        answered += count;
        if (inHeader && answered == PduHeader.LENGTH) {
          PduHeader read = PduHeader.of(Octets.of(header));
          if (kind(read) == Reply.OTHER || read.length() > PduHeader.MAX_ASSOCIATE_LENGTH) {
            return Reply.OTHER;
          }
          whole += read.length();
        }
      }
      return kind(PduHeader.of(Octets.of(header)));
    }

    private static Reply kind(PduHeader header) {
      PduType type = PduType.ofCode(header.typeCode()).orElse(null);
      return switch (type) {
        case ASSOCIATE_AC -> Reply.ACCEPTED;
        case ASSOCIATE_RJ -> Reply.REJECTED;
        case ABORT -> Reply.ABORTED;
        case null, default -> Reply.OTHER;
      };
    }

    private static void release(Transport transport, Duration patience) {
      try {
        Stamp _ = transport.write(PduEncoder.encode(new ReleaseRq()).toByteArray());
        byte[] rubbish = new byte[512];
        Deadline deadline = Deadline.after(patience);
        int _ = transport.read(rubbish, 0, rubbish.length, deadline);
      } catch (IOException _) {
        // The reset that follows says the same.
      }
    }
  }
}
