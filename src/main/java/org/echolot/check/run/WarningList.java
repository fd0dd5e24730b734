package org.echolot.check.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.echolot.check.Cause;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.NarrowPath;
import org.echolot.check.diagnosis.SlowPeer;
import org.echolot.check.diagnosis.WarningStep;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/** The warnings of a check, as they come up, and what is to be done about them. */
final class WarningList {

  /** A peer that deviates everywhere does not fill the screen. */
  private static final int MAX_DEVIATIONS = 8;

  private final List<Warning> warnings = new ArrayList<>();
  private final Set<WarningStep> steps = new LinkedHashSet<>();

  void add(Warning warning) {
    warnings.add(warning);
    WarningStep.of(warning).ifPresent(steps::add);
  }

  /** A warning about which something else is to be done than about others of its kind. */
  void add(Warning warning, WarningStep step) {
    warnings.add(warning);
    steps.add(step);
  }

  /**
   * Adds what breaks the standard in what the peer sent.
   *
   * @param what it sent
   */
  void tolerated(String what, List<Deviation> deviations) {
    deviations.stream()
        .limit(MAX_DEVIATIONS)
        .forEach(
            d ->
                add(
                    new Warning(
                        Warning.Code.NONSTANDARD_REPLY,
                        String.format(
                            Locale.ROOT, "%s, %s (%s).", what, d.sentence(), d.section()))));
  }

  /** Puts a warning in the place of another one, all of which it says. */
  void replace(Warning of, Warning by) {
    warnings.remove(of);
    WarningStep.of(of).ifPresent(steps::remove);
    add(by);
  }

  /**
   * Adds what there is to say of a connection's way.
   *
   * @param byProxy whether that is the way to a proxy
   */
  void addOf(TcpPath path, boolean byProxy) {
    if (NarrowPath.isLossy(path)) {
      blameTheNetwork(path.retransmissions());
    }
    NarrowPath.warning(path, byProxy).ifPresent(this::add);
  }

  /** What seemed to be a slow peer was a network that loses packets. */
  private void blameTheNetwork(int resent) {
    for (Warning warning : List.copyOf(warnings)) {
      Warning by = SlowPeer.onLossyNetwork(warning, resent);
      if (!by.equals(warning)) {
        replace(warning, by);
      }
    }
  }

  /** Whose move it is though the check succeeded. */
  Move move() {
    return WarningStep.moveOf(steps);
  }

  /** What to do though the check succeeded. */
  List<String> advice() {
    return WarningStep.advice(steps);
  }

  /**
   * Those that still hold at the end. In TLS 1.3 the peer refuses our certificate only after a
   * handshake that ended well.
   *
   * @param finding why the check failed; null: it did not
   */
  List<Warning> holdingAfter(@Nullable Finding finding) {
    boolean refused = finding != null && finding.cause() == Cause.CLIENT_CERTIFICATE_REQUIRED;
    return warnings.stream()
        .filter(w -> !refused || w.code() != Warning.Code.CLIENT_CERTIFICATE_FAULTY)
        .toList();
  }
}
