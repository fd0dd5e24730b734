package org.echolot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** Association requests for fuzz targets to begin with. */
public final class Requests {

  private Requests() {}

  /**
   * A request for Verification, as a user.
   *
   * @param passcode ASCII
   */
  public static AssociateRq withPasscode(String passcode) {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(RequestorAssociation.MAX_PDU_LENGTH),
                new UserItem.ImplementationClassUid("1.2.3"),
                new UserItem.UserIdentityRq(2, true, text("me"), text(passcode)))),
        List.of());
  }

  private static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
