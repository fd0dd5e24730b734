package org.echolot.realpeers;

import java.time.Duration;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.OwnEngine;
import org.echolot.check.Timeouts;
import org.echolot.dicom.association.StopSignal;
import org.echolot.dicom.pdu.AeTitle;

/** Checks a real peer with our own engine. */
final class Caller {

  static final String AE = "ECHOLOT";

  /** Long enough for a busy computer; no test waits for it to pass. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OwnEngine engine = new OwnEngine();

  CheckResult check(int port, String calledAe) {
    return check(port, calledAe, AE);
  }

  CheckResult check(int port, String calledAe, String callingAe) {
    return check(port, calledAe, callingAe, PATIENCE);
  }

  CheckResult check(int port, String calledAe, String callingAe, Duration patience) {
    CheckRequest request =
        CheckRequest.of(
                "real peer", new AeTitle(calledAe), new AeTitle(callingAe), "127.0.0.1", port)
            .withTimeouts(Timeouts.all(patience));
    return engine.check(request, CheckListener.NONE, new StopSignal());
  }
}
