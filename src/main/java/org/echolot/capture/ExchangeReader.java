package org.echolot.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.jspecify.annotations.Nullable;

/** Finds in a recording what went over the connection. */
final class ExchangeReader implements CheckListener {

  private final List<Exchange.Message> messages = new ArrayList<>();
  private @Nullable Instant begun;
  private @Nullable Instant connected;
  private @Nullable Instant ended;

  private ExchangeReader() {}

  /** Empty if there was no connection. */
  static Optional<Exchange> read(CheckResult result, Recording recording) {
    InetSocketAddress local = result.localAddress();
    InetSocketAddress remote = result.remoteAddress();
    if (local == null || remote == null) {
      return Optional.empty();
    }
    ExchangeReader reader = new ExchangeReader();
    recording.replay(reader);
    Instant begun = or(reader.begun, result.startedAt().toInstant());
    Instant connected = or(reader.connected, begun);
    Instant last = reader.messages.isEmpty() ? connected : reader.messages.getLast().at();
    return Optional.of(
        new Exchange(
            local,
            remote,
            begun,
            connected,
            reader.messages,
            recording.leftOutSent(),
            recording.leftOutReceived(),
            endingOf(result),
            or(reader.ended, last),
            comment(result.request())));
  }

  private static Instant or(@Nullable Instant at, Instant otherwise) {
    return at == null ? otherwise : at;
  }

  private static Exchange.Ending endingOf(CheckResult result) {
    return switch (result.endedBy()) {
      case PEER_CLOSE -> Exchange.Ending.PEER_CLOSED;
      case PEER_RESET -> Exchange.Ending.PEER_RESET;
      case NEVER_BEGAN,
          OUR_RELEASE,
          OUR_DEADLINE,
          OUR_STOP,
          OUR_ABORT,
          PEER_REJECTION,
          PEER_ABORT,
          PEER_RELEASE ->
          Exchange.Ending.WE_CLOSED;
    };
  }

  private static String comment(CheckRequest request) {
    return request.name()
        + ": "
        + request.callingAe()
        + " → "
        + request.calledAe()
        + " at "
        + request.address()
        + (request.isTls() ? ", inside TLS, which is not shown" : "")
        + ". The handshake is made up.";
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    if (stage == CheckStage.CONNECT) {
      begun = at;
    }
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    if (result.stage() == CheckStage.CONNECT) {
      connected = at;
    }
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    messages.add(new Exchange.Message(true, bytes, at, ""));
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    messages.add(new Exchange.Message(false, bytes, at, ""));
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    messages.add(new Exchange.Message(false, bytes, at, "Echolot can't read this: " + why));
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    ended = at;
  }
}
