package org.echolot.dicom.association;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** Strikes user identities out of a request before anybody is told of it (PS3.7 D.3.3.7). */
final class Secrets {

  /** The same for every secret, so that not even its length is told. */
  private static final Octets STRUCK_OUT =
      Octets.of("********".getBytes(StandardCharsets.US_ASCII));

  private Secrets() {}

  static boolean isIn(AssociateRq rq) {
    return rq.userInformation().find(UserItem.UserIdentityRq.class).isPresent();
  }

  static AssociateRq struckOut(AssociateRq rq) {
    List<UserItem> items =
        rq.userInformation().items().stream()
            .map(
                item ->
                    item instanceof UserItem.UserIdentityRq identity
                        ? new UserItem.UserIdentityRq(
                            identity.identityType(),
                            identity.positiveResponseRequested(),
                            STRUCK_OUT,
                            STRUCK_OUT)
                        : item)
            .toList();
    return new AssociateRq(
        rq.protocolVersion(),
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        rq.applicationContext(),
        rq.presentationContexts(),
        new UserInformation(items),
        rq.unrecognizedItems());
  }
}
