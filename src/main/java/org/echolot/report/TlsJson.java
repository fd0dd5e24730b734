package org.echolot.report;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.json.JsonLine;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;

/** What a result says about TLS and the user identity, in JSON. */
final class TlsJson {

  private TlsJson() {}

  /** {@code "tlsDetails"}: null where no handshake began. */
  static void details(JsonLine to, CheckResult result) {
    TlsReport tls = result.tls();
    if (tls == null) {
      to.nothing("tlsDetails");
    } else {
      to.object("tlsDetails", in -> details(in, tls, result.startedAt().toInstant()));
    }
  }

  private static void details(JsonLine to, TlsReport tls, Instant at) {
    to.text("protocol", tls.protocol());
    to.text("cipherSuite", tls.cipherSuite());
    to.text("keyExchange", tls.keyExchange());
    to.text("serverName", tls.offered().serverName());
    to.text("profile", tls.profile().word());
    to.bool("legacy", tls.profile() == TlsProfile.LEGACY);
    trust(to, tls.trust());
    certificates(to, "chain", tls.chain(), at);
    to.object("clientCertificate", in -> clientCertificate(in, tls, at));
    alert(to, tls.alert());
    profiles(to, tls.profileVerdict());
  }

  private static void trust(JsonLine to, @Nullable TrustVerdict trust) {
    if (trust == null) {
      to.nothing("trust");
    } else {
      to.object("trust", in -> in.text("verdict", trust.kind().name()).text("text", trust.text()));
    }
  }

  private static void certificates(
      JsonLine to, String key, List<X509Certificate> chain, Instant at) {
    to.objects(
        key,
        chain,
        (in, certificate) -> {
          CertificateFacts facts = CertificateFacts.of(certificate);
          in.text("subject", facts.subject());
          in.text("issuer", facts.issuer());
          in.text("serial", facts.serial());
          in.texts("names", facts.names());
          in.text("notBefore", facts.notBefore().toString());
          in.text("notAfter", facts.notAfter().toString());
          in.number("daysLeft", facts.daysLeft(at));
          in.text("key", facts.key());
          in.text("signature", facts.signature());
          in.text("fingerprint", facts.fingerprint());
        });
  }

  private static void clientCertificate(JsonLine to, TlsReport tls, Instant at) {
    TlsReport.ClientCertificateRequest request = tls.clientCertificateRequest();
    to.bool("asked", request != null);
    to.texts("keyTypes", request == null ? List.of() : request.keyTypes());
    to.texts("acceptedIssuers", request == null ? List.of() : request.acceptedIssuers());
    certificates(to, "sent", tls.sentChain(), at);
  }

  private static void alert(JsonLine to, @Nullable TlsAlert alert) {
    if (alert == null) {
      to.nothing("alert");
    } else {
      to.object(
          "alert",
          in -> in.number("level", alert.level()).number("description", alert.description()));
    }
  }

  /** What stands against each profile of PS3.15 Annex B; null where too little is known to say. */
  private static void profiles(JsonLine to, TlsReport.ProfileVerdict verdict) {
    if (!verdict.known()) {
      to.nothing("againstProfiles");
    } else {
      to.object(
          "againstProfiles",
          in ->
              in.texts(TlsProfile.BCP195.word(), verdict.bcp195())
                  .texts(TlsProfile.MODIFIED_BCP195.word(), verdict.modifiedBcp195()));
    }
  }

  /** {@code "userIdentity"}: null where we came as nobody. */
  static void userIdentity(JsonLine to, CheckResult result) {
    UserIdentity identity = result.request().userIdentity();
    if (identity == null) {
      to.nothing("userIdentity");
    } else {
      to.object("userIdentity", in -> userIdentity(in, identity, result.userIdentity()));
    }
  }

  private static void userIdentity(
      JsonLine to, UserIdentity identity, @Nullable UserIdentityAnswer answer) {
    to.text("type", identity.type().word());
    to.text("username", identity.type().hasUsername() ? identity.username() : null);
    to.bool("positiveResponse", identity.asksForResponse());
    to.text("answer", answer == null ? null : answer.kind().name());
    to.text("text", answer == null ? null : answer.text());
  }
}
