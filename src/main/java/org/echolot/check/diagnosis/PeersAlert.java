package org.echolot.check.diagnosis;

import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsReport;

/** What the alert by which a peer ended the handshake means at that point of it. Pure. */
final class PeersAlert {

  private final TlsReport report;
  private final RefusedByPeer refusals;

  PeersAlert(TlsReport report, RefusedByPeer refusals) {
    this.report = report;
    this.refusals = refusals;
  }

  Finding finding(TlsAlert alert) {
    String detail = "the peer sent the alert " + TlsFacts.alertText(alert, report);
    if (isAboutOurCertificate(alert)) {
      return refusals.finding(detail, EndedBy.PEER_ABORT, alert);
    }
    boolean beforeHello = report.protocol() == null;
    Variant variant =
        switch (alert.description()) {
          case TlsAlert.PROTOCOL_VERSION -> Variant.NO_VERSION;
          case TlsAlert.INSUFFICIENT_SECURITY -> Variant.NOT_STRONG_ENOUGH;
          case TlsAlert.HANDSHAKE_FAILURE -> beforeHello ? Variant.NO_SUITE : Variant.ALERT;
          case TlsAlert.UNRECOGNIZED_NAME ->
              report.offered().serverName() == null
                  ? Variant.SERVER_NAME_MISSING
                  : Variant.SERVER_NAME;
          case TlsAlert.ACCESS_DENIED -> Variant.ACCESS_DENIED;
          // What servers say that find no certificate, and don't know the alert for it.
          case TlsAlert.INTERNAL_ERROR, TlsAlert.CLOSE_NOTIFY ->
              beforeHello && report.offered().serverName() == null
                  ? Variant.ALERT_WITHOUT_SERVER_NAME
                  : Variant.ALERT;
          default -> Variant.ALERT;
        };
    return alert.description() == TlsAlert.INAPPROPRIATE_FALLBACK
        ? Finding.of(Cause.TLS_NO_COMMON_PROTOCOL, EndedBy.PEER_ABORT, detail)
        : Finding.of(variant, EndedBy.PEER_ABORT, detail);
  }

  private boolean isAboutOurCertificate(TlsAlert alert) {
    return alert.asksForCertificate()
        || (report.clientCertificateRequest() != null
            && (alert.isAboutACertificate() || alert.isHandshakeFailure()));
  }
}
