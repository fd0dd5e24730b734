package org.echolot.dcm4che;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.pdu.AAssociateAC;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.UserIdentityRQ;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/** Our values in dcm4che's, and dcm4che's in ours. Pure. */
final class Translation {

  private static final int[] SHORT_ELEMENTS = {
    CommandSet.COMMAND_FIELD,
    CommandSet.MESSAGE_ID_BEING_RESPONDED_TO,
    CommandSet.COMMAND_DATA_SET_TYPE,
    CommandSet.STATUS
  };

  private Translation() {}

  static AAssociateRQ of(AssociateRq rq) {
    AAssociateRQ request = new AAssociateRQ();
    request.setProtocolVersion(rq.protocolVersion());
    request.setCalledAET(rq.calledAe().text());
    request.setCallingAET(rq.callingAe().text());
    request.setReservedBytes(rq.reserved().toByteArray());
    request.setApplicationContext(rq.applicationContext());
    for (PresentationContextRq context : rq.presentationContexts()) {
      request.addPresentationContext(
          new PresentationContext(
              context.id(),
              context.abstractSyntax(),
              context.transferSyntaxes().toArray(String[]::new)));
    }
    rq.userInformation().implementationClassUid().ifPresent(request::setImplClassUID);
    request.setImplVersionName(rq.userInformation().implementationVersionName().orElse(null));
    rq.userInformation()
        .find(UserItem.UserIdentityRq.class)
        .ifPresent(identity -> request.setUserIdentityRQ(of(identity)));
    return request;
  }

  private static UserIdentityRQ of(UserItem.UserIdentityRq identity) {
    return new UserIdentityRQ(
        identity.identityType(),
        identity.positiveResponseRequested(),
        identity.primaryField().toByteArray(),
        identity.secondaryField().toByteArray());
  }

  /**
   * An acceptance as dcm4che read it.
   *
   * @param seen the same as our own decoder read it, if it could. dcm4che puts values of its own in
   *     the place of those that are missing, and this tells them apart
   */
  static AssociateAc of(AAssociateAC ac, @Nullable AssociateAc seen) {
    UserInformation items = seen == null ? UserInformation.NONE : seen.userInformation();
    return new AssociateAc(
        ac.getProtocolVersion(),
        field(ac.getCalledAET()),
        field(ac.getCallingAET()),
        Octets.of(ac.getReservedBytes()),
        ac.getApplicationContext(),
        ac.getPresentationContexts().stream().map(context -> of(context, seen)).toList(),
        userInformation(ac, items),
        List.of());
  }

  private static PresentationContextAc of(PresentationContext context, @Nullable AssociateAc seen) {
    if (seen != null) {
      for (PresentationContextAc came : seen.presentationContexts()) {
        if (came.id() == context.getPCID() && ImpliedSyntax.lacksSyntax(came)) {
          return came;
        }
      }
    }
    String[] syntaxes = context.getTransferSyntaxes();
    return new PresentationContextAc(
        context.getPCID(), context.getResult(), syntaxes.length == 0 ? null : syntaxes[0]);
  }

  private static UserInformation userInformation(AAssociateAC ac, UserInformation seen) {
    AAssociateAC nothingSaid = new AAssociateAC();
    List<UserItem> items = new ArrayList<>();
    int maxPduLength = ac.getMaxPDULength();
    if (maxPduLength != Connection.DEF_MAX_PDU_LENGTH || seen.maxPduLength().isPresent()) {
      items.add(new UserItem.MaxPduLength(Integer.toUnsignedLong(maxPduLength)));
    }
    String classUid = ac.getImplClassUID();
    if (!classUid.equals(nothingSaid.getImplClassUID())
        || seen.implementationClassUid().isPresent()) {
      items.add(new UserItem.ImplementationClassUid(classUid));
    }
    String versionName = ac.getImplVersionName();
    if (versionName != null) {
      items.add(new UserItem.ImplementationVersionName(versionName));
    }
    if (ac.getUserIdentityAC() != null) {
      items.add(new UserItem.UserIdentityAc(Octets.of(ac.getUserIdentityAC().getServerResponse())));
    }
    return new UserInformation(items);
  }

  private static AeTitleField field(String title) {
    byte[] bytes = new byte[AeTitleField.LENGTH];
    Arrays.fill(bytes, (byte) ' ');
    byte[] text = title.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, bytes, 0, Math.min(text.length, bytes.length));
    return new AeTitleField(Octets.of(bytes));
  }

  /** The elements of a response that say what it is, as dcm4che read them. */
  static CommandSet of(Attributes command) {
    CommandSet.Builder builder = new CommandSet.Builder();
    for (int tag : SHORT_ELEMENTS) {
      if (command.containsValue(tag)) {
        builder.unsignedShort(tag, command.getInt(tag, 0) & 0xFFFF);
      }
    }
    String sopClass = command.getString(Tag.AffectedSOPClassUID);
    if (sopClass != null) {
      builder.uid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClass);
    }
    return builder.build();
  }

  /** The error comment of a response; null if it has none. */
  static @Nullable String errorComment(Attributes command) {
    return command.getString(Tag.ErrorComment);
  }
}
