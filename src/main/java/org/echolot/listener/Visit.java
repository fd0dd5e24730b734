package org.echolot.listener;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.echolot.check.CheckStage;
import org.echolot.check.diagnosis.ServiceGuess;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AcceptorAssociation;
import org.echolot.dicom.association.Connection;
import org.echolot.dicom.association.Transport;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.listener.CallerPlace.TurnedOut;
import org.echolot.text.ElapsedText;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.handshake.ServerHandshake;
import org.echolot.tls.handshake.ServerHandshakes;
import org.jspecify.annotations.Nullable;

/** One caller from its connection to its end. Used once, by one thread. */
final class Visit {

  /**
   * How long a caller may take to say anything at all. One that calls in earnest asks at once; over
   * a network that loses packets it has time to send its first one three times.
   */
  static final Duration FIRST_BYTE = Duration.ofSeconds(3);

  /**
   * What all visits have in common.
   *
   * @param tls how to speak with callers; null: without TLS
   * @param scheduler closes what passes a deadline
   * @param stop ends all visits
   */
  record House(
      ListenerOptions options,
      @Nullable ServerHandshakes tls,
      ScheduledExecutorService scheduler,
      StopSignal stop) {}

  private final House house;
  private final Socket socket;
  private final CallerPlace place;
  private final ListenerStory.Caller told;
  private @Nullable ScheduledFuture<?> silence;

  Visit(House house, Socket socket, CallerPlace place, ListenerStory.Caller told) {
    this.house = house;
    this.socket = socket;
    this.place = place;
    this.told = told;
  }

  /** Serves the caller to the end, and tells what became of it. */
  void run() {
    EchoService.Ending ending = new EchoService.Ending(Tone.WARNING, "The call broke off");
    try (socket) {
      ending = serve();
    } catch (TlsException e) {
      told.shook(false, words(e), foreign(e));
      ending =
          new EchoService.Ending(
              Tone.WARNING, endingOr("The TLS handshake with the caller failed: " + words(e)));
    } catch (IOException e) {
      ending =
          new EchoService.Ending(
              Tone.WARNING,
              endingOr("The caller closed the connection at once: " + e.getMessage()));
    } finally {
      told.tell(ending.tone(), ending.text());
      if (silence != null) {
        silence.cancel(false);
      }
      place.leave();
      told.end(ending.text());
    }
  }

  private static String words(TlsException e) {
    String foreign = foreign(e);
    return ServerHandshake.words(e.failure()) + (foreign.isEmpty() ? "" : ": it sent " + foreign);
  }

  /**
   * What the caller speaks instead of TLS; empty where that is not known, and where it is DICOM.
   */
  private static String foreign(TlsException e) {
    return e.failure() instanceof TlsFailure.NotTls(var bytes)
        ? ServiceGuess.ofCaller(bytes).orElse("")
        : "";
  }

  private EchoService.Ending serve() throws IOException, TlsException {
    Duration timeout = house.options.associateTimeout();
    try (Connection connection = new Connection(transport(), told::tell, house.scheduler);
        AcceptorAssociation association = new AcceptorAssociation(connection, told::tell, timeout);
        var _ = house.stop.onStop(association::stop)) {
      place.endsBy(() -> Threads.startVirtual("farewell", association::stop));
      EchoService.Ending ending =
          new EchoService(
                  association,
                  place,
                  house.options,
                  line -> told.tell(Tone.PLAIN, line),
                  house.stop)
              .serve();
      return new EchoService.Ending(ending.tone(), endingOr(ending.text()));
    }
  }

  /** TLS is to be agreed on in the time in which a caller without it has to say what it wants. */
  private Transport transport() throws IOException, TlsException {
    if (house.tls == null) {
      Transport transport = Transport.plain(socket);
      mustSpeak(transport::hasReceived);
      return transport;
    }
    told.reached(CheckStage.TLS);
    ServerHandshake handshake = house.tls.on(socket, house.scheduler);
    mustSpeak(handshake::hasReceived);
    try (var _ = house.stop.onStop(handshake::close)) {
      Transport transport = handshake.shake(house.options.associateTimeout(), place::asks);
      String agreed = handshake.agreedOn();
      told.tell(Tone.PLAIN, "TLS with the caller: " + agreed);
      told.shook(true, agreed, "");
      return transport;
    }
  }

  private void mustSpeak(BooleanSupplier hasSpoken) {
    silence =
        house.scheduler.schedule(
            () -> {
              if (!hasSpoken.getAsBoolean()) {
                place.turnOut(TurnedOut.SILENT);
              }
            },
            FIRST_BYTE.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** What became of a caller whose connection was closed under it shows as something else. */
  private String endingOr(String text) {
    return switch (place.turnedOut()) {
      case SILENT ->
          "Connection closed: the caller sent nothing within " + ElapsedText.of(FIRST_BYTE);
      case FULL ->
          "Connection closed: "
              + Callers.MAX_WAITING
              + " callers had no association, and this one had to go for another";
      case FOR_ANOTHER -> text;
      case null -> text;
    };
  }
}
