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
 * @param variant which of the cause's texts fits, for causes that have several; empty for the first
 * @param detail one line for the stage
 * @param facts what the texts may name, by placeholder
 */
public record Finding(
    Cause cause,
    String variant,
    EndedBy endedBy,
    String detail,
    Map<String, String> facts,
    @Nullable AssociateRj reject,
    @Nullable Abort abort) {

  public Finding {
    facts = Map.copyOf(facts);
  }

  public static Finding of(Cause cause, EndedBy endedBy, String detail) {
    return new Finding(cause, "", endedBy, detail, Map.of("detail", detail), null, null);
  }

  public Finding variant(String value) {
    return new Finding(cause, value, endedBy, detail, facts, reject, abort);
  }

  public Finding fact(String placeholder, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(placeholder, value);
    return new Finding(cause, variant, endedBy, detail, more, reject, abort);
  }

  /** The same with the rejection that it is about. */
  Finding reject(AssociateRj value) {
    return new Finding(cause, variant, endedBy, detail, facts, value, abort);
  }

  Finding abort(Abort value) {
    return new Finding(cause, variant, endedBy, detail, facts, reject, value);
  }
}
