package org.echolot.check.diagnosis;

import java.util.List;
import java.util.Set;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How a failed check went about it on our side. Pure.
 *
 * @param variant what the cause means in particular; null: nothing
 * @param from where it left this computer; null: it is not known, or it did not
 */
public record OwnManner(
    Cause cause,
    @Nullable Variant variant,
    CheckStage stage,
    Approach approach,
    @Nullable Origin from) {

  /**
   * After our header, the peer read what we offer in TLS and found it too little; or nothing was
   * sent at all. The alert protocol_version is none of these: OpenSSL sends it where a header comes
   * that it cannot read.
   */
  private static final Set<Variant> PAST_THE_HEADER =
      Set.of(
          Variant.RUNTIME_OFFERS_IT,
          Variant.LEGACY_OFFERS_IT,
          Variant.NO_PROFILE_OFFERS_IT,
          Variant.NO_GROUP,
          Variant.NO_SIGNATURE,
          Variant.NOT_STRONG_ENOUGH,
          Variant.CHOSEN_UNOFFERED,
          Variant.NOTHING_ENABLED);

  /** The advice, with what is to be looked at on our side before it. */
  public List<String> addedTo(List<String> advice) {
    return OwnWayAdvice.addedTo(
        ApproachAdvice.addedTo(advice, cause, stage, suspect()), cause, variant, from);
  }

  /** Whose move it then is. */
  public Move moveOf(Move move) {
    return ApproachAdvice.moveOf(move, cause, stage, suspect());
  }

  /** The approach as far as it can be the reason. */
  private Approach suspect() {
    return variant != null && PAST_THE_HEADER.contains(variant)
        ? approach.withoutProxyHeader()
        : approach;
  }
}
