package org.echolot.check.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.jspecify.annotations.Nullable;

/**
 * Why a check failed, before it is put into sentences.
 *
 * @param variant what the cause means in particular; null: nothing
 * @param detail one line for the stage
 * @param facts what the texts may name, by placeholder
 */
public record Finding(
    Cause cause,
    @Nullable Variant variant,
    EndedBy endedBy,
    String detail,
    Map<String, String> facts,
    @Nullable AssociateRj reject,
    @Nullable Abort abort) {

  /**
   * @throws IllegalArgumentException if the variant is one of another cause
   */
  public Finding {
    if (variant != null && variant.cause() != cause) {
      throw new IllegalArgumentException(variant + " is no variant of " + cause);
    }
    facts = Map.copyOf(facts);
  }

  /** A finding of a cause that means what it says; {@code detail} is also its first fact. */
  public static Finding of(Cause cause, EndedBy endedBy, String detail) {
    return new Finding(cause, null, endedBy, detail, Map.of("detail", detail), null, null);
  }

  /** A finding of what a cause means in particular; {@code detail} is also its first fact. */
  public static Finding of(Variant variant, EndedBy endedBy, String detail) {
    return of(variant.cause(), endedBy, detail).variant(variant);
  }

  /**
   * The same as what its cause means in particular.
   *
   * @throws IllegalArgumentException if it is one of another cause
   */
  public Finding variant(@Nullable Variant value) {
    return new Finding(cause, value, endedBy, detail, facts, reject, abort);
  }

  /** The same in other words. */
  Finding saying(String words) {
    return new Finding(cause, variant, endedBy, words, facts, reject, abort).fact("detail", words);
  }

  /** The same where something else ended it. */
  Finding thenEnded(EndedBy by, String how) {
    return new Finding(cause, variant, by, detail + how, facts, reject, abort)
        .fact("detail", detail + how);
  }

  /** The same with one thing more that the texts may name. */
  public Finding fact(String placeholder, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(placeholder, value);
    return new Finding(cause, variant, endedBy, detail, more, reject, abort);
  }

  /** The same where something is so, or not, by which steps of advice are given. */
  Finding given(Condition condition, boolean isSo) {
    return isSo ? fact(condition.mark(), "") : this;
  }

  /** The same with the rejection that it is about. */
  Finding reject(AssociateRj value) {
    return new Finding(cause, variant, endedBy, detail, facts, value, abort);
  }

  /** The same with the abort that it is about. */
  Finding abort(Abort value) {
    return new Finding(cause, variant, endedBy, detail, facts, reject, value);
  }
}
