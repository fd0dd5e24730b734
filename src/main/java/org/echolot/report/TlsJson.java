package org.echolot.report;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What a result says about TLS and the user identity, in JSON. */
final class TlsJson {

  private TlsJson() {}

  /** {@code "tlsDetails"}: null where no handshake began. */
  static void details(JsonGenerator to, CheckResult result) {
    TlsReport tls = result.tls();
    if (tls == null) {
      to.writeNullProperty("tlsDetails");
      return;
    }
    Instant at = result.startedAt().toInstant();
    to.writeObjectPropertyStart("tlsDetails");
    text(to, "protocol", tls.protocol());
    text(to, "cipherSuite", tls.cipherSuite());
    text(to, "keyExchange", tls.keyExchange());
    text(to, "serverName", tls.offered().serverName());
    to.writeStringProperty("profile", tls.profile().word());
    to.writeBooleanProperty("legacy", tls.profile() == TlsProfile.LEGACY);
    trust(to, tls.trust());
    certificates(to, "chain", tls.chain(), at);
    clientCertificate(to, tls, at);
    alert(to, tls.alert());
    profiles(to, tls.profileVerdict());
    to.writeEndObject();
  }

  private static void trust(JsonGenerator to, @Nullable TrustVerdict trust) {
    if (trust == null) {
      to.writeNullProperty("trust");
      return;
    }
    to.writeObjectPropertyStart("trust");
    to.writeStringProperty("verdict", trust.kind().name());
    to.writeStringProperty("text", trust.text());
    to.writeEndObject();
  }

  private static void certificates(
      JsonGenerator to, String key, List<X509Certificate> chain, Instant at) {
    to.writeArrayPropertyStart(key);
    for (X509Certificate certificate : chain) {
      CertificateFacts facts = CertificateFacts.of(certificate);
      to.writeStartObject();
      to.writeStringProperty("subject", facts.subject());
      to.writeStringProperty("issuer", facts.issuer());
      to.writeStringProperty("serial", facts.serial());
      texts(to, "names", facts.names());
      to.writeStringProperty("notBefore", facts.notBefore().toString());
      to.writeStringProperty("notAfter", facts.notAfter().toString());
      to.writeNumberProperty("daysLeft", facts.daysLeft(at));
      to.writeStringProperty("key", facts.key());
      to.writeStringProperty("signature", facts.signature());
      to.writeStringProperty("fingerprint", facts.fingerprint());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void clientCertificate(JsonGenerator to, TlsReport tls, Instant at) {
    TlsReport.ClientCertificateRequest request = tls.clientCertificateRequest();
    to.writeObjectPropertyStart("clientCertificate");
    to.writeBooleanProperty("asked", request != null);
    texts(to, "keyTypes", request == null ? List.of() : request.keyTypes());
    texts(to, "acceptedIssuers", request == null ? List.of() : request.acceptedIssuers());
    certificates(to, "sent", tls.sentChain(), at);
    to.writeEndObject();
  }

  private static void alert(JsonGenerator to, @Nullable TlsAlert alert) {
    if (alert == null) {
      to.writeNullProperty("alert");
      return;
    }
    to.writeObjectPropertyStart("alert");
    to.writeNumberProperty("level", alert.level());
    to.writeNumberProperty("description", alert.description());
    to.writeEndObject();
  }

  /** What stands against each profile of PS3.15 Annex B; null where too little is known to say. */
  private static void profiles(JsonGenerator to, TlsReport.ProfileVerdict verdict) {
    if (!verdict.known()) {
      to.writeNullProperty("againstProfiles");
      return;
    }
    to.writeObjectPropertyStart("againstProfiles");
    texts(to, TlsProfile.BCP195.word(), verdict.bcp195());
    texts(to, TlsProfile.MODIFIED_BCP195.word(), verdict.modifiedBcp195());
    to.writeEndObject();
  }

  /** {@code "userIdentity"}: null where we came as nobody. */
  static void userIdentity(JsonGenerator to, CheckResult result) {
    UserIdentity identity = result.request().userIdentity();
    if (identity == null) {
      to.writeNullProperty("userIdentity");
      return;
    }
    UserIdentityAnswer answer = result.userIdentity();
    to.writeObjectPropertyStart("userIdentity");
    to.writeStringProperty("type", identity.type().word());
    text(to, "username", identity.type().hasUsername() ? identity.username() : null);
    to.writeBooleanProperty("positiveResponse", identity.asksForResponse());
    text(to, "answer", answer == null ? null : answer.kind().name());
    text(to, "text", answer == null ? null : answer.text());
    to.writeEndObject();
  }

  private static void texts(JsonGenerator to, String key, List<String> values) {
    to.writeArrayPropertyStart(key);
    values.forEach(to::writeString);
    to.writeEndArray();
  }

  private static void text(JsonGenerator to, String key, @Nullable String value) {
    to.writeName(key);
    to.writeString(value);
  }
}
