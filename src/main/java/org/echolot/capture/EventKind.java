package org.echolot.capture;

import java.util.Optional;
import java.util.stream.Stream;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.LeftOut;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;

/**
 * The events as a file names them. A new event lacks its word here until the compiler is content,
 * and then its reading.
 */
enum EventKind {
  CHECK_STARTED("checkStarted"),
  STAGE_STARTED("stageStarted"),
  STOPPED("stopped"),
  STAGE_ENDED("stageEnded"),
  REMARKED("remarked"),
  TLS_SHOWN("tlsShown"),
  LEFT_OUT("leftOut"),
  CHECK_ENDED("checkEnded"),
  PDU_SENT("pduSent"),
  PDU_RECEIVED("pduReceived"),
  UNREADABLE_RECEIVED("unreadableReceived"),
  COMMAND_SENT("commandSent"),
  COMMAND_RECEIVED("commandReceived"),
  UNREADABLE_COMMAND_RECEIVED("unreadableCommandReceived"),
  STATE_CHANGED("stateChanged"),
  STACK_LOGGED("stackLogged");

  private final String word;

  EventKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static EventKind of(CheckEvent event) {
    return switch (event) {
      case CheckStarted _ -> CHECK_STARTED;
      case StageStarted _ -> STAGE_STARTED;
      case Stopped _ -> STOPPED;
      case StageEnded _ -> STAGE_ENDED;
      case Remarked _ -> REMARKED;
      case TlsShown _ -> TLS_SHOWN;
      case LeftOut _ -> LEFT_OUT;
      case CheckEnded _ -> CHECK_ENDED;
      case InAssociation(AssociationEvent inside) -> of(inside);
    };
  }

  private static EventKind of(AssociationEvent event) {
    return switch (event) {
      case PduSent _ -> PDU_SENT;
      case PduReceived _ -> PDU_RECEIVED;
      case UnreadableReceived _ -> UNREADABLE_RECEIVED;
      case CommandSent _ -> COMMAND_SENT;
      case CommandReceived _ -> COMMAND_RECEIVED;
      case UnreadableCommandReceived _ -> UNREADABLE_COMMAND_RECEIVED;
      case StateChanged _ -> STATE_CHANGED;
      case StackLogged _ -> STACK_LOGGED;
    };
  }

  /** Empty if this version knows no such event. */
  static Optional<EventKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
