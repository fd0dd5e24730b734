package org.echolot.peer;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** What peers answer. */
public final class Answers {

  public static final String CLASS_UID = "1.2.276.0.7230010.3.0.3.6.7";
  public static final String VERSION_NAME = "SCRIPTED_PEER";
  public static final int MAX_PDU_LENGTH = 16_384;

  private Answers() {}

  /** Accepts every context in Implicit VR Little Endian. */
  public static AssociateAc acceptance(AssociateRq rq) {
    return acceptance(rq, contexts(rq, PresentationContextAc.ACCEPTANCE));
  }

  public static AssociateAc acceptance(AssociateRq rq, List<PresentationContextAc> contexts) {
    return acceptance(
        rq,
        contexts,
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(MAX_PDU_LENGTH),
                new UserItem.ImplementationClassUid(CLASS_UID),
                new UserItem.ImplementationVersionName(VERSION_NAME))));
  }

  public static AssociateAc acceptance(
      AssociateRq rq, List<PresentationContextAc> contexts, UserInformation userInformation) {
    return new AssociateAc(
        1,
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        Uids.APPLICATION_CONTEXT,
        contexts,
        userInformation,
        List.of());
  }

  /** Answers every proposed context with the same result. */
  public static List<PresentationContextAc> contexts(AssociateRq rq, int result) {
    return rq.presentationContexts().stream()
        .map(c -> new PresentationContextAc(c.id(), result, Uids.IMPLICIT_VR_LITTLE_ENDIAN))
        .toList();
  }

  /** The answer to message 1 in context 1 that says Success. */
  public static PDataTf echoSuccess() {
    return echo(0x0000);
  }

  /** The answer to message 1 in context 1. */
  public static PDataTf echo(int status) {
    return inContext(1, new CEchoRsp(1, status, Uids.VERIFICATION, null).toCommandSet());
  }

  public static PDataTf inContext(int contextId, CommandSet command) {
    return command(contextId, command.encode());
  }

  /** One whole command set, whatever its bytes are. */
  public static PDataTf command(int contextId, Octets bytes) {
    return new PDataTf(List.of(Pdv.command(contextId, true, bytes)));
  }

  /** A PDU in bytes. */
  public static Octets bytes(Pdu pdu) {
    return PduEncoder.encode(pdu);
  }

  public static Octets joined(Octets... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Octets part : parts) {
      out.writeBytes(part.toByteArray());
    }
    return Octets.of(out.toByteArray());
  }

  /** {@code bytes} with one of them changed. */
  public static Octets with(Octets bytes, int index, int value) {
    byte[] changed = bytes.toByteArray();
    changed[index] = (byte) value;
    return Octets.of(changed);
  }
}
