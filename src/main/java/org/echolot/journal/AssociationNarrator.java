package org.echolot.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echolot.check.CheckStage;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandAnnotator;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduAnnotator;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.jspecify.annotations.Nullable;

/** Tells the story of one association as journal lines, in the vocabulary that PACS people know. */
public class AssociationNarrator implements AssociationListener {

  /** The most characters of a line. Peers may send values of 65,535, in many items. */
  static final int MAX_LENGTH = 500;

  private final Journal journal;
  private final String source;
  private final long checkId;
  private @Nullable CheckStage stage;
  private Map<Integer, PresentationContextRq> proposal = Map.of();

  // One for each direction, for a command set may go on in the next PDU.
  private final PduAnnotator sent = new PduAnnotator(Integer.MAX_VALUE, new CommandAnnotator());
  private final PduAnnotator received =
      new PduAnnotator(RequestorAssociation.MAX_PDU_LENGTH, new CommandAnnotator());

  /**
   * @param source whose story it is: a peer's name, or {@code Listener}
   * @param checkId the number that all lines carry; 0 for none
   */
  public AssociationNarrator(Journal journal, String source, long checkId) {
    this.journal = journal;
    this.source = source;
    this.checkId = checkId;
  }

  /** The stage that later lines belong to. */
  final void enter(CheckStage next) {
    stage = next;
  }

  final void info(Instant at, Tone tone, String text) {
    write(at, Level.INFO, tone, text);
  }

  final void debug(Instant at, String text) {
    write(at, Level.DEBUG, Tone.PLAIN, text);
  }

  private void write(Instant at, Level level, Tone tone, String text) {
    String kept = cut(text);
    journal.write(JournalLine.of(at, source, checkId, stage, level, tone, () -> kept));
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, MAX_LENGTH) + " … " + (text.length() - MAX_LENGTH) + " more characters";
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    switch (pdu) {
      case AssociateRq rq -> {
        proposal = AssociationParameters.byId(rq);
        info(
            at,
            Tone.PLAIN,
            "Requesting association: " + rq.callingAe().text() + " → " + rq.calledAe().text());
        debugAll(at, AssociationParameters.of(rq));
      }
      case AssociateAc ac -> {
        info(at, Tone.PLAIN, "Association accepted");
        debugAll(at, AssociationParameters.of(ac, proposal));
      }
      case AssociateRj rj -> info(at, Tone.WARNING, "Association rejected: " + rj.description());
      case Abort abort -> info(at, Tone.WARNING, "A-ABORT sent: " + abort.description());
      case ReleaseRq _ -> info(at, Tone.PLAIN, "Releasing association");
      case ReleaseRp _ -> info(at, Tone.PLAIN, "Release confirmed");
      case PDataTf _ -> {
        // Its command is told of when it is whole.
      }
    }
    debug(at, "→ " + pdu.type() + " sent, " + size(pdu, bytes));
    dump(at, Level.TRACE, sent, bytes, List.of());
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    switch (pdu) {
      case AssociateRq rq -> {
        proposal = AssociationParameters.byId(rq);
        info(
            at,
            Tone.PLAIN,
            "Association requested: " + rq.callingAe().text() + " → " + rq.calledAe().text());
        debugAll(at, AssociationParameters.of(rq));
      }
      case AssociateAc ac -> {
        info(
            at,
            Tone.PLAIN,
            "Association accepted by "
                + ac.userInformation()
                    .implementationVersionName()
                    .or(() -> ac.userInformation().implementationClassUid())
                    .orElse("a peer that does not name its software")
                + ac.userInformation().maxPduLength().map(m -> " (max PDU " + m + ")").orElse(""));
        debugAll(at, AssociationParameters.of(ac, proposal));
      }
      case AssociateRj rj -> info(at, Tone.BAD, "Association rejected: " + rj.description());
      case Abort abort -> info(at, Tone.BAD, "A-ABORT received: " + abort.description());
      case ReleaseRq _ -> info(at, Tone.PLAIN, "Release requested by the peer");
      case ReleaseRp _ -> info(at, Tone.PLAIN, "Association released");
      case PDataTf _ -> {
        // Its command is told of when it is whole.
      }
    }
    tolerated(at, deviations);
    debug(at, "← " + pdu.type() + " received, " + size(pdu, bytes));
    // The bytes of the acceptance are what echoscu -d shows of all bytes.
    Level level = pdu instanceof AssociateAc ? Level.DEBUG : Level.TRACE;
    dump(at, level, received, bytes, deviations);
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    write(at, Level.INFO, Tone.BAD, "Received what can't be read: " + why);
    if (!bytes.isEmpty()) {
      write(
          at,
          Level.TRACE,
          Tone.PLAIN,
          "← " + bytes.length() + " bytes received that can't be read");
      dump(at, Level.TRACE, received, bytes, List.of());
    }
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    write(
        at,
        Level.INFO,
        Tone.BAD,
        "Received a command set in presentation context "
            + contextId
            + " that can't be read: "
            + fault.description());
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    info(at, Tone.PLAIN, "Sending " + describe(commandSet));
    elements(contextId, commandSet, at);
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    info(at, Tone.PLAIN, "Received " + describe(commandSet));
    tolerated(at, deviations);
    elements(contextId, commandSet, at);
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    debug(
        at,
        String.format(
            Locale.ROOT,
            "%s → %s (%s): %s",
            from.standardName(),
            to.standardName(),
            to.text(),
            event));
  }

  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {
    Level shownFrom =
        switch (level) {
          case ALL, TRACE -> Level.TRACE;
          case DEBUG -> Level.DEBUG;
          case INFO, WARNING, ERROR, OFF -> Level.INFO;
        };
    boolean warns = level.getSeverity() >= System.Logger.Level.WARNING.getSeverity();
    Tone tone = warns ? Tone.WARNING : Tone.PLAIN;
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> write(at, shownFrom, tone, line.stripTrailing()));
  }

  private void elements(int contextId, CommandSet commandSet, Instant at) {
    debug(at, "Command set in presentation context " + contextId + ", Implicit VR Little Endian:");
    commandSet
        .elements()
        .keySet()
        .forEach(
            tag -> debug(at, "  " + CommandSet.nameOf(tag) + ": " + commandSet.valueText(tag)));
  }

  private static String describe(CommandSet commandSet) {
    try {
      int command = commandSet.unsignedShort(CommandSet.COMMAND_FIELD).orElse(-1);
      if (command == CEchoRq.COMMAND) {
        return "C-ECHO-RQ (message ID " + commandSet.valueText(CommandSet.MESSAGE_ID) + ")";
      }
      if (command == CEchoRsp.COMMAND) {
        int status = commandSet.unsignedShort(CommandSet.STATUS).orElse(-1);
        return "C-ECHO-RSP: "
            + (status < 0
                ? "no status"
                : DimseStatus.hex(status) + " " + DimseStatus.meaningOf(status));
      }
    } catch (MalformedCommandException fault) {
      return "a command that can't be read: " + fault.description();
    }
    return "command " + commandSet.valueText(CommandSet.COMMAND_FIELD);
  }

  private void tolerated(Instant at, List<Deviation> deviations) {
    deviations.forEach(
        d ->
            debug(
                at,
                String.format(
                    Locale.ROOT,
                    "Tolerated: %s at byte %d: %s (%s)",
                    d.field(),
                    d.offset(),
                    d.description(),
                    d.section())));
  }

  private void debugAll(Instant at, List<String> lines) {
    lines.forEach(line -> debug(at, line));
  }

  private static String size(Pdu pdu, Octets bytes) {
    int behindHeader = bytes.length() - PduHeader.LENGTH;
    return behindHeader
        + " + "
        + PduHeader.LENGTH
        + " bytes of header"
        + (carriesIdentity(pdu) ? ", not counting the user identity, which is struck out" : "");
  }

  private static boolean carriesIdentity(Pdu pdu) {
    return switch (pdu) {
      case AssociateRq rq -> rq.userInformation().find(UserItem.UserIdentityRq.class).isPresent();
      case AssociateAc ac -> ac.userInformation().find(UserItem.UserIdentityAc.class).isPresent();
      default -> false;
    };
  }

  private void dump(
      Instant at, Level level, PduAnnotator annotator, Octets bytes, List<Deviation> tolerated) {
    if (!journal.isRead()) {
      return;
    }
    List<Deviation> places = tolerated.isEmpty() ? tolerated : deviationsIn(bytes);
    for (PduDump.Row row : PduDump.of(bytes, annotator.annotate(bytes), places)) {
      journal.write(JournalLine.of(at, source, checkId, stage, level, row.tone(), row.text()));
    }
  }

  /** Where a secret was struck out, the offsets are others than those in what came. */
  private static List<Deviation> deviationsIn(Octets bytes) {
    try {
      return PduDecoder.decode(bytes).deviations();
    } catch (MalformedPduException _) {
      return List.of();
    }
  }
}
