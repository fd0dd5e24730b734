package org.echolot.check.diagnosis;

import java.time.Duration;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduType;
import org.echolot.text.ElapsedText;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.material.TlsFileException;
import org.echolot.tls.probe.ProbeAnswer;
import org.jspecify.annotations.Nullable;

/** Tells from how a handshake failed, and what it showed, what the cause is. Pure. */
public final class TlsDiagnosis {

  private TlsDiagnosis() {}

  /**
   * What the failure of the handshake means.
   *
   * @param circumstances what we asked for and had to show, how long the stage took until then, and
   *     whether the port was asked for DICOM without TLS afterwards
   */
  public static Finding of(TlsFailure failure, TlsReport report, Circumstances circumstances) {
    boolean hasClientCertificate = circumstances.shown().hasClientCertificate();
    TrustVerdict trust = report.trust();
    if (trust != null && !trust.isTrusted()) {
      // A peer that we don't trust is shown no certificate of ours; what it says to that is no
      // news.
      return TlsPlaceholders.of(untrusted(trust, report), report);
    }
    Finding finding =
        switch (failure) {
          case TlsFailure.Untrusted(TrustVerdict verdict) -> untrusted(verdict, report);
          case TlsFailure.NotTls(Octets bytes) -> notTls(bytes);
          case TlsFailure.DeadlinePassed(boolean answered) ->
              timeout(answered, circumstances.endedAfter());
          case TlsFailure.AlertReceived(TlsAlert alert) ->
              alert(alert, report, hasClientCertificate);
          case TlsFailure.Closed(boolean answered) ->
              closed(
                  EndedBy.PEER_CLOSE,
                  "the peer closed the connection",
                  answered,
                  report,
                  hasClientCertificate);
          case TlsFailure.Reset(boolean answered, String detail) ->
              closed(
                  EndedBy.PEER_RESET,
                  "the connection was reset (" + detail + ")",
                  answered,
                  report,
                  hasClientCertificate);
          case TlsFailure.Refused(String detail) -> refused(detail, report);
          case TlsFailure.NothingEnabled(String detail) ->
              Finding.of(Variant.NOTHING_ENABLED, EndedBy.OUR_ABORT, detail);
          case TlsFailure.Stopped _ -> throw new IllegalArgumentException("a stop is no failure");
        };
    return circumstances.probe() == ProbeAnswer.YES
        ? speaksPlainDicom(
            finding.endedBy(),
            finding.detail() + ", and it answered DICOM without TLS when asked after that")
        : TlsPlaceholders.of(finding, report);
  }

  /** A socket that broke before anything was said. */
  public static Finding broken(String what) {
    return TlsPlaceholders.of(
        Finding.of(
            Variant.CLOSED_DURING_HANDSHAKE,
            EndedBy.PEER_RESET,
            "the connection was reset (" + what + ") before the handshake"),
        null);
  }

  /** Certificates or keys that can't be used; nothing was sent. */
  public static Finding file(TlsFileException fault) {
    String detail = String.valueOf(fault.getMessage());
    return TlsPlaceholders.of(
        Finding.of(
            fault.asksForPassword() ? Variant.PASSWORD : Variant.FILE, EndedBy.NEVER_BEGAN, detail),
        null);
  }

  /**
   * @param endedBy who ended the conversation after which it was asked for
   */
  private static Finding speaksPlainDicom(EndedBy endedBy, String detail) {
    return TlsPlaceholders.of(
        Finding.of(Cause.PEER_NOT_TLS, endedBy, detail).fact("service", "DICOM without TLS"), null);
  }

  /** Whether the peer ended, or let pass, the handshake without having sent a byte. */
  public static boolean saidNothing(TlsFailure failure) {
    return switch (failure) {
      case TlsFailure.DeadlinePassed(boolean answered) -> !answered;
      case TlsFailure.Closed(boolean answered) -> !answered;
      case TlsFailure.Reset(boolean answered, _) -> !answered;
      default -> false;
    };
  }

  /** What both agreed on, in one line. */
  public static String agreedOn(TlsReport report) {
    String text =
        report.protocol()
            + ", "
            + report.cipherSuite()
            + (report.keyExchange() == null ? "" : ", " + report.keyExchange());
    return report.chain().isEmpty()
        ? text
        : text + "; " + CertificateFacts.of(report.chain().getFirst()).subject();
  }

  private static Finding untrusted(TrustVerdict verdict, TlsReport report) {
    String detail = verdict.text();
    EndedBy us = EndedBy.OUR_ABORT;
    return switch (verdict.kind()) {
      case UNTRUSTED ->
          report.chain().size() == 1 && verdict.isAboutSelfSigned()
              ? Finding.of(Variant.SELF_SIGNED, us, detail)
              : Finding.of(Cause.CERTIFICATE_UNTRUSTED, us, detail);
      case EXPIRED -> Finding.of(Cause.CERTIFICATE_EXPIRED, us, detail);
      case NOT_YET_VALID -> Finding.of(Cause.CERTIFICATE_NOT_YET_VALID, us, detail);
      case HOSTNAME_MISMATCH -> Finding.of(Cause.CERTIFICATE_HOSTNAME_MISMATCH, us, detail);
      case WEAK -> Finding.of(Variant.WEAK_CERTIFICATE, us, detail);
      case UNUSABLE -> Finding.of(Variant.UNUSABLE_CERTIFICATE, us, detail);
      case TRUSTED -> throw new IllegalArgumentException("trust is no failure");
    };
  }

  private static Finding notTls(Octets bytes) {
    int first = bytes.unsignedAt(0);
    boolean dicom =
        PduType.ofCode(first).isPresent() && (bytes.length() == 1 || bytes.unsignedAt(1) == 0);
    String service =
        dicom
            ? "DICOM without TLS"
            : ServiceGuess.of(bytes).orElse("no service that Echolot knows");
    return Finding.of(
            Cause.PEER_NOT_TLS,
            EndedBy.OUR_ABORT,
            "it answered our ClientHello with "
                + (dicom
                    ? PduType.ofCode(first).orElseThrow().toString()
                    : "what looks like " + service)
                + ": "
                + ByteExcerpt.of(bytes))
        .variant(dicom ? null : Variant.OTHER_SERVICE)
        .fact("service", service);
  }

  private static Finding timeout(boolean answered, Duration took) {
    return Finding.of(
            Cause.TLS_TIMEOUT,
            EndedBy.OUR_DEADLINE,
            answered
                ? "the handshake was not over in " + ElapsedText.of(took)
                : "no answer to our ClientHello in " + ElapsedText.of(took))
        .variant(answered ? null : Variant.TLS_SILENCE);
  }

  private static Finding alert(TlsAlert alert, TlsReport report, boolean hasClientCertificate) {
    String detail = "the peer sent the alert " + TlsFacts.alertText(alert);
    if (isAboutOurCertificate(alert, report)) {
      return clientCertificate(detail, EndedBy.PEER_ABORT, report, hasClientCertificate, true);
    }
    boolean beforeHello = report.protocol() == null;
    if (alert.saysNothingInCommon() || (alert.isHandshakeFailure() && beforeHello)) {
      return Finding.of(Cause.TLS_NO_COMMON_PROTOCOL, EndedBy.PEER_ABORT, detail);
    }
    return Finding.of(
        alert.isUnrecognizedName() ? Variant.SERVER_NAME : Variant.ALERT,
        EndedBy.PEER_ABORT,
        detail);
  }

  private static boolean isAboutOurCertificate(TlsAlert alert, TlsReport report) {
    return alert.asksForCertificate()
        || (report.clientCertificateRequest() != null
            && (alert.isAboutACertificate() || alert.isHandshakeFailure()));
  }

  private static Finding closed(
      EndedBy endedBy,
      String what,
      boolean answered,
      TlsReport report,
      boolean hasClientCertificate) {
    if (report.clientCertificateRequest() != null) {
      return clientCertificate(
          what + " after it asked for a client certificate",
          endedBy,
          report,
          hasClientCertificate,
          false);
    }
    String when = answered ? " in the middle of the handshake" : " after our ClientHello";
    return Finding.of(Variant.CLOSED_DURING_HANDSHAKE, endedBy, what + when);
  }

  private static Finding refused(String detail, TlsReport report) {
    boolean unknownChoice =
        (report.protocol() != null && !report.offered().protocols().contains(report.protocol()))
            || (report.cipherSuite() != null
                && !report.offered().cipherSuites().contains(report.cipherSuite()));
    return unknownChoice
        ? Finding.of(
            Variant.CHOSEN_UNOFFERED,
            EndedBy.OUR_ABORT,
            "the peer chose " + report.protocol() + " with " + report.cipherSuite())
        : Finding.of(Cause.TLS_FAILED, EndedBy.OUR_ABORT, detail);
  }

  /**
   * @param certain whether the peer said so; else it only ended the connection at that point
   */
  private static Finding clientCertificate(
      String detail,
      EndedBy endedBy,
      TlsReport report,
      boolean hasClientCertificate,
      boolean certain) {
    if (!report.sentChain().isEmpty()) {
      String shown = CertificateFacts.of(report.sentChain().getFirst()).subject();
      return Finding.of(
          certain ? Variant.CLIENT_CERTIFICATE_REFUSED : Variant.CLIENT_CERTIFICATE_REFUSED_LIKELY,
          endedBy,
          detail + "; we showed " + shown);
    }
    if (hasClientCertificate) {
      return Finding.of(
          Variant.CLIENT_CERTIFICATE_UNFIT,
          endedBy,
          detail + "; the peer takes none of the kind of ours");
    }
    return Finding.of(Cause.CLIENT_CERTIFICATE_REQUIRED, endedBy, detail)
        .variant(certain ? null : Variant.CLIENT_CERTIFICATE_LIKELY);
  }

  /**
   * What a failure after the handshake says of TLS.
   *
   * @param alert the alert by which the peer ended it; null if there was none
   * @return null: nothing
   */
  public static @Nullable Finding late(
      AssociationFailure failure,
      @Nullable TlsAlert alert,
      TlsReport report,
      Circumstances circumstances) {
    boolean hasClientCertificate = circumstances.shown().hasClientCertificate();
    boolean reset =
        failure instanceof AssociationFailure.Reset(var partial, _) && partial.isEmpty();
    boolean closed = failure instanceof AssociationFailure.Closed(var partial) && partial.isEmpty();
    if (!reset && !closed) {
      return null;
    }
    if (alert != null) {
      return TlsPlaceholders.of(alert(alert, report, hasClientCertificate), report);
    }
    ClientCertificateRequest request = report.clientCertificateRequest();
    if (request == null || !"TLSv1.3".equals(report.protocol())) {
      return null;
    }
    return TlsPlaceholders.of(
        clientCertificate(
            (reset ? "the connection was reset" : "the peer closed the connection")
                + " right after the handshake, in which it asked for a client certificate",
            reset ? EndedBy.PEER_RESET : EndedBy.PEER_CLOSE,
            report,
            hasClientCertificate,
            false),
        report);
  }
}
