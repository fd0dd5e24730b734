package org.echolot.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;

/**
 * How a check was protected, and as whom we came, in the few lines that every report has room for.
 */
public final class SecurityText {

  /** One line: what it is about, and what there is to say. Not escaped. */
  public record Line(String name, String value) {}

  private SecurityText() {}

  /** The lines of a result; none where it was plain and came as nobody. */
  public static List<Line> of(CheckResult result) {
    List<Line> lines = new ArrayList<>();
    legacy(result).ifPresent(text -> lines.add(new Line("Legacy TLS", text)));
    TlsReport tls = result.tls();
    if (tls != null) {
      addTls(lines, tls, result.startedAt().toInstant(), result.stage() == CheckStage.TLS);
    }
    userIdentity(result).ifPresent(text -> lines.add(new Line("User identity", text)));
    return lines;
  }

  /** What is to be said, and in red, where the legacy profile was allowed; else empty. */
  public static Optional<String> legacy(CheckResult result) {
    var settings = result.request().tls();
    return settings != null && settings.profile() == TlsProfile.LEGACY
        ? Optional.of(TlsFacts.LEGACY_WARNING)
        : Optional.empty();
  }

  /** What became of the user that we came as, in one line; empty where we came as nobody. */
  public static Optional<String> userIdentity(CheckResult result) {
    UserIdentity identity = result.request().userIdentity();
    if (identity == null) {
      return Optional.empty();
    }
    UserIdentityAnswer answer = result.userIdentity();
    return Optional.of(
        answer == null
            ? identity.label() + "; the association ended before the peer answered it"
            : answer.text());
  }

  /**
   * @param failed whether it was TLS that failed: then the verdict is told as why
   */
  private static void addTls(List<Line> lines, TlsReport tls, Instant at, boolean failed) {
    if (tls.protocol() != null) {
      lines.add(
          new Line(
              "TLS",
              TlsFacts.version(tls.protocol())
                  + (tls.cipherSuite() == null ? "" : ", " + tls.cipherSuite())
                  + (tls.keyExchange() == null ? "" : ", " + tls.keyExchange())));
    }
    if (!tls.chain().isEmpty()) {
      CertificateFacts own = CertificateFacts.of(tls.chain().getFirst());
      lines.add(new Line("Certificate", own.shortSubject() + ", " + own.periodText(at)));
      lines.add(new Line("SHA-256", CertificateFacts.inPairs(own.fingerprint())));
      if (failed) {
        TlsFacts.whatToTrust(tls).ifPresent(text -> lines.add(new Line("To trust it", text)));
      } else {
        TlsFacts.trust(tls).forEach(line -> lines.add(new Line("Trust", line.value())));
      }
    }
    if (tls.clientCertificateRequest() != null) {
      lines.add(
          new Line(
              "Client certificate",
              "requested, "
                  + (tls.sentChain().isEmpty()
                      ? "but none sent"
                      : CertificateFacts.of(tls.sentChain().getFirst()).shortSubject() + " sent")));
    }
    // One that ended the handshake is told by the stage.
    if (tls.alert() != null && !failed) {
      lines.add(new Line("Alert", TlsFacts.alertText(tls.alert(), tls)));
    }
  }
}
