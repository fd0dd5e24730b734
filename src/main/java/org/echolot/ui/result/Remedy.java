package org.echolot.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.UserIdentity;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;
import org.echolot.ui.action.HandoutAction;

/** A change that may mend what a check found, offered as a button. */
public enum Remedy {
  SWITCH_TLS_ON("Turn on TLS and check again", "Uses TLS with this peer from now on", true),
  SWITCH_TLS_OFF("Turn off TLS and check again", "Stops using TLS with this peer", true),
  TRUST(
      "Trust this certificate…",
      "Shows the peer's certificate, and trusts it for this peer only if you confirm it",
      true),
  EDIT_CALLED_AE(
      "Edit the called AE title…",
      "Opens the editor at the title that the peer does not know",
      true),
  CHOOSE_CLIENT_CERTIFICATE(
      "Choose a client certificate…", "Opens the editor at the certificate that we show", true),
  EDIT_SERVER_NAME(
      "Edit the server name…",
      "Opens the editor with the name that the peer's certificate is for; nothing is saved yet",
      true),
  ASK_SECRET_AGAIN(
      "Ask for the secret again",
      "Forgets the passcode or token, asks for it, and checks again",
      false),
  TRY_AE_TITLES(
      "Try other AE titles",
      "Asks the peer at most four more times, with other AE titles, to see what would work; each"
          + " try is in the log of the peer",
      false),
  REGISTER(
      "Ask to register us",
      "Writes what the peer needs to accept our calls (" + HandoutAction.REGISTER.keyText() + ")",
      false);

  private static final String DNS = "DNS:";

  private final String label;
  private final String tip;
  private final boolean changesPeer;

  Remedy(String label, String tip, boolean changesPeer) {
    this.label = label;
    this.tip = tip;
    this.changesPeer = changesPeer;
  }

  public String label() {
    return label;
  }

  /** One sentence on what it does. */
  public String tip() {
    return tip;
  }

  /** Whether it changes what is kept of the peer. */
  public boolean changesPeer() {
    return changesPeer;
  }

  /** What may mend this result, the likeliest first. */
  public static List<Remedy> of(CheckResult result) {
    List<Remedy> remedies = new ArrayList<>();
    Cause cause = result.cause();
    if (cause == Cause.PEER_EXPECTS_TLS) {
      remedies.add(SWITCH_TLS_ON);
    }
    if (cause == Cause.PEER_NOT_TLS) {
      remedies.add(SWITCH_TLS_OFF);
    }
    TlsReport report = result.tls();
    if (report != null && canTrust(report)) {
      remedies.add(TRUST);
    }
    if (cause == Cause.REJECTED_CALLED_AE) {
      remedies.add(EDIT_CALLED_AE);
    }
    if (cause == Cause.CLIENT_CERTIFICATE_REQUIRED) {
      remedies.add(CHOOSE_CLIENT_CERTIFICATE);
    }
    if (cause == Cause.CERTIFICATE_HOSTNAME_MISMATCH && certifiedName(result).isPresent()) {
      remedies.add(EDIT_SERVER_NAME);
    }
    if (mayBeTheSecret(result)) {
      remedies.add(ASK_SECRET_AGAIN);
    }
    if (AeTitleQuestion.fits(result)) {
      remedies.add(TRY_AE_TITLES);
    }
    if (mayNeedRegistration(result)) {
      remedies.add(REGISTER);
    }
    return remedies;
  }

  /** Whether the peer refused us in a way in which unknown callers are refused. */
  private static boolean mayNeedRegistration(CheckResult result) {
    Cause cause = result.cause();
    return cause == Cause.REJECTED_CALLING_AE
        || cause == Cause.RELEASED_DURING_ECHO
        || (cause == Cause.ABORTED && result.stage() == CheckStage.ECHO);
  }

  /** Where the dates or the name are wrong, trust is not what is missing. */
  static boolean canTrust(TlsReport report) {
    TrustVerdict trust = report.trust();
    return trust != null
        && trust.kind() == TrustVerdict.Kind.UNTRUSTED
        && !report.chain().isEmpty();
  }

  /** The first host name that the peer's certificate is for; one with a wildcard names no host. */
  public static Optional<String> certifiedName(CheckResult result) {
    TlsReport report = result.tls();
    if (report == null || report.chain().isEmpty()) {
      return Optional.empty();
    }
    return CertificateFacts.of(report.chain().getFirst()).names().stream()
        .filter(name -> name.startsWith(DNS) && name.indexOf('*') < 0)
        .map(name -> name.substring(DNS.length()))
        .findFirst();
  }

  /** A peer that refuses a user says so in no way of its own (PS3.7 D.3.3.7). */
  private static boolean mayBeTheSecret(CheckResult result) {
    UserIdentity identity = result.request().userIdentity();
    return identity != null
        && identity.type().hasSecret()
        && (result.reject() != null || result.abort() != null);
  }
}
