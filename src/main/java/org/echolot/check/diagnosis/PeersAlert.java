package org.echolot.check.diagnosis;

import org.echolot.check.EndedBy;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsReport;

/** What the alert by which a peer ended the handshake means at that point of it. Pure. */
final class PeersAlert {

  private final TlsReport report;
  private final Circumstances circumstances;
  private final RefusedByPeer refusals;

  PeersAlert(TlsReport report, Circumstances circumstances, RefusedByPeer refusals) {
    this.report = report;
    this.circumstances = circumstances;
    this.refusals = refusals;
  }

  Finding finding(TlsAlert alert) {
    String detail = "the peer sent the alert " + TlsFacts.alertText(alert, report);
    if (isAboutOurCertificate(alert)) {
      return refusals.finding(detail, EndedBy.PEER_ABORT, alert);
    }
    return WideOffer.chosen(report, circumstances, EndedBy.PEER_ABORT, detail)
        .orElseGet(() -> finding(alert, detail));
  }

  private Finding finding(TlsAlert alert, String detail) {
    boolean beforeHello = report.protocol() == null;
    Variant variant =
        switch (alert.description()) {
          case TlsAlert.PROTOCOL_VERSION ->
              WideOffer.wasRefused(circumstances)
                  ? Variant.REFUSES_ALL_VERSIONS
                  : Variant.NO_VERSION;
          case TlsAlert.INSUFFICIENT_SECURITY -> orRefusesAll(Variant.NOT_STRONG_ENOUGH);
          case TlsAlert.HANDSHAKE_FAILURE ->
              beforeHello ? orRefusesAll(Variant.NO_SUITE) : Variant.ALERT_AFTER_CHOICE;
          case TlsAlert.UNRECOGNIZED_NAME ->
              report.offered().serverName() == null
                  ? Variant.SERVER_NAME_MISSING
                  : Variant.SERVER_NAME;
          case TlsAlert.ACCESS_DENIED -> Variant.ACCESS_DENIED;
          // What servers say that find no certificate, and don't know the alert for it.
          case TlsAlert.INTERNAL_ERROR ->
              beforeHello && report.offered().serverName() == null
                  ? Variant.ALERT_WITHOUT_SERVER_NAME
                  : Variant.ALERT_INTERNAL_ERROR;
          case TlsAlert.UNEXPECTED_MESSAGE,
              TlsAlert.BAD_RECORD_MAC,
              TlsAlert.DECRYPTION_FAILED,
              TlsAlert.RECORD_OVERFLOW,
              TlsAlert.DECOMPRESSION_FAILURE,
              TlsAlert.ILLEGAL_PARAMETER,
              TlsAlert.DECODE_ERROR,
              TlsAlert.DECRYPT_ERROR,
              TlsAlert.MISSING_EXTENSION,
              TlsAlert.UNSUPPORTED_EXTENSION ->
              Variant.ALERT_ON_OUR_MESSAGE;
          case TlsAlert.NO_APPLICATION_PROTOCOL -> Variant.ALERT_ON_PROTOCOL;
          case TlsAlert.USER_CANCELED -> Variant.ALERT_CANCELED;
          case TlsAlert.INAPPROPRIATE_FALLBACK -> Variant.DOWNGRADE;
          default ->
              alert.isAboutACertificate()
                  ? Variant.ALERT_ON_CERTIFICATE
                  : alert.isDefined() ? Variant.ALERT : Variant.ALERT_UNDEFINED;
        };
    return Finding.of(variant, EndedBy.PEER_ABORT, detail)
        .fact("chosen", beforeHello ? "nothing" : TlsDiagnosis.chosen(report));
  }

  private Variant orRefusesAll(Variant variant) {
    return WideOffer.wasRefused(circumstances) ? Variant.REFUSES_ALL : variant;
  }

  private boolean isAboutOurCertificate(TlsAlert alert) {
    return alert.asksForCertificate()
        || (report.clientCertificateRequest() != null
            && (alert.isAboutACertificate() || alert.isHandshakeFailure()));
  }
}
