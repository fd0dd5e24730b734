package org.echolot.check.diagnosis;

import java.util.Optional;
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
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.material.TlsFileException;
import org.echolot.tls.probe.ProbeAnswer;
import org.jspecify.annotations.Nullable;

/** Tells from how a handshake failed, and what it showed, what the cause is. Pure. */
public final class TlsDiagnosis {

  private final TlsReport report;
  private final Circumstances circumstances;
  private final TlsFindings findings;
  private final PeersAlert alerts;
  private final RefusedByPeer refusals;

  /**
   * @param circumstances what we asked for and had to show, how long the stage took until it
   *     failed, and whether the port was asked for DICOM without TLS afterwards
   */
  public TlsDiagnosis(TlsReport report, Circumstances circumstances, TlsQuestion question) {
    this.report = report;
    this.circumstances = circumstances;
    this.findings = new TlsFindings(report, circumstances, question);
    this.refusals = new RefusedByPeer(report, circumstances, question);
    this.alerts = new PeersAlert(report, circumstances, refusals);
  }

  /** What the failure of the handshake means. */
  public Finding of(TlsFailure failure) {
    TrustVerdict trust = report.trust();
    if (trust != null && !trust.isTrusted()) {
      // A peer that we don't trust is shown no certificate of ours; what it says to that is no
      // news.
      return findings.complete(untrusted(trust));
    }
    Finding finding =
        switch (failure) {
          case TlsFailure.Untrusted(TrustVerdict verdict) -> untrusted(verdict);
          case TlsFailure.NotTls(Octets bytes) -> notTls(bytes);
          case TlsFailure.DeadlinePassed(boolean answered) ->
              Silence.ofHandshake(answered, circumstances);
          case TlsFailure.AlertReceived(TlsAlert alert) ->
              alert.description() == TlsAlert.CLOSE_NOTIFY
                  ? closed(EndedBy.PEER_CLOSE, "the connection was closed", false)
                  : alerts.finding(alert);
          case TlsFailure.Closed(boolean answered) ->
              closed(EndedBy.PEER_CLOSE, "the connection was closed", answered);
          case TlsFailure.Reset(boolean answered, String detail) ->
              closed(EndedBy.PEER_RESET, "the connection was reset (" + detail + ")", answered);
          case TlsFailure.Refused(String detail) -> refused(detail);
          case TlsFailure.UnreadableCertificate(String detail) ->
              Finding.of(Variant.UNREADABLE_CERTIFICATE, EndedBy.OUR_ABORT, detail);
          case TlsFailure.NothingEnabled(String detail) ->
              Finding.of(Variant.NOTHING_ENABLED, EndedBy.OUR_ABORT, detail);
          case TlsFailure.Stopped _ -> throw new IllegalArgumentException("a stop is no failure");
        };
    return circumstances.probe() == ProbeAnswer.YES
        ? speaksPlainDicom(
            finding.endedBy(),
            finding.detail() + ", but it answered a probe for DICOM without TLS after that")
        : findings.complete(finding);
  }

  /** A socket that broke before anything was said. */
  public static Finding broken(String what) {
    return Finding.of(
        Variant.TLS_RESET_BEFORE,
        EndedBy.PEER_RESET,
        "the connection was reset (" + what + ") before the handshake");
  }

  /** Certificates or keys that can't be used; nothing was sent. */
  public static Finding file(TlsFileException fault) {
    String detail = String.valueOf(fault.getMessage());
    return Finding.of(
        fault.asksForPassword() ? Variant.PASSWORD : Variant.FILE, EndedBy.NEVER_BEGAN, detail);
  }

  /**
   * @param endedBy who ended the conversation after which it was asked for
   */
  private static Finding speaksPlainDicom(EndedBy endedBy, String detail) {
    return Finding.of(Cause.PEER_NOT_TLS, endedBy, detail).fact("service", "DICOM without TLS");
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

  /**
   * Whether it may help to ask what the peer takes: it ended the connection instead of a choice, or
   * said that nothing of our offer will do.
   */
  public static boolean isAboutOffer(TlsFailure failure, TlsReport report) {
    if (report.protocol() != null) {
      return false;
    }
    return switch (failure) {
      case TlsFailure.AlertReceived(TlsAlert alert) -> isAboutOffer(alert);
      case TlsFailure.Closed(boolean answered) -> !answered || isAboutOffer(report.alert());
      case TlsFailure.Reset(boolean answered, _) -> !answered || isAboutOffer(report.alert());
      default -> false;
    };
  }

  private static boolean isAboutOffer(@Nullable TlsAlert alert) {
    return alert != null
        && switch (alert.description()) {
          case TlsAlert.HANDSHAKE_FAILURE,
              TlsAlert.PROTOCOL_VERSION,
              TlsAlert.INSUFFICIENT_SECURITY,
              TlsAlert.INTERNAL_ERROR,
              TlsAlert.CLOSE_NOTIFY ->
              true;
          default -> false;
        };
  }

  /** What both agreed on, in one line. */
  public static String agreedOn(TlsReport report) {
    String text =
        TlsFacts.version(String.valueOf(report.protocol()))
            + ", "
            + report.cipherSuite()
            + (report.keyExchange() == null ? "" : ", " + report.keyExchange());
    return report.chain().isEmpty()
        ? text
        : text + "; " + CertificateFacts.of(report.chain().getFirst()).calledSubject();
  }

  private Finding untrusted(TrustVerdict verdict) {
    String detail = verdict.text();
    EndedBy us = EndedBy.OUR_ABORT;
    return switch (verdict.reason()) {
      case NO_PATH ->
          report.chain().size() == 1 && verdict.isAboutSelfSigned()
              ? Finding.of(Variant.SELF_SIGNED, us, detail)
              : inspectedOr(
                  Finding.of(Cause.CERTIFICATE_UNTRUSTED, us, detail)
                      .variant(verdict.isAboutSelfSigned() ? Variant.UNKNOWN_ROOT : null));
      case CHAIN_INCOMPLETE -> inspectedOr(Finding.of(Variant.CHAIN_INCOMPLETE, us, detail));
      case WRONG_INTERMEDIATE -> Finding.of(Variant.WRONG_INTERMEDIATE, us, detail);
      case OTHER_FINGERPRINT -> Finding.of(Variant.OTHER_FINGERPRINT, us, detail);
      case TRUSTED_HAS_OTHER_KEY -> Finding.of(Variant.TRUSTED_HAS_OTHER_KEY, us, detail);
      case TRUSTED_IS_NO_AUTHORITY -> Finding.of(Variant.TRUSTED_IS_NO_AUTHORITY, us, detail);
      case OTHER_CERTIFICATE -> Finding.of(Variant.OTHER_CERTIFICATE, us, detail);
      case OWN_EXPIRED -> Finding.of(Cause.CERTIFICATE_EXPIRED, us, detail);
      case ISSUER_EXPIRED -> Finding.of(Variant.ISSUER_EXPIRED, us, detail);
      case TRUSTED_EXPIRED -> Finding.of(Variant.TRUSTED_EXPIRED, us, detail);
      case BEGINS_LATER -> Finding.of(Cause.CERTIFICATE_NOT_YET_VALID, us, detail);
      case ISSUER_BEGINS_LATER -> Finding.of(Variant.ISSUER_BEGINS_LATER, us, detail);
      case TRUSTED_BEGINS_LATER -> Finding.of(Variant.TRUSTED_BEGINS_LATER, us, detail);
      case BEGINS_SOON -> Finding.of(Variant.CLOCK, us, detail);
      case TOO_WEAK -> Finding.of(Variant.WEAK_CERTIFICATE, us, detail);
      case OTHER_HOST -> Finding.of(Cause.CERTIFICATE_HOSTNAME_MISMATCH, us, detail);
      case NO_HOST -> Finding.of(Variant.NO_HOST, us, detail);
      case NOT_FOR_SERVERS -> Finding.of(Variant.NOT_FOR_SERVERS, us, detail);
      case ISSUER_MAY_NOT -> Finding.of(Variant.ISSUER_MAY_NOT, us, detail);
      case REFUSED -> Finding.of(Variant.UNUSABLE_CERTIFICATE, us, detail);
      case CRITICAL_EXTENSION -> Finding.of(Variant.CRITICAL_EXTENSION, us, detail);
      case TRUSTED -> throw new IllegalArgumentException("trust is no failure");
    };
  }

  /** The same, or that the chain is of a device in between, if one of its names says so. */
  private Finding inspectedOr(Finding finding) {
    return TlsInspector.amongIssuersOf(report.chain())
        .map(name -> finding.variant(Variant.INSPECTED).fact("inspector", name))
        .orElse(finding);
  }

  /** Why a handshake that seemed to succeed failed all the same (RFC 8446 4.4.2.4). */
  private static final String AFTER =
      "; it came after the handshake, because in TLS 1.3 a client certificate is judged last";

  /** Of bytes that are like nothing that is known. */
  private static final String UNKNOWN_SERVICE = "something that Echolot does not recognize";

  private static Finding notTls(Octets bytes) {
    int first = bytes.unsignedAt(0);
    Optional<Finding> odd = OddRecord.first(bytes);
    if (odd.isPresent()) {
      return odd.get();
    }
    boolean dicom =
        PduType.ofCode(first).isPresent() && (bytes.length() == 1 || bytes.unsignedAt(1) == 0);
    String service = dicom ? "DICOM without TLS" : ServiceGuess.of(bytes).orElse(UNKNOWN_SERVICE);
    Variant variant =
        service.equals(UNKNOWN_SERVICE) ? Variant.UNKNOWN_SERVICE_INSTEAD : Variant.OTHER_SERVICE;
    String looks = variant == Variant.OTHER_SERVICE ? "what looks like " + service : service;
    return Finding.of(
            Cause.PEER_NOT_TLS,
            EndedBy.OUR_ABORT,
            "it answered our ClientHello with "
                + (dicom ? PduType.ofCode(first).orElseThrow().toString() : looks)
                + ": "
                + ByteExcerpt.of(bytes))
        .variant(dicom ? null : variant)
        .given(Condition.HTTP_PROXY, service.contains("HTTP proxy"))
        .fact("service", service);
  }

  private Finding closed(EndedBy endedBy, String what, boolean answered) {
    if (report.clientCertificateRequest() != null) {
      return refusals.finding(what + " after it requested a client certificate", endedBy, null);
    }
    TlsAlert warned = report.alert();
    boolean inOrder = warned != null && warned.description() == TlsAlert.CLOSE_NOTIFY;
    if (warned != null && !inOrder) {
      return alerts.finding(warned).thenEnded(endedBy, "; then " + what);
    }
    String how = inOrder ? what + " (close_notify)" : what;
    if (report.protocol() != null || (answered && !inOrder)) {
      return Finding.of(Variant.CLOSED_DURING_HANDSHAKE, endedBy, how + ' ' + lastCame(report));
    }
    boolean named = report.offered().serverName() != null;
    String after =
        how + ' ' + ElapsedText.of(circumstances.endedAfter()) + " after our ClientHello";
    return WideOffer.chosen(report, circumstances, endedBy, after)
        .orElseGet(
            () ->
                Finding.of(
                    unanswered(endedBy, named),
                    endedBy,
                    after + (named ? "" : ", in which we sent no server name (SNI)")));
  }

  /** How far the peer had come in the handshake, as in "after a ServerHello". */
  static String lastCame(TlsReport report) {
    if (!report.chain().isEmpty()) {
      return "after the certificate, before the end of the handshake";
    }
    return report.protocol() == null
        ? "after the first bytes of an answer"
        : "after a ServerHello, before the certificate was whole";
  }

  /** The version and the suite that the peer chose, as in {@code TLS 1.2 with TLS_…}. */
  static String chosen(TlsReport report) {
    return TlsFacts.version(String.valueOf(report.protocol())) + " with " + report.cipherSuite();
  }

  private Variant unanswered(EndedBy endedBy, boolean named) {
    if (Ending.isLate(circumstances)) {
      return Variant.TLS_CLOSED_LATE;
    }
    if (Ending.isResetAtOnce(endedBy, circumstances)) {
      return Variant.TLS_RESET_AT_ONCE;
    }
    return named ? Variant.CLOSED_AFTER_HELLO : Variant.CLOSED_WITHOUT_SERVER_NAME;
  }

  private Finding refused(String detail) {
    boolean unknownChoice =
        (report.protocol() != null && !report.offered().protocols().contains(report.protocol()))
            || (report.cipherSuite() != null
                && !report.offered().cipherSuites().contains(report.cipherSuite()));
    return unknownChoice
        ? Finding.of(
            Variant.CHOSEN_UNOFFERED, EndedBy.OUR_ABORT, "the peer chose " + chosen(report))
        : Finding.of(Variant.TLS_REFUSED, EndedBy.OUR_ABORT, detail);
  }

  /**
   * What a failure after the handshake says of TLS.
   *
   * @param alert the alert by which the peer ended it; null if there was none
   * @return null: nothing
   */
  public @Nullable Finding late(AssociationFailure failure, @Nullable TlsAlert alert) {
    boolean reset =
        failure instanceof AssociationFailure.Reset(var partial, _) && partial.isEmpty();
    boolean closed = failure instanceof AssociationFailure.Closed(var partial) && partial.isEmpty();
    if (!reset && !closed) {
      return null;
    }
    if (alert != null) {
      Finding said = alerts.finding(alert);
      boolean isJudgedLast =
          report.clientCertificateRequest() != null && "TLSv1.3".equals(report.protocol());
      return findings.complete(isJudgedLast ? said.saying(said.detail() + AFTER) : said);
    }
    if (report.clientCertificateRequest() == null || !"TLSv1.3".equals(report.protocol())) {
      return null;
    }
    return findings.complete(
        refusals.finding(
            (reset ? "the connection was reset" : "the connection was closed")
                + " right after the handshake, in which it requested a client certificate",
            reset ? EndedBy.PEER_RESET : EndedBy.PEER_CLOSE,
            null));
  }
}
