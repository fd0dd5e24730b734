package org.echolot.ui.peers;

import java.time.Duration;
import java.util.OptionalLong;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.peers.Peer;
import org.echolot.peers.filter.PeerSubject;
import org.jspecify.annotations.Nullable;

/**
 * A row as a filter looks at it: with its last result, whether it is checked again or not.
 *
 * @param worse which peers stand worse than a day ago
 */
record RowSubject(PeerRow row, WorsePeers worse) implements PeerSubject {

  @Override
  public Peer peer() {
    return row.peer();
  }

  @Override
  public State state() {
    return switch (row.verdict()) {
      case FAILED -> State.FAILING;
      case WARNING -> State.WARNING;
      case OK -> State.OK;
      case NEVER_CHECKED, CANCELLED, WAITING, RUNNING -> State.UNCHECKED;
    };
  }

  @Override
  public boolean isWorse() {
    return worse.isWorse(row);
  }

  @Override
  public @Nullable Cause cause() {
    CheckResult result = row.lastResult();
    return result == null ? null : result.cause();
  }

  @Override
  public @Nullable Duration echoTime() {
    CheckResult result = row.lastResult();
    return result == null ? null : result.echoTime().orElse(null);
  }

  @Override
  public OptionalLong certificateDays() {
    CertificateEnd end = row.certificateEndProperty().get();
    return end == null
        ? OptionalLong.empty()
        : OptionalLong.of(end.certificate().daysLeft(end.at()));
  }

  @Override
  public String resultWords() {
    CheckResult result = row.lastResult();
    if (result == null) {
      return "never checked";
    }
    // The name of the cause in full, which the list has no room for.
    return ResultWords.of(result) + "\n" + (result.cause() == null ? "" : result.cause().label());
  }
}
