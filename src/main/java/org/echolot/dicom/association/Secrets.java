package org.echolot.dicom.association;

import java.util.Arrays;
import java.util.List;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** Strikes user identities out of a PDU before anybody is told of it (PS3.7 D.3.3.7). */
public final class Secrets {

  /** In the place of each secret: nothing, so that not even its length is told. */
  private static final Octets STRUCK_OUT = Octets.EMPTY;

  /** What stands before the items of an A-ASSOCIATE-RQ or -AC, in bytes (PS3.8 9.3.2). */
  private static final int FIXED_PART = 74;

  private static final int USER_INFORMATION = 0x50;
  private static final int LAST_USER_ITEM = 0x59;
  private static final int USER_IDENTITY_RQ = 0x58;
  private static final int USER_IDENTITY_AC = 0x59;

  /** Where the length of a PDU stands in its header. */
  private static final int LENGTH_FIELD = 2;

  private static final List<String> IDENTITY_FIELDS =
      List.of("User identity", "Primary field", "Secondary field", "Server response");

  /** A PDU as others may see it. */
  public record Shown(Pdu pdu, Octets bytes) {}

  private Secrets() {}

  /**
   * The PDU and its bytes as they are if no secret can be in them; else both without.
   *
   * @param deviations what was tolerated in it, if it came
   */
  public static Shown shown(Pdu pdu, Octets bytes, List<Deviation> deviations) {
    Pdu struck =
        switch (pdu) {
          case AssociateRq rq
              when mayHide(rq.userInformation(), rq.unrecognizedItems(), deviations) ->
              new AssociateRq(
                  rq.protocolVersion(),
                  rq.calledAe(),
                  rq.callingAe(),
                  rq.reserved(),
                  rq.applicationContext(),
                  rq.presentationContexts(),
                  struckOut(rq.userInformation()),
                  struckOut(rq.unrecognizedItems()));
          case AssociateAc ac
              when mayHide(ac.userInformation(), ac.unrecognizedItems(), deviations) ->
              new AssociateAc(
                  ac.protocolVersion(),
                  ac.calledAe(),
                  ac.callingAe(),
                  ac.reserved(),
                  ac.applicationContext(),
                  ac.presentationContexts(),
                  struckOut(ac.userInformation()),
                  struckOut(ac.unrecognizedItems()));
          default -> null;
        };
    return struck == null ? new Shown(pdu, bytes) : new Shown(struck, PduEncoder.encode(struck));
  }

  /**
   * As much of bytes that can't be read as surely holds no secret. Of a request only the fixed part
   * is shown; of an acceptance, in which what is wrong should be seen, all before a user identity.
   * Where one may stand in what is left out, so is the length of the PDU, which would tell that of
   * the secret.
   */
  public static Octets shownOfUnreadable(Octets bytes) {
    if (bytes.length() <= FIXED_PART) {
      return bytes;
    }
    int identity = identityIn(bytes);
    int type = bytes.unsignedAt(0);
    if (type == PduType.ASSOCIATE_RQ.code()) {
      return identity < 0 ? bytes.slice(0, FIXED_PART) : withoutLength(bytes.slice(0, FIXED_PART));
    }
    return type == PduType.ASSOCIATE_AC.code() && identity >= 0
        ? withoutLength(bytes.slice(0, identity))
        : bytes;
  }

  /** Where a user identity may begin: its type, and the reserved byte behind it; -1 if nowhere. */
  private static int identityIn(Octets bytes) {
    for (int i = FIXED_PART; i < bytes.length() - 1; i++) {
      int type = bytes.unsignedAt(i);
      if ((type == USER_IDENTITY_RQ || type == USER_IDENTITY_AC) && bytes.unsignedAt(i + 1) == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Octets withoutLength(Octets bytes) {
    byte[] shown = bytes.toByteArray();
    Arrays.fill(shown, LENGTH_FIELD, PduHeader.LENGTH, (byte) 0);
    return Octets.of(shown);
  }

  /**
   * A fault as others may hear of it: what is wrong in a user identity tells how long a part is.
   */
  static MalformedPduException shown(MalformedPduException fault) {
    return IDENTITY_FIELDS.stream().anyMatch(fault.field()::startsWith)
        ? new MalformedPduException(
            fault.field(),
            fault.offset(),
            "does not fit what it is in; what it held is not shown",
            fault.section())
        : fault;
  }

  /**
   * A second user information item is not kept, and a user item outside of one is unrecognized; a
   * secret may be in either.
   */
  private static boolean mayHide(
      UserInformation information, List<UnrecognizedItem> others, List<Deviation> deviations) {
    return information.find(UserItem.UserIdentityRq.class).isPresent()
        || information.find(UserItem.UserIdentityAc.class).isPresent()
        || others.stream().anyMatch(Secrets::isUserItem)
        || deviations.stream().anyMatch(d -> d.field().equals(UserInformation.FIELD));
  }

  /**
   * What was tolerated in a PDU that came, with the places counted as if its user identities were
   * empty: what stands behind one would tell how long it is.
   */
  static List<Deviation> shown(List<Deviation> deviations, Pdu pdu, Octets bytes) {
    if (deviations.isEmpty()) {
      return deviations;
    }
    List<Deviation> shown = deviations;
    for (UserItem item : userItems(pdu)) {
      int struck = lengthOf(item);
      int at = struck == 0 ? -1 : placeOf(item, bytes);
      if (at >= 0) {
        shown =
            shown.stream()
                .map(
                    d ->
                        d.offset() <= at
                            ? d
                            : new Deviation(
                                d.field(),
                                Math.max(at, d.offset() - struck),
                                d.description(),
                                d.section()))
                .toList();
      }
    }
    return shown;
  }

  private static List<UserItem> userItems(Pdu pdu) {
    return switch (pdu) {
      case AssociateRq rq -> rq.userInformation().items();
      case AssociateAc ac -> ac.userInformation().items();
      default -> List.of();
    };
  }

  private static int lengthOf(UserItem item) {
    return switch (item) {
      case UserItem.UserIdentityRq rq -> rq.primaryField().length() + rq.secondaryField().length();
      case UserItem.UserIdentityAc(Octets response) -> response.length();
      default -> 0;
    };
  }

  /** Where the first secret of an item begins in the PDU; where it comes twice, not later. */
  private static int placeOf(UserItem item, Octets bytes) {
    Octets secret =
        switch (item) {
          case UserItem.UserIdentityRq rq when rq.primaryField().isEmpty() -> rq.secondaryField();
          case UserItem.UserIdentityRq rq -> rq.primaryField();
          case UserItem.UserIdentityAc(Octets response) -> response;
          default -> Octets.EMPTY;
        };
    return secret.isEmpty() ? -1 : bytes.toLatin1().indexOf(secret.toLatin1(), FIXED_PART);
  }

  private static boolean isUserItem(UnrecognizedItem item) {
    return item.itemType() >= USER_INFORMATION && item.itemType() <= LAST_USER_ITEM;
  }

  private static UserInformation struckOut(UserInformation information) {
    return new UserInformation(information.items().stream().map(Secrets::struckOut).toList());
  }

  private static List<UnrecognizedItem> struckOut(List<UnrecognizedItem> items) {
    return items.stream()
        .map(i -> isUserItem(i) ? new UnrecognizedItem(i.itemType(), STRUCK_OUT) : i)
        .toList();
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
