package org.echolot.dicom.service;

import java.math.BigInteger;
import java.util.UUID;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.Exchange;
import org.echolot.dicom.association.Message;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.dimse.CFindRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DataSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.dimse.TransferSyntax;
import org.echolot.dicom.dimse.ValueRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * A C-FIND at the study root, as who asks (PS3.4 C.4.1), for a study that can't exist: it tells
 * whether a peer lets us query, and brings nobody's data.
 */
public final class StudyQuery {

  /** Study Root Query/Retrieve Information Model - FIND (PS3.4 C.6.2.1). */
  public static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";

  /** A peer that finds studies all the same is asked to stop after so many. */
  private static final int MOST_PENDING = 16;

  /** What comes in spite of that is read no further than this. */
  private static final int MOST_RESPONSES = 256;

  private static final int MESSAGE_ID = 1;
  private static final int QUERY_RETRIEVE_LEVEL = 0x0008_0052;
  private static final int STUDY_INSTANCE_UID = 0x0020_000D;
  private static final ValueRepresentation CS = new ValueRepresentation("CS");

  /**
   * What came.
   *
   * @param status of the last response, 0 to 65,535; null: it had none, or none came
   * @param pending how many studies came, though there can be none
   * @param endless whether they went on to come until they were given up
   * @param comment the error comment of the last response; null: none
   */
  public record Reply(
      @Nullable Integer status, int pending, boolean endless, @Nullable String comment) {

    /** Whether the peer let us query, and found what there is: nothing. */
    public boolean isGood() {
      return status != null && status == DimseStatus.SUCCESS && pending == 0;
    }
  }

  private StudyQuery() {}

  /**
   * Asks, on an association with an accepted context for {@link #STUDY_ROOT_FIND} in Implicit VR
   * Little Endian. What comes of data sets is bounded by {@link Message#MAX_DATA_SET_LENGTH}, and
   * forgotten.
   *
   * @param deadline for all of it
   * @throws AssociationException if the association ended, or no last response came in time
   */
  public static Reply ask(RequestorAssociation association, int contextId, Deadline deadline)
      throws AssociationException {
    DataSet identifier =
        new DataSet.Builder()
            .text(QUERY_RETRIEVE_LEVEL, CS, "STUDY")
            .text(STUDY_INSTANCE_UID, ValueRepresentation.UI, impossibleUid())
            .build();
    Exchange exchange =
        association.exchange(
            new Message(
                contextId,
                new CFindRq(MESSAGE_ID, STUDY_ROOT_FIND).toCommandSet(),
                identifier.encode(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)),
            deadline);
    int pending = 0;
    while (true) {
      CommandSet response = exchange.next(deadline).commandSet();
      if (exchange.isOver()) {
        return new Reply(
            status(response), pending, false, response.text(CommandSet.ERROR_COMMENT).orElse(null));
      }
      pending++;
      if (pending == MOST_PENDING) {
        exchange.cancel(deadline);
      }
      if (pending == MOST_RESPONSES) {
        return new Reply(null, pending, true, null);
      }
    }
  }

  private static @Nullable Integer status(CommandSet response) {
    try {
      return response.unsignedShort(CommandSet.STATUS).stream().boxed().findFirst().orElse(null);
    } catch (MalformedCommandException _) {
      return null;
    }
  }

  /** A UID that was made this moment and belongs to nothing (PS3.5 B.2). */
  private static String impossibleUid() {
    UUID random = UUID.randomUUID();
    return "2.25." + new BigInteger(random.toString().replace("-", ""), 16);
  }
}
