package org.echolot.ui.listener;

import java.time.OffsetDateTime;
import org.echolot.history.KeptCall;
import org.echolot.listener.Call;
import org.echolot.text.AddressText;

/**
 * A call of our listener as one line tells it.
 *
 * @param at when the connection was there
 * @param who the name of the saved peer that called, or the caller's address
 * @param from the caller's address and port
 * @param titles the calling AE title and the called one; empty where none came
 * @param result a mark and a few words
 * @param style the style class of how it stands
 */
record Caller(
    OffsetDateTime at, String who, String from, String titles, String result, String style) {

  /**
   * @param peer the name of the saved peer that calls; empty where it is none
   */
  static Caller of(Call call, String peer) {
    return new Caller(
        call.startedAt(),
        peer.isEmpty() ? AddressText.of(call.from().getAddress()) : peer,
        AddressText.of(call.from()),
        titles(call.callingAe(), call.calledAe()),
        CallLook.result(call),
        CallLook.style(call));
  }

  static Caller of(KeptCall call) {
    return new Caller(
        call.startedAt(),
        call.name(),
        call.from(),
        titles(call.callingAe(), call.calledAe()),
        (call.isGood() ? "✓ " : "✗ ") + call.fateText(),
        call.isGood() ? "status-ok" : "status-failed");
  }

  private static String titles(String calling, String called) {
    return calling.isEmpty() && called.isEmpty() ? "" : calling + " → " + called;
  }

  /** Whether both tell of one connection. */
  boolean isSameAs(Caller other) {
    return at.toInstant().toEpochMilli() == other.at.toInstant().toEpochMilli()
        && from.equals(other.from);
  }
}
