package org.echolot.dcm4che;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationFailure.Unreadable;
import org.echolot.dicom.association.AssociationFailure.UnreadableCommand;
import org.echolot.dicom.association.CommandAssembler;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.UserIdentityRedaction;
import org.jspecify.annotations.Nullable;

/**
 * What the peer sends, read by our own decoder beside dcm4che's: it is told, and it shows what
 * dcm4che does not tell, or no more once it tells that something is wrong. Safe for use by any
 * thread.
 */
final class Inbound {

  /** The most that is taken of any PDU, in bytes behind the header. */
  private static final int MAX_PDU_LENGTH = PduHeader.MAX_ASSOCIATE_LENGTH;

  /** A command set that came, in the presentation context of that ID. */
  record Command(int contextId, CommandSet commandSet) {}

  private final Events events;
  private final StepClock clock;
  private final Runnable whenCommandCame;
  private final CommandAssembler commands = new CommandAssembler();
  private final ByteArrayOutputStream underWay = new ByteArrayOutputStream();

  /** How many bytes of the PDU under way are needed to go on with it. */
  private int wanted = PduHeader.LENGTH;

  private final List<Deviation> deviations = new ArrayList<>();
  private @Nullable Pdu last;
  private @Nullable AssociateAc acceptance;
  private @Nullable Command lastCommand;
  private @Nullable UnreadableCommand unreadableCommand;
  private @Nullable Unreadable unreadable;
  private boolean beyondReading;
  private boolean claimsTooMuch;

  /** When the last bytes came. */
  private Stamp lastAt = Stamp.now();

  /**
   * @param whenCommandCame is run as soon as a whole command set came; quick, and by any thread
   */
  Inbound(Events events, StepClock clock, Runnable whenCommandCame) {
    this.events = events;
    this.clock = clock;
    this.whenCommandCame = whenCommandCame;
  }

  /** A step begins; what came before is no answer to what is asked now. */
  synchronized void beginStep() {
    deviations.clear();
    lastCommand = null;
    unreadableCommand = null;
  }

  /** Whether a whole command set came in this step. */
  synchronized boolean hasCommand() {
    return lastCommand != null || unreadableCommand != null;
  }

  /** The last whole PDU that we could read; null if there was none. */
  synchronized @Nullable Pdu last() {
    return last;
  }

  /** The A-ASSOCIATE-AC; null if none came that we could read. */
  synchronized @Nullable AssociateAc acceptance() {
    return acceptance;
  }

  /** Whether the beginning of an A-ASSOCIATE-AC came, and not its end. */
  synchronized boolean isInAcceptance() {
    return !beyondReading
        && underWay.size() > 0
        && underWay.toByteArray()[0] == PduType.ASSOCIATE_AC.code();
  }

  /** What was tolerated in this step. */
  synchronized List<Deviation> deviations() {
    return List.copyOf(deviations);
  }

  /** The last whole command set that we could read; null if there was none. */
  synchronized @Nullable Command lastCommand() {
    return lastCommand;
  }

  /** The last whole command set, if we could not read it. */
  synchronized @Nullable UnreadableCommand unreadableCommand() {
    return unreadableCommand;
  }

  /** What came last, if we could not read it. */
  synchronized @Nullable Unreadable unreadable() {
    return unreadable;
  }

  /** The bytes of an unfinished PDU. */
  synchronized Octets partial() {
    return beyondReading ? Octets.EMPTY : Octets.of(underWay.toByteArray());
  }

  /** Whether something came with which no PDU begins, so that what follows has no meaning. */
  synchronized boolean isBeyondReading() {
    return beyondReading;
  }

  /** Whether it claims a length for which nobody should make room. */
  synchronized boolean claimsTooMuch() {
    return claimsTooMuch;
  }

  /** Whether the beginning of a header came whose first byte no PDU begins with. */
  synchronized boolean beginsForeign() {
    return !beyondReading && underWay.size() > 0 && underWay.size() < PduHeader.LENGTH && !isType();
  }

  private boolean isType() {
    return PduType.ofCode(Byte.toUnsignedInt(underWay.toByteArray()[0])).isPresent();
  }

  /**
   * The rest of a header that is none does not come.
   *
   * @param at when its beginning came
   */
  synchronized void giveUpForeign(Stamp at) {
    if (beginsForeign()) {
      Octets start = Octets.of(underWay.toByteArray());
      try {
        PduType _ = PduDecoder.typeOf(new PduHeader(start.unsignedAt(0), 0, 0));
      } catch (MalformedPduException fault) {
        beyondReading = true;
        unreadable = new Unreadable(start, fault);
        clock.noneComes(at);
      }
    }
  }

  /**
   * Bytes came.
   *
   * @param at when the last of them was read
   */
  synchronized void received(byte[] bytes, int from, int count, Stamp at) {
    lastAt = at;
    underWay.write(bytes, from, count);
    if (unreadable != null && beyondReading) {
      unreadable =
          new Unreadable(withMore(unreadable.bytes(), bytes, from, count), unreadable.fault());
      return;
    }
    while (!beyondReading && underWay.size() >= wanted) {
      Octets all = Octets.of(underWay.toByteArray());
      wanted = lengthOf(all, at);
      if (!beyondReading && all.length() >= wanted) {
        read(all.slice(0, wanted), at);
        underWay.reset();
        underWay.writeBytes(all.slice(wanted, all.length()).toByteArray());
        wanted = PduHeader.LENGTH;
      }
    }
  }

  private static Octets withMore(Octets start, byte[] bytes, int from, int count) {
    byte[] all = Arrays.copyOf(start.toByteArray(), start.length() + count);
    System.arraycopy(bytes, from, all, start.length(), count);
    return Octets.of(all);
  }

  /** The length of the PDU that begins {@code all}, in bytes, unless none does. */
  private int lengthOf(Octets all, Stamp at) {
    PduHeader header = PduHeader.of(all);
    try {
      return PduHeader.LENGTH + PduDecoder.checkedBodyLength(header, MAX_PDU_LENGTH);
    } catch (MalformedPduException fault) {
      beyondReading = true;
      claimsTooMuch =
          PduType.ofCode(header.typeCode()).isPresent() && header.length() > MAX_PDU_LENGTH;
      unreadable = unreadable == null ? new Unreadable(all, fault) : unreadable;
      clock.noneComes(at);
      return PduHeader.LENGTH;
    }
  }

  private void read(Octets bytes, Stamp at) {
    try {
      PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
      UserIdentityRedaction.Shown shown = UserIdentityRedaction.shown(decoded.pdu(), bytes);
      clock.came(decoded.pdu(), at);
      events.tell(new PduReceived(shown.pdu(), shown.bytes(), decoded.deviations(), at.at()));
      last = decoded.pdu();
      unreadable = null;
      deviations.addAll(decoded.deviations());
      switch (decoded.pdu()) {
        case AssociateAc ac -> acceptance = ac;
        case PDataTf data -> data.pdvs().forEach(pdv -> commandIn(pdv, at));
        default -> {}
      }
    } catch (MalformedPduException fault) {
      // dcm4che may understand it all the same. If not, the first fault is the one that counts.
      unreadable = unreadable == null ? new Unreadable(bytes, fault) : unreadable;
      deviations.add(
          new Deviation(fault.field(), (int) fault.offset(), fault.held(), fault.section()));
      clock.noneComes(at);
      tellUnreadable(bytes, fault.description(), at);
    }
  }

  private void commandIn(Pdv pdv, Stamp at) {
    Octets whole = pdv.isCommand() ? commands.add(pdv) : null;
    if (whole == null) {
      return;
    }
    int contextId = pdv.contextId();
    clock.commandCame(at);
    try {
      CommandSet.Decoded decoded = CommandSet.decode(whole);
      lastCommand = new Command(contextId, decoded.commandSet());
      unreadableCommand = null;
      deviations.addAll(decoded.deviations());
      events.tell(
          new CommandReceived(contextId, decoded.commandSet(), decoded.deviations(), at.at()));
    } catch (MalformedCommandException fault) {
      unreadableCommand = new UnreadableCommand(whole, fault);
      events.tell(new UnreadableCommandReceived(contextId, whole, fault.description(), at.at()));
    }
    whenCommandCame.run();
  }

  /**
   * Tells of the bytes that are left over, once it is known that nothing more comes.
   *
   * @param why nothing more comes
   * @param at when that showed
   */
  synchronized void tellLeftOver(String why, Stamp at) {
    if (unreadable != null && beyondReading) {
      tellUnreadable(unreadable.bytes(), unreadable.fault().description(), lastAt);
    } else if (underWay.size() > 0) {
      tellUnreadable(Octets.of(underWay.toByteArray()), "in the middle of a PDU " + why, at);
    }
  }

  private void tellUnreadable(Octets bytes, String why, Stamp at) {
    events.tell(
        new UnreadableReceived(UserIdentityRedaction.shownOfUnreadable(bytes), why, at.at()));
  }
}
