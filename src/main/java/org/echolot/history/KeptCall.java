package org.echolot.history;

import java.net.InetAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.echolot.check.IdOfName;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.text.AddressText;

/**
 * A call of our listener as it is kept. Immutable; no secret is in it.
 *
 * @param peerId the peer that called, or the ID of a stranger's address
 * @param startedAt when the connection was there, with the offset of the local time zone
 * @param name what the peer is called, or the stranger's address
 * @param from the caller's address and port
 * @param callingAe as it is shown; empty where none came
 * @param calledAe likewise
 * @param implementation what the caller says it is made of; empty where it does not say
 * @param fate the name of what became of it; one of another version is kept
 * @param summary a sentence without its period
 * @param total from the connection to its end
 */
public record KeptCall(
    UUID peerId,
    OffsetDateTime startedAt,
    String name,
    String from,
    String callingAe,
    String calledAe,
    String implementation,
    String fate,
    String summary,
    Duration total) {

  private static final int MOST_CHARACTERS = 600;

  public KeptCall {
    summary = summary.substring(0, Math.min(summary.length(), MOST_CHARACTERS));
    implementation =
        implementation.substring(0, Math.min(implementation.length(), MOST_CHARACTERS));
  }

  /** A call that is over, of a peer. */
  public static KeptCall of(Call call, UUID peerId, String name) {
    return new KeptCall(
        peerId,
        call.startedAt(),
        name,
        AddressText.of(call.from()),
        call.callingAe(),
        call.calledAe(),
        call.implementation(),
        call.fate().name(),
        CallFacts.summary(call),
        call.total());
  }

  /** A call that is over, of somebody who is no peer. */
  public static KeptCall ofStranger(Call call) {
    InetAddress from = call.from().getAddress();
    return of(call, strangerAt(from), AddressText.of(from));
  }

  /** The ID of whoever calls from an address and is no peer. */
  public static UUID strangerAt(InetAddress address) {
    return IdOfName.of("caller", AddressText.of(address));
  }

  /**
   * Whether it is worth being kept: it is over, and the caller said something. Port scanners and
   * monitors that only connect would fill the history.
   */
  public static boolean isWorthKeeping(Call call) {
    return call.isOver() && (call.request() != null || !call.foreign().isEmpty());
  }

  /** Whether the caller got from us what a C-ECHO is for. */
  public boolean isGood() {
    return fate.equals(Call.Fate.ECHOED.name());
  }

  /** What became of it, in a few words. */
  public String fateText() {
    for (Call.Fate known : Call.Fate.values()) {
      if (known.name().equals(fate)) {
        return known.label();
      }
    }
    return fate;
  }
}
