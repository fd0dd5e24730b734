package org.echolot.dicom.association;

import java.nio.charset.StandardCharsets;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** Strikes user identities out of a PDU before anybody is told of it (PS3.7 D.3.3.7). */
final class Secrets {

  /** The same for every secret, so that not even its length is told. */
  private static final Octets STRUCK_OUT =
      Octets.of("********".getBytes(StandardCharsets.US_ASCII));

  private Secrets() {}

  /** The same PDU if there is no secret in it; else one with stars in place of each. */
  static Pdu struckOut(Pdu pdu) {
    return switch (pdu) {
      case AssociateRq rq when hasSecret(rq.userInformation()) ->
          new AssociateRq(
              rq.protocolVersion(),
              rq.calledAe(),
              rq.callingAe(),
              rq.reserved(),
              rq.applicationContext(),
              rq.presentationContexts(),
              struckOut(rq.userInformation()),
              rq.unrecognizedItems());
      case AssociateAc ac when hasSecret(ac.userInformation()) ->
          new AssociateAc(
              ac.protocolVersion(),
              ac.calledAe(),
              ac.callingAe(),
              ac.reserved(),
              ac.applicationContext(),
              ac.presentationContexts(),
              struckOut(ac.userInformation()),
              ac.unrecognizedItems());
      default -> pdu;
    };
  }

  private static boolean hasSecret(UserInformation information) {
    return information.find(UserItem.UserIdentityRq.class).isPresent()
        || information.find(UserItem.UserIdentityAc.class).isPresent();
  }

  private static UserInformation struckOut(UserInformation information) {
    return new UserInformation(information.items().stream().map(Secrets::struckOut).toList());
  }

  private static UserItem struckOut(UserItem item) {
    return switch (item) {
      case UserItem.UserIdentityRq identity ->
          new UserItem.UserIdentityRq(
              identity.identityType(),
              identity.positiveResponseRequested(),
              STRUCK_OUT,
              STRUCK_OUT);
      case UserItem.UserIdentityAc _ -> new UserItem.UserIdentityAc(STRUCK_OUT);
      default -> item;
    };
  }
}
