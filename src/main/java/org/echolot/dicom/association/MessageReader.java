package org.echolot.dicom.association;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.association.AssociationFailure.WrongMessage.Kind;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from the PDVs in which they come (PS3.7 6.3, PS3.8 Annex E). Bounded,
 * whatever a peer sends. Used by one thread.
 */
final class MessageReader {

  private final String due;
  private final boolean isPatient;
  private final Queue<Pdv> arrived = new ArrayDeque<>();
  private CommandAssembler commands = new CommandAssembler();
  private ByteArrayOutputStream dataSet = new ByteArrayOutputStream();

  /**
   * @param due what is expected where a data set would be wrong, in words
   * @param isPatient whether a command set that is too long is waited for to its end, so that one
   *     without an end is a matter of the deadline
   */
  MessageReader(String due, boolean isPatient) {
    this.due = due;
    this.isPatient = isPatient;
  }

  /** Nothing that came before belongs to what comes now. */
  void forget() {
    arrived.clear();
    commands = new CommandAssembler();
    dataSet = new ByteArrayOutputStream();
  }

  void arrived(PDataTf data) {
    arrived.addAll(data.pdvs());
  }

  /** The context of what came and was not taken yet; empty if nothing is left. */
  OptionalInt nextContextId() {
    Pdv next = arrived.peek();
    return next == null ? OptionalInt.empty() : OptionalInt.of(next.contextId());
  }

  /**
   * Takes what came of a command set.
   *
   * @param contextId that of the message
   * @return the command set; null if its end has not come
   * @throws AssociationException if it is something else, or too long
   */
  @Nullable Octets command(int contextId) throws AssociationException {
    for (Pdv pdv = arrived.poll(); pdv != null; pdv = arrived.poll()) {
      if (pdv.contextId() != contextId) {
        throw wrong(
            Kind.OTHER_CONTEXT,
            "a message in presentation context " + pdv.contextId() + ", but ours is " + contextId);
      }
      if (!pdv.isCommand()) {
        throw wrong(Kind.DATA_SET, "a part of a data set instead of " + due);
      }
      Octets whole = commands.add(pdv);
      if (commands.isOversized() && (pdv.isLast() || !isPatient)) {
        throw wrong("a command set longer than " + CommandSet.MAX_LENGTH + " bytes");
      }
      if (whole != null) {
        return whole;
      }
    }
    return null;
  }

  /**
   * Takes what came of a data set.
   *
   * @param contextId that of its command set
   * @return the data set; null if its end has not come
   * @throws AssociationException if it is something else, or too long
   */
  @Nullable Octets dataSet(int contextId) throws AssociationException {
    for (Pdv pdv = arrived.poll(); pdv != null; pdv = arrived.poll()) {
      if (pdv.isCommand() || pdv.contextId() != contextId) {
        throw wrong("another message instead of the rest of a data set");
      }
      if (dataSet.size() + pdv.data().length() > Message.MAX_DATA_SET_LENGTH) {
        throw wrong("a data set longer than " + Message.MAX_DATA_SET_LENGTH + " bytes");
      }
      dataSet.writeBytes(pdv.data().toByteArray());
      if (pdv.isLast()) {
        Octets whole = Octets.of(dataSet.toByteArray());
        dataSet = new ByteArrayOutputStream();
        return whole;
      }
    }
    return null;
  }

  static AssociationException wrong(String explanation) {
    return wrong(Kind.OTHER, explanation);
  }

  private static AssociationException wrong(Kind kind, String explanation) {
    return new AssociationException(new WrongMessage(kind, explanation));
  }
}
