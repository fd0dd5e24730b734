package org.echolot.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;

/** Tells the story of one association as journal lines, in the vocabulary that PACS people know. */
public final class AssociationNarrator implements AssociationListener {

  private final StoryWriter story;
  private final AssociationDumps dumps;
  private Map<Integer, PresentationContextRq> proposal = Map.of();

  /**
   * @param story writes the lines
   */
  public AssociationNarrator(StoryWriter story) {
    this.story = story;
    this.dumps = new AssociationDumps(story);
  }

  @Override
  public void told(AssociationEvent event) {
    switch (event) {
      case PduSent sent -> pduSent(sent.pdu(), sent.bytes(), sent.at());
      case PduReceived received -> pduReceived(received);
      case UnreadableReceived unreadable -> unreadableReceived(unreadable);
      case UnreadableCommandReceived command ->
          story.info(
              command.at(),
              Tone.BAD,
              "Received a command set in presentation context "
                  + command.contextId()
                  + " that can't be read: "
                  + command.why());
      case CommandSent command -> {
        story.info(command.at(), Tone.PLAIN, "Sent " + describe(command.commandSet()));
        elements(command.contextId(), command.commandSet(), command.at());
      }
      case CommandReceived command -> {
        story.info(command.at(), Tone.PLAIN, "Received " + describe(command.commandSet()));
        tolerated(command.at(), command.deviations());
        elements(command.contextId(), command.commandSet(), command.at());
      }
      case StateChanged changed ->
          story.debug(
              changed.at(),
              String.format(
                  Locale.ROOT,
                  "%s → %s (%s): %s",
                  changed.from().standardName(),
                  changed.to().standardName(),
                  changed.to().text(),
                  changed.event()));
      case StackLogged logged -> stackLogged(logged);
    }
  }

  private void pduSent(Pdu pdu, Octets bytes, Instant at) {
    switch (pdu) {
      case AssociateRq rq -> {
        proposal = AssociationParameters.byId(rq);
        story.info(
            at,
            Tone.PLAIN,
            "Requesting association: " + rq.callingAe().shown() + " → " + rq.calledAe().shown());
        debugAll(at, () -> AssociationParameters.of(rq));
      }
      case AssociateAc ac -> {
        accepted(at, ac);
        debugAll(at, () -> AssociationParameters.of(ac, proposal));
      }
      case AssociateRj rj ->
          story.info(at, Tone.WARNING, "Association rejected: " + rj.description());
      case Abort abort -> story.info(at, Tone.WARNING, "A-ABORT sent: " + abort.description());
      case ReleaseRq _ -> story.info(at, Tone.PLAIN, "Releasing association");
      case ReleaseRp _ -> story.info(at, Tone.PLAIN, "Release confirmed");
      case PDataTf _ -> {
        // Its command is told of when it is whole.
      }
    }
    story.debug(at, "→ " + pdu.type() + " sent, " + size(pdu, bytes));
    dumps.sent(at, bytes);
  }

  private void accepted(Instant at, AssociateAc ac) {
    if (ac.presentationContexts().stream().anyMatch(PresentationContextAc::isAccepted)) {
      story.info(at, Tone.PLAIN, "Association accepted");
    } else {
      story.info(
          at,
          Tone.WARNING,
          "A-ASSOCIATE-AC sent that accepts no presentation context, of "
              + ac.presentationContexts().size()
              + " proposed");
    }
  }

  private void pduReceived(PduReceived event) {
    Instant at = event.at();
    story.debug(at, "← " + event.pdu().type() + " received, " + size(event.pdu(), event.bytes()));
    switch (event.pdu()) {
      case AssociateRq rq -> {
        proposal = AssociationParameters.byId(rq);
        story.info(
            at,
            Tone.PLAIN,
            "Association requested: " + rq.callingAe().shown() + " → " + rq.calledAe().shown());
        debugAll(at, () -> AssociationParameters.of(rq));
      }
      case AssociateAc ac -> {
        story.info(
            at,
            Tone.PLAIN,
            "Association accepted by "
                + ac.userInformation()
                    .implementationVersionName()
                    .or(() -> ac.userInformation().implementationClassUid())
                    .orElse("a peer that does not name its software")
                + ac.userInformation()
                    .maxPduLength()
                    .map(m -> " (max PDU length " + m + ")")
                    .orElse(""));
        debugAll(at, () -> AssociationParameters.of(ac, proposal));
      }
      case AssociateRj rj -> story.info(at, Tone.BAD, "Association rejected: " + rj.description());
      case Abort abort -> story.info(at, Tone.BAD, "A-ABORT received: " + abort.description());
      case ReleaseRq _ -> story.info(at, Tone.PLAIN, "Release requested by the peer");
      case ReleaseRp _ -> story.info(at, Tone.PLAIN, "Association released");
      case PDataTf _ -> {
        // Its command is told of when it is whole.
      }
    }
    tolerated(at, event.deviations());
    // The bytes of the acceptance are what echoscu -d shows of all bytes.
    Level level = event.pdu() instanceof AssociateAc ? Level.DEBUG : Level.TRACE;
    dumps.received(at, level, event.bytes(), event.deviations());
  }

  private void unreadableReceived(UnreadableReceived event) {
    Octets bytes = event.bytes();
    story.info(event.at(), Tone.BAD, "Received what can't be read: " + event.why());
    if (!bytes.isEmpty()) {
      story.write(
          event.at(),
          Level.TRACE,
          Tone.PLAIN,
          "← " + bytes.length() + " bytes received that can't be read");
      dumps.unreadable(event.at(), bytes);
    }
  }

  private void stackLogged(StackLogged event) {
    System.Logger.Level level = event.level();
    Level shownFrom =
        switch (level) {
          case ALL, TRACE -> Level.TRACE;
          case DEBUG -> Level.DEBUG;
          case INFO, WARNING, ERROR, OFF -> Level.INFO;
        };
    boolean warns = level.getSeverity() >= System.Logger.Level.WARNING.getSeverity();
    Tone tone = warns ? Tone.WARNING : Tone.PLAIN;
    event
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> story.write(event.at(), shownFrom, tone, line.stripTrailing()));
  }

  private void elements(int contextId, CommandSet commandSet, Instant at) {
    if (!story.isRead(Level.DEBUG)) {
      return;
    }
    story.debug(
        at,
        "Command set in presentation context "
            + contextId
            + ", always in Implicit VR Little Endian:");
    commandSet
        .elements()
        .keySet()
        .forEach(
            tag ->
                story.debug(at, "  " + CommandSet.nameOf(tag) + ": " + commandSet.valueText(tag)));
  }

  private static String describe(CommandSet commandSet) {
    try {
      int command = commandSet.unsignedShort(CommandSet.COMMAND_FIELD).orElse(-1);
      if (command == CEchoRq.COMMAND) {
        return "C-ECHO-RQ (message ID " + commandSet.valueText(CommandSet.MESSAGE_ID) + ")";
      }
      if (command == CEchoRsp.COMMAND) {
        int status = commandSet.unsignedShort(CommandSet.STATUS).orElse(-1);
        return "C-ECHO-RSP: " + (status < 0 ? "no status" : DimseStatus.named(status));
      }
    } catch (MalformedCommandException fault) {
      return "a command that can't be read: " + fault.description();
    }
    return "command " + commandSet.valueText(CommandSet.COMMAND_FIELD);
  }

  private void tolerated(Instant at, List<Deviation> deviations) {
    deviations.forEach(
        d ->
            story.debug(
                at,
                String.format(
                    Locale.ROOT,
                    "Tolerated: %s at byte %d: %s (%s)",
                    d.field(),
                    d.offset(),
                    d.description(),
                    d.section())));
  }

  private void debugAll(Instant at, Supplier<List<String>> lines) {
    if (story.isRead(Level.DEBUG)) {
      lines.get().forEach(line -> story.debug(at, line));
    }
  }

  private static String size(Pdu pdu, Octets bytes) {
    int behindHeader = bytes.length() - PduHeader.LENGTH;
    return behindHeader
        + " + "
        + PduHeader.LENGTH
        + " bytes of header"
        + (carriesIdentity(pdu)
            ? ", not counting the content of the user identity, which is not logged"
            : "");
  }

  private static boolean carriesIdentity(Pdu pdu) {
    return switch (pdu) {
      case AssociateRq rq -> rq.userInformation().find(UserItem.UserIdentityRq.class).isPresent();
      case AssociateAc ac -> ac.userInformation().find(UserItem.UserIdentityAc.class).isPresent();
      default -> false;
    };
  }
}
