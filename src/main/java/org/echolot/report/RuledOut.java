package org.echolot.report;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsReport;

/** What a failed check has shown to work, so that nobody looks for the fault there. */
public final class RuledOut {

  private RuledOut() {}

  /** For the words "Ruled out:", one or two sentences; empty if nothing is. */
  public static Optional<String> of(CheckResult result) {
    InetSocketAddress peer = result.remoteAddress();
    if (result.outcome() != Outcome.FAILURE || peer == null) {
      return Optional.empty();
    }
    String address = AddressText.of(peer);
    String tls = overTls(result) ? ", TLS" : "";
    if (result.negotiated() != null) {
      return Optional.of(
          "host, port, network"
              + tls
              + ", AE titles. The peer at "
              + address
              + " accepted the association.");
    }
    if (result.reject() != null || result.abort() != null) {
      return Optional.of(
          "network, firewalls" + tls + ". A DICOM system answers at " + address + ".");
    }
    return saidSomethingOverTls(result)
        ? Optional.of("network, firewalls. A TLS service answers at " + address + ".")
        : Optional.empty();
  }

  private static boolean overTls(CheckResult result) {
    return result.stage(CheckStage.TLS).state() == StageState.OK;
  }

  private static boolean saidSomethingOverTls(CheckResult result) {
    TlsReport tls = result.tls();
    return tls != null && (!tls.chain().isEmpty() || tls.alert() != null);
  }
}
