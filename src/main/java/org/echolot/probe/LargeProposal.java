package org.echolot.probe;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.LargeRequests;
import org.echolot.check.run.Proposal;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;

/**
 * A proposal that makes an association request of a given size, to the byte: Verification many
 * times, each with Implicit VR Little Endian first, which every peer must accept, and with other
 * transfer syntaxes behind it. Pure.
 */
final class LargeProposal {

  /** The least size that can be met. */
  static final int LEAST = 1_200;

  /** The largest: what our own listener takes, and many others. */
  static final int MOST = 65_000;

  /** What a transfer syntax takes beside its UID. */
  private static final int ITEM = 4;

  /** A context of Verification in Implicit VR Little Endian: three headers and two UIDs. */
  private static final int CONTEXT =
      8 + ITEM + Uids.VERIFICATION.length() + ITEM + Uids.IMPLICIT_VR_LITTLE_ENDIAN.length();

  /** The lengths of what is added, which differ by one: so each sum above a bound can be met. */
  private static final int SHORT = 26;

  private static final int LONG = SHORT + 1;

  /** From here on, every number is a sum of those. */
  private static final int ANY_SUM = SHORT * LONG;

  /** How many of 16 that are added should be long ones: there are more of those. */
  private static final int LONG_OF_SIXTEEN = 10;

  private LargeProposal() {}

  /**
   * @param bytes {@link #LEAST} to {@link #MOST}
   */
  static Proposal of(CheckRequest request, int bytes) {
    int empty = LargeRequests.lengthOf(request, Proposal.of(List.of()));
    int contexts = Math.clamp((bytes - empty - ANY_SUM) / CONTEXT, 1, Proposal.MAX_CONTEXTS);
    int rest = bytes - empty - contexts * CONTEXT;
    int longs = Math.floorMod(rest, SHORT);
    while (rest - (longs + SHORT) * LONG >= 0
        && 16L * (longs + SHORT) * LONG <= (long) LONG_OF_SIXTEEN * rest) {
      longs += SHORT;
    }
    int shorts = (rest - longs * LONG) / SHORT;
    return Proposal.of(contexts(contexts, shorts, longs));
  }

  private static List<PresentationContextRq> contexts(int count, int shorts, int longs) {
    List<String> shortUids = ofLength(SHORT - ITEM);
    List<String> longUids = ofLength(LONG - ITEM);
    List<PresentationContextRq> contexts = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      List<String> syntaxes = new ArrayList<>(List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN));
      syntaxes.addAll(shortUids.subList(0, share(shorts, place, count)));
      syntaxes.addAll(longUids.subList(0, share(longs, place, count)));
      contexts.add(new PresentationContextRq(Proposal.idOf(place), Uids.VERIFICATION, syntaxes));
    }
    return contexts;
  }

  /** Of so many for so many, what the one at this place gets. */
  private static int share(int all, int place, int count) {
    return all / count + (place < all % count ? 1 : 0);
  }

  private static List<String> ofLength(int length) {
    return Catalogue.syntaxes().stream()
        .map(Syntax::uid)
        .filter(uid -> uid.length() == length)
        .toList();
  }
}
