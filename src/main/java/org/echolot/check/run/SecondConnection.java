package org.echolot.check.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.echolot.check.Approach;
import org.echolot.check.CheckStage;
import org.echolot.check.SideQuestion;
import org.echolot.check.diagnosis.SecondTry;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduType;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.handshake.ClientHandshake;
import org.echolot.tls.handshake.ShortHello;
import org.jspecify.annotations.Nullable;

/**
 * Connects a second time after an answer that never came, to find out what became of it. What is
 * asked is asked in small packets: an answer to that proves that large ones are lost in transit
 * (RFC 2923 2.1). Each such connection ends with a reset, so that the peer is free at once, and
 * takes a bounded time.
 */
final class SecondConnection {

  /** Who answers a short ClientHello does so within a round trip. */
  private static final int SHORT_MILLIS = 1000;

  /** Who closes what nobody uses yet does so within this. */
  private static final int IDLE_MILLIS = 300;

  /** The most time that one may take; a handshake through a hole takes about 1 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Makes the peer send segments of little more than this, in bytes, whatever the path allows. */
  private static final int SMALL_WINDOW = 1024;

  /** How much of a request is written at a time, in bytes: less than any path's least. */
  private static final int SMALL_PIECE = 600;

  /** How long after a piece the next follows, so that the system does not join them. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  /** What a request for an association is answered with (PS3.8 9.2, state Sta5). */
  private static final Set<PduType> ANSWERS =
      EnumSet.of(PduType.ASSOCIATE_AC, PduType.ASSOCIATE_RJ, PduType.ABORT);

  /** What asks on the connection. */
  @FunctionalInterface
  private interface Question {
    SecondTry ask(Socket socket, Deadline deadline) throws IOException;
  }

  private SecondConnection() {}

  /** Makes the TLS handshake again in small packets, as far as the first bytes of an answer. */
  static SecondTry handshake(CheckCourse course, TlsClient client) {
    return make(
        course,
        CheckStage.TLS,
        SideQuestion.Kind.SMALL_PACKETS,
        (socket, deadline) -> {
          ClientHandshake handshake = new ClientHandshake(client, socket, course.tools.scheduler());
          try (handshake) {
            handshake.shake(deadline.remaining()).reset();
            return SecondTry.ANSWERED_IN_SMALL_PACKETS;
          } catch (TlsException e) {
            return answered(e.failure())
                ? SecondTry.ANSWERED_IN_SMALL_PACKETS
                : SecondTry.SILENT_IN_SMALL_PACKETS;
          }
        });
  }

  /** Sends a short ClientHello, as far as the first bytes of an answer. */
  static SecondTry shortHello(CheckCourse course, @Nullable String serverName) {
    return make(
        course,
        CheckStage.TLS,
        SideQuestion.Kind.SHORT_HELLO,
        (socket, deadline) -> {
          socket.setSoTimeout(Math.min(SHORT_MILLIS, deadline.remainingMillis()));
          return ShortHello.isReactedTo(socket, serverName)
              ? SecondTry.REACTED_TO_SHORT_HELLO
              : SecondTry.SILENT_IN_SMALL_PACKETS;
        });
  }

  private static boolean answered(TlsFailure failure) {
    return switch (failure) {
      case TlsFailure.DeadlinePassed(boolean answered) -> answered;
      case TlsFailure.Closed(boolean answered) -> answered;
      case TlsFailure.Reset(boolean answered, _) -> answered;
      case TlsFailure.AlertReceived _,
          TlsFailure.Refused _,
          TlsFailure.UnreadableCertificate _,
          TlsFailure.Untrusted _ ->
          true;
      // What is no TLS is no answer to a ClientHello, however small.
      case TlsFailure.NotTls _, TlsFailure.Stopped _, TlsFailure.NothingEnabled _ -> false;
    };
  }

  /** Sends a request again in small packets, as far as the first byte of an answer. */
  static SecondTry request(CheckCourse course, Octets request) {
    return make(
        course,
        CheckStage.ASSOCIATE,
        SideQuestion.Kind.SMALL_PACKETS,
        (socket, deadline) -> {
          OutputStream out = socket.getOutputStream();
          byte[] bytes = request.toByteArray();
          for (int at = 0; at < bytes.length && !deadline.hasPassed(); at += SMALL_PIECE) {
            out.write(bytes, at, Math.min(SMALL_PIECE, bytes.length - at));
            LockSupport.parkNanos(PAUSE_NANOS);
          }
          socket.setSoTimeout(deadline.remainingMillis());
          return socket.getInputStream().read() < 0
              ? SecondTry.SILENT_IN_SMALL_PACKETS
              : SecondTry.ANSWERED_IN_SMALL_PACKETS;
        });
  }

  /** Sees whether a connection opens; nothing is sent. */
  static SecondTry open(CheckCourse course, CheckStage stage) {
    return make(course, stage, SideQuestion.Kind.CONNECTION, (_, _) -> SecondTry.OPENED);
  }

  /** Sees whether a connection on which nothing is sent stays open for a moment. */
  static SecondTry idle(CheckCourse course) {
    return make(
        course,
        CheckStage.ASSOCIATE,
        SideQuestion.Kind.CONNECTION,
        (socket, deadline) -> {
          socket.setSoLinger(false, 0); // nothing was sent that could keep the peer waiting
          socket.setSoTimeout(Math.min(IDLE_MILLIS, deadline.remainingMillis()));
          try {
            return socket.getInputStream().read() < 0
                ? SecondTry.CLOSED_WHILE_IDLE
                : SecondTry.OPEN_WHILE_IDLE; // a service that speaks first
          } catch (SocketTimeoutException _) {
            return SecondTry.OPEN_WHILE_IDLE;
          } catch (SocketException _) {
            return SecondTry.CLOSED_WHILE_IDLE;
          }
        });
  }

  /**
   * Sends a request again behind a header of the PROXY protocol, which a load balancer may expect
   * before anything else, as far as the first byte of an answer.
   */
  static SecondTry behindHeader(CheckCourse course, Octets request) {
    return make(
        course,
        CheckStage.ASSOCIATE,
        SideQuestion.Kind.PROXY_HEADER,
        (socket, deadline) -> {
          try {
            ProxyHeaders.send(Approach.ProxyHeader.V1, socket);
            socket.getOutputStream().write(request.toByteArray());
            socket.setSoTimeout(deadline.remainingMillis());
            return PduType.ofCode(socket.getInputStream().read())
                    .filter(ANSWERS::contains)
                    .isPresent()
                ? SecondTry.ANSWERED_BEHIND_HEADER
                : SecondTry.SILENT_BEHIND_HEADER;
          } catch (SocketTimeoutException _) {
            return SecondTry.OPEN_BEHIND_HEADER;
          } catch (IOException _) {
            return SecondTry.SILENT_BEHIND_HEADER;
          }
        });
  }

  /** Asks, and remarks on what came of it. A stop ends it at once. */
  private static SecondTry make(
      CheckCourse course, CheckStage stage, SideQuestion.Kind kind, Question question) {
    course.remark(stage, "Connecting again, " + kind.purpose());
    Instant at = Instant.now();
    long start = System.nanoTime();
    SecondTry came = ask(course, question);
    course.result.asked(new SideQuestion(kind, at, Duration.ofNanos(System.nanoTime() - start)));
    course.remark(
        stage,
        kind == SideQuestion.Kind.SHORT_HELLO && came == SecondTry.SILENT_IN_SMALL_PACKETS
            ? "No answer arrived either: the length of our ClientHello is not the reason"
            : words(came, course.request.isByProxy()));
    return came;
  }

  private static SecondTry ask(CheckCourse course, Question question) {
    try (Socket socket = new Socket();
        var _ = course.stop.onStop(() -> Connector.close(socket))) {
      socket.setReceiveBufferSize(SMALL_WINDOW);
      Deadline deadline;
      try {
        deadline = new SameWay(course).open(socket, PATIENCE);
      } catch (IOException _) {
        return SecondTry.NO_CONNECTION;
      }
      socket.setSoLinger(true, 0);
      return question.ask(socket, deadline);
    } catch (IOException _) {
      return SecondTry.SILENT_IN_SMALL_PACKETS;
    }
  }

  private static String words(SecondTry came, boolean isByProxy) {
    return switch (came) {
      case ANSWERED_IN_SMALL_PACKETS ->
          "An answer arrived: large packets are lost in transit, but small ones are not";
      case SILENT_IN_SMALL_PACKETS ->
          // A proxy packs anew what it passes on.
          isByProxy
              ? "No answer arrived either"
              : "No answer arrived either: large packets lost on the way to the peer (MTU) are not"
                  + " the reason";
      case REACTED_TO_SHORT_HELLO ->
          "The peer reacts to that at once, so the first ClientHello is what it hangs on";
      case OPENED -> "The connection opens";
      case OPEN_WHILE_IDLE -> "The connection opens, and stays open while we send nothing";
      case CLOSED_WHILE_IDLE -> "The connection opens, and is closed though we send nothing";
      case ANSWERED_BEHIND_HEADER -> "An answer arrived: the port expects that header";
      case OPEN_BEHIND_HEADER ->
          "No answer arrived, but the connection stays open: the port seems to expect that header";
      case SILENT_BEHIND_HEADER -> "No answer arrived: the lack of that header is not the reason";
      case NO_CONNECTION, NOT_MADE -> "The connection did not open";
    };
  }
}
