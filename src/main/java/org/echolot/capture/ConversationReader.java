package org.echolot.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.jspecify.annotations.Nullable;

/** Finds in a recording what went over the connection. */
final class ConversationReader {

  private final List<TcpConversation.Message> messages = new ArrayList<>();
  private @Nullable Instant begun;
  private @Nullable Instant connected;
  private @Nullable Instant ended;

  private ConversationReader() {}

  /** Empty if there was no connection. */
  static Optional<TcpConversation> read(CheckResult result, Recording recording) {
    InetSocketAddress local = result.localAddress();
    InetSocketAddress remote = result.remoteAddress();
    if (local == null || remote == null) {
      return Optional.empty();
    }
    ConversationReader reader = new ConversationReader();
    recording.events().forEach(reader::read);
    Instant begun = or(reader.begun, result.startedAt().toInstant());
    Instant connected = or(reader.connected, begun);
    Instant last = reader.messages.isEmpty() ? connected : reader.messages.getLast().at();
    return Optional.of(
        new TcpConversation(
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

  private static TcpConversation.Ending endingOf(CheckResult result) {
    return switch (result.endedBy()) {
      case PEER_CLOSE -> TcpConversation.Ending.PEER_CLOSED;
      case PEER_RESET -> TcpConversation.Ending.PEER_RESET;
      case NEVER_BEGAN,
          OUR_RELEASE,
          OUR_DEADLINE,
          OUR_STOP,
          OUR_ABORT,
          PEER_REJECTION,
          PEER_ABORT,
          PEER_RELEASE ->
          TcpConversation.Ending.WE_CLOSED;
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
        + ". The handshake is synthetic.";
  }

  private void read(CheckEvent event) {
    switch (event) {
      case StageStarted(CheckStage stage, _, Instant at) when stage == CheckStage.CONNECT ->
          begun = at;
      case StageEnded(StageResult result, Instant at) when result.stage() == CheckStage.CONNECT ->
          connected = at;
      case InAssociation(AssociationEvent inside) -> read(inside);
      case CheckEnded(_, Instant at) -> ended = at;
      default -> {
        // It leaves no trace on the wire.
      }
    }
  }

  private void read(AssociationEvent event) {
    switch (event) {
      case PduSent sent ->
          messages.add(new TcpConversation.Message(true, sent.bytes(), sent.at(), ""));
      case PduReceived received ->
          messages.add(new TcpConversation.Message(false, received.bytes(), received.at(), ""));
      case UnreadableReceived unreadable ->
          messages.add(
              new TcpConversation.Message(
                  false,
                  unreadable.bytes(),
                  unreadable.at(),
                  "Echolot cannot read this: " + unreadable.why()));
      case CommandSent _,
          CommandReceived _,
          UnreadableCommandReceived _,
          StateChanged _,
          StackLogged _ -> {
        // It is in the PDUs, or nowhere on the wire.
      }
    }
  }
}
