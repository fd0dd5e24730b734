package org.echolot.dicom.association;

import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.UserItem;

/**
 * The secret that went with our request, known for as long as the answer is waited for: a service
 * that is no DICOM may throw our own bytes back at us, and what it says is shown.
 */
final class SentSecret {

  /** Fewer bytes than these stand in any answer by chance, and give nothing away. */
  private static final int LEAST = 4;

  private Octets secret = Octets.EMPTY;

  /** We sent a PDU. */
  void sent(Pdu pdu) {
    if (pdu instanceof AssociateRq rq) {
      secret =
          rq.userInformation()
              .find(UserItem.UserIdentityRq.class)
              .map(SentSecret::secretOf)
              .orElse(Octets.EMPTY);
    }
  }

  /** A DICOM peer answered; such a one does not throw back what it gets. */
  void forget() {
    secret = Octets.EMPTY;
  }

  /** Bytes that came, up to where our secret, or the beginning of it, stands in them. */
  Octets cutFrom(Octets bytes) {
    if (secret.length() >= LEAST) {
      for (int i = 0; i <= bytes.length() - LEAST; i++) {
        if (standsAt(i, bytes)) {
          return bytes.slice(0, i);
        }
      }
    }
    return bytes;
  }

  private boolean standsAt(int start, Octets bytes) {
    int length = Math.min(secret.length(), bytes.length() - start);
    for (int i = 0; i < length; i++) {
      if (bytes.unsignedAt(start + i) != secret.unsignedAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A name alone is no secret; a name's passcode is in the second field, a token in the first. */
  private static Octets secretOf(UserItem.UserIdentityRq identity) {
    return switch (identity.identityType()) {
      case 1 -> Octets.EMPTY;
      case 2 -> identity.secondaryField();
      default -> identity.primaryField();
    };
  }
}
