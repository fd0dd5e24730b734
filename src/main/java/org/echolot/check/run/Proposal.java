package org.echolot.check.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.UidRegistry;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/**
 * What an association request asks for, beside who asks whom.
 *
 * @param contexts at most {@link #MAX_CONTEXTS}, with IDs of their own
 * @param negotiations what else is negotiated, for example roles (PS3.7 D.3.3.4)
 * @param maxPduLength the most bytes of PDV items that we say to take in one P-DATA-TF
 */
public record Proposal(
    List<PresentationContextRq> contexts, List<UserItem> negotiations, long maxPduLength) {

  /** The most presentation contexts that have an ID of their own (PS3.8 9.3.2.2). */
  public static final int MAX_CONTEXTS = 128;

  /** Those of PS3.6 that are known here, which are read from a file. */
  private static final class Known {
    static final List<String> TRANSFER_SYNTAXES =
        UidRegistry.all().stream()
            .map(UidRegistry.Entry::uid)
            .filter(Proposal::isTransferSyntax)
            .toList();
  }

  /**
   * The first transfer syntaxes of those that are known here.
   *
   * @param count at least 1; the first is the one that every peer knows
   */
  static List<String> transferSyntaxes(int count) {
    return count == 1
        ? List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)
        : Known.TRANSFER_SYNTAXES.subList(0, count);
  }

  private static boolean isTransferSyntax(String uid) {
    return uid.equals(Uids.IMPLICIT_VR_LITTLE_ENDIAN)
        || uid.startsWith(Uids.IMPLICIT_VR_LITTLE_ENDIAN + ".");
  }

  /**
   * @throws IllegalArgumentException if there are more contexts than have an ID
   */
  public Proposal {
    contexts = List.copyOf(contexts);
    negotiations = List.copyOf(negotiations);
    if (contexts.size() > MAX_CONTEXTS) {
      throw new IllegalArgumentException(contexts.size() + " presentation contexts");
    }
  }

  /** Contexts alone. */
  public static Proposal of(List<PresentationContextRq> contexts) {
    return new Proposal(contexts, List.of(), RequestorAssociation.MAX_PDU_LENGTH);
  }

  /** The ID of a context by its place in a proposal, 0 to 127. */
  public static int idOf(int place) {
    return 2 * place + 1;
  }

  /** Verification again and again, each time in the same transfer syntaxes. */
  public static List<PresentationContextRq> verifications(int count, List<String> syntaxes) {
    return IntStream.range(0, count)
        .mapToObj(place -> new PresentationContextRq(idOf(place), Uids.VERIFICATION, syntaxes))
        .toList();
  }

  /**
   * The request.
   *
   * @param userIdentity who we come as; null: nobody
   */
  AssociateRq from(CheckRequest request, UserItem.@Nullable UserIdentityRq userIdentity) {
    List<UserItem> items =
        new ArrayList<>(
            List.of(
                new UserItem.MaxPduLength(maxPduLength),
                new UserItem.ImplementationClassUid(Implementation.CLASS_UID),
                new UserItem.ImplementationVersionName(Implementation.VERSION_NAME)));
    items.addAll(negotiations);
    if (userIdentity != null) {
      items.add(userIdentity);
    }
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        request.calledAe().toField(),
        request.callingAe().toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        contexts,
        new UserInformation(items),
        List.of());
  }
}
