package org.echolot.dcm4che;

import java.util.List;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.Uids;

/**
 * Puts into an acceptance the transfer syntax that it leaves out: only one was asked for, and
 * dcm4che fails over an accepted context without any. What our own decoder told of the PDU is as it
 * came.
 */
final class ImpliedSyntax {

  private ImpliedSyntax() {}

  /**
   * Changes bytes that begin with an A-ASSOCIATE-AC.
   *
   * @param acceptance the same PDU
   * @param end where the bytes end
   * @return where they end now; the same if nothing is missing, or there is no room for it
   */
  static int supply(AssociateAc acceptance, byte[] bytes, int end) {
    List<PresentationContextAc> contexts = acceptance.presentationContexts();
    if (contexts.stream().noneMatch(ImpliedSyntax::lacksSyntax)) {
      return end;
    }
    byte[] supplied = PduEncoder.encode(with(acceptance, contexts)).toByteArray();
    int length = lengthOf(bytes);
    int more = supplied.length - length;
    if (length > end || end + more > bytes.length) {
      return end;
    }
    System.arraycopy(bytes, length, bytes, supplied.length, end - length);
    System.arraycopy(supplied, 0, bytes, 0, supplied.length);
    return end + more;
  }

  static boolean lacksSyntax(PresentationContextAc context) {
    String syntax = context.transferSyntax();
    return context.isAccepted() && (syntax == null || syntax.isEmpty());
  }

  private static AssociateAc with(AssociateAc ac, List<PresentationContextAc> contexts) {
    return new AssociateAc(
        ac.protocolVersion(),
        ac.calledAe(),
        ac.callingAe(),
        ac.reserved(),
        ac.applicationContext(),
        contexts.stream().map(ImpliedSyntax::with).toList(),
        ac.userInformation(),
        List.of());
  }

  private static PresentationContextAc with(PresentationContextAc context) {
    return lacksSyntax(context)
        ? new PresentationContextAc(context.id(), context.result(), Uids.IMPLICIT_VR_LITTLE_ENDIAN)
        : context;
  }

  /** The whole length that the header of a PDU says. */
  private static int lengthOf(byte[] pdu) {
    int length = 0;
    for (int i = 2; i < PduHeader.LENGTH; i++) {
      length = (length << 8) | Byte.toUnsignedInt(pdu[i]);
    }
    return PduHeader.LENGTH + length;
  }
}
