package org.echolot.dicom.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes PDUs (PS3.8 9.3). Pure; safe for use by any thread. */
public final class PduEncoder {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  private PduEncoder() {}

  /**
   * The bytes of {@code pdu}, header included. Nothing is ever cut: what does not fit the wire was
   * refused by the constructor of its value.
   *
   * @throws IllegalArgumentException if items that fit one by one are together longer than their
   *     16-bit length can say
   */
  public static Octets encode(Pdu pdu) {
    PduEncoder body = new PduEncoder();
    switch (pdu) {
      case AssociateRq rq -> body.associateRq(rq);
      case AssociateAc ac -> body.associateAc(ac);
      case AssociateRj rj -> body.bytes(0, rj.result(), rj.source(), rj.reason());
      case PDataTf data -> data.pdvs().forEach(body::pdv);
      case ReleaseRq _, ReleaseRp _ -> body.bytes(0, 0, 0, 0);
      case Abort abort -> body.bytes(0, 0, abort.source(), abort.reason());
    }
    PduEncoder whole = new PduEncoder();
    whole.bytes(pdu.type().code(), 0);
    whole.unsigned32(body.out.size());
    whole.out.writeBytes(body.out.toByteArray());
    return whole.octets();
  }

  private void associateRq(AssociateRq rq) {
    associateFields(
        rq.protocolVersion(),
        rq.calledAe(),
        rq.callingAe(),
        rq.reserved(),
        rq.applicationContext());
    for (PresentationContextRq context : rq.presentationContexts()) {
      PduEncoder item = new PduEncoder();
      item.bytes(context.id(), 0, 0, 0);
      if (!context.abstractSyntax().isEmpty()) {
        item.item(0x30, 0, text(context.abstractSyntax()));
      }
      context.transferSyntaxes().forEach(uid -> item.item(0x40, 0, text(uid)));
      item.unrecognized(context.unrecognizedItems());
      item(0x20, 0, item.octets());
    }
    userInformation(rq.userInformation());
    unrecognized(rq.unrecognizedItems());
  }

  private void associateAc(AssociateAc ac) {
    associateFields(
        ac.protocolVersion(),
        ac.calledAe(),
        ac.callingAe(),
        ac.reserved(),
        ac.applicationContext());
    for (PresentationContextAc context : ac.presentationContexts()) {
      PduEncoder item = new PduEncoder();
      item.bytes(context.id(), 0, context.result(), 0);
      String transferSyntax = context.transferSyntax();
      if (transferSyntax != null) {
        item.item(0x40, 0, text(transferSyntax));
      }
      item.unrecognized(context.unrecognizedItems());
      item(0x21, 0, item.octets());
    }
    userInformation(ac.userInformation());
    unrecognized(ac.unrecognizedItems());
  }

  private void associateFields(
      int protocolVersion,
      AeTitleField calledAe,
      AeTitleField callingAe,
      Octets reserved,
      String applicationContext) {
    unsigned16(protocolVersion);
    unsigned16(0);
    octets(calledAe.bytes());
    octets(callingAe.bytes());
    octets(reserved);
    if (!applicationContext.isEmpty()) {
      item(0x10, 0, text(applicationContext));
    }
  }

  private void userInformation(UserInformation userInformation) {
    if (!userInformation.items().isEmpty()) {
      PduEncoder content = new PduEncoder();
      userInformation.items().forEach(content::userItem);
      item(0x50, 0, content.octets());
    }
  }

  private void userItem(UserItem userItem) {
    PduEncoder content = new PduEncoder();
    int secondByte = 0;
    switch (userItem) {
      case UserItem.MaxPduLength(long length) -> content.unsigned32(length);
      case UserItem.ImplementationClassUid(String uid) -> content.octets(text(uid));
      case UserItem.AsyncOperationsWindow(int maxInvoked, int maxPerformed) -> {
        content.unsigned16(maxInvoked);
        content.unsigned16(maxPerformed);
      }
      case UserItem.RoleSelection(String sopClassUid, int scuRole, int scpRole) -> {
        content.counted(text(sopClassUid));
        content.bytes(scuRole, scpRole);
      }
      case UserItem.ImplementationVersionName(String name) -> content.octets(text(name));
      case UserItem.ExtendedNegotiation(String sopClassUid, Octets information) -> {
        content.counted(text(sopClassUid));
        content.octets(information);
      }
      case UserItem.CommonExtendedNegotiation common -> {
        secondByte = common.version();
        content.counted(text(common.sopClassUid()));
        content.counted(text(common.serviceClassUid()));
        PduEncoder related = new PduEncoder();
        common.relatedGeneralSopClassUids().forEach(uid -> related.counted(text(uid)));
        content.counted(related.octets());
      }
      case UserItem.UserIdentityRq identity -> {
        content.bytes(identity.identityType(), identity.positiveResponseRequested() ? 1 : 0);
        content.counted(identity.primaryField());
        content.counted(identity.secondaryField());
      }
      case UserItem.UserIdentityAc(Octets serverResponse) -> content.counted(serverResponse);
      case UnrecognizedItem(_, Octets bytes) -> content.octets(bytes);
    }
    item(userItem.itemType(), secondByte, content.octets());
  }

  private void unrecognized(List<UnrecognizedItem> items) {
    items.forEach(item -> item(item.itemType(), 0, item.content()));
  }

  private void pdv(Pdv pdv) {
    unsigned32(2L + pdv.data().length());
    bytes(pdv.contextId(), pdv.controlHeader());
    octets(pdv.data());
  }

  private void item(int type, int secondByte, Octets content) {
    bytes(type, secondByte);
    counted(content);
  }

  /** A 16-bit length and what it counts. */
  private void counted(Octets content) {
    Ranges.requireUnsigned16("item length", content.length());
    unsigned16(content.length());
    octets(content);
  }

  private void unsigned16(int value) {
    bytes(value >>> 8, value);
  }

  private void unsigned32(long value) {
    unsigned16((int) (value >>> 16));
    unsigned16((int) value);
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }

  private void octets(Octets octets) {
    out.writeBytes(octets.toByteArray());
  }

  private Octets octets() {
    return Octets.of(out.toByteArray());
  }

  private static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
