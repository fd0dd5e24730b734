package org.echolot.check;

import java.util.LinkedHashMap;
import java.util.Map;
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
record Finding(
    Cause cause,
    String variant,
    EndedBy endedBy,
    String detail,
    Map<String, String> facts,
    @Nullable AssociateRj reject,
    @Nullable Abort abort) {

  Finding {
    facts = Map.copyOf(facts);
  }

  static Finding of(Cause cause, EndedBy endedBy, String detail) {
    return new Finding(cause, "", endedBy, detail, Map.of("detail", detail), null, null);
  }

  Finding variant(String value) {
    return new Finding(cause, value, endedBy, detail, facts, reject, abort);
  }

  Finding fact(String placeholder, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(placeholder, value);
    return new Finding(cause, variant, endedBy, detail, more, reject, abort);
  }

  Finding reject(AssociateRj value) {
    return new Finding(cause, variant, endedBy, detail, facts, value, abort);
  }

  Finding abort(Abort value) {
    return new Finding(cause, variant, endedBy, detail, facts, reject, value);
  }
}
