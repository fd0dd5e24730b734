package org.echolot.capture;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.echolot.tls.TlsReport.Offer;
import org.echolot.tls.TlsReport.ProfileVerdict;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;

/** A TLS report as JSON, and back; certificates in DER, as Base64. */
final class TlsReportJson {

  private static final int MAX_BYTE = 255;

  private TlsReportJson() {}

  static Obj written(TlsReport report) {
    TrustVerdict trust = report.trust();
    ClientCertificateRequest asked = report.clientCertificateRequest();
    TlsAlert alert = report.alert();
    ProfileVerdict verdict = report.profileVerdict();
    return new FieldsWriter()
        .put("profile", report.profile().word())
        .put("offered", written(report.offered()))
        .put("protocol", report.protocol())
        .put("cipherSuite", report.cipherSuite())
        .put("keyExchange", report.keyExchange())
        .putTexts("chain", report.chain().stream().map(TlsReportJson::base64).toList())
        .put("trust", trust == null ? null : written(trust))
        .put(
            "clientCertificateRequest",
            asked == null
                ? null
                : new FieldsWriter()
                    .putTexts("keyTypes", asked.keyTypes())
                    .putTexts("acceptedIssuers", asked.acceptedIssuers())
                    .object())
        .putTexts("sentChain", report.sentChain().stream().map(TlsReportJson::base64).toList())
        .put(
            "alert",
            alert == null
                ? null
                : new FieldsWriter()
                    .put("level", alert.level())
                    .put("description", alert.description())
                    .object())
        .putTexts("switchedOff", report.switchedOff())
        .put(
            "profileVerdict",
            new FieldsWriter()
                .put("known", verdict.known())
                .putTexts("bcp195", verdict.bcp195())
                .putTexts("modifiedBcp195", verdict.modifiedBcp195())
                .object())
        .object();
  }

  private static Obj written(Offer offer) {
    return new FieldsWriter()
        .putTexts("protocols", offer.protocols())
        .putTexts("cipherSuites", offer.cipherSuites())
        .putTexts("groups", offer.groups())
        .putTexts("signatureSchemes", offer.signatureSchemes())
        .put("serverName", offer.serverName())
        .object();
  }

  private static Obj written(TrustVerdict trust) {
    X509Certificate certificate = trust.certificate();
    return new FieldsWriter()
        .put("kind", trust.kind())
        .put("reason", trust.reason())
        .put("certificate", certificate == null ? null : base64(certificate))
        .put("text", trust.text())
        .putTexts("cautions", trust.cautions())
        .object();
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that was read has its bytes", e);
    }
  }

  /**
   * @throws FaultException if it is no report
   */
  static TlsReport read(RecordedFields from) throws FaultException {
    RecordedFields alert = from.objectOrNull("alert");
    RecordedFields asked = from.objectOrNull("clientCertificateRequest");
    RecordedFields verdict = from.object("profileVerdict");
    return new TlsReport(
        RequestJson.profile(from),
        offer(from.object("offered")),
        from.textOrNull("protocol"),
        from.textOrNull("cipherSuite"),
        from.textOrNull("keyExchange"),
        certificates(from, "chain"),
        trust(from.objectOrNull("trust")),
        asked == null
            ? null
            : new ClientCertificateRequest(asked.texts("keyTypes"), asked.texts("acceptedIssuers")),
        certificates(from, "sentChain"),
        alert == null
            ? null
            : new TlsAlert(
                alert.number("level", 0, MAX_BYTE), alert.number("description", 0, MAX_BYTE)),
        from.texts("switchedOff"),
        new ProfileVerdict(
            verdict.bool("known"), verdict.texts("bcp195"), verdict.texts("modifiedBcp195")));
  }

  private static Offer offer(RecordedFields from) throws FaultException {
    return new Offer(
        from.texts("protocols"),
        from.texts("cipherSuites"),
        from.texts("groups"),
        from.texts("signatureSchemes"),
        from.textOrNull("serverName"));
  }

  private static @Nullable TrustVerdict trust(@Nullable RecordedFields from) throws FaultException {
    if (from == null) {
      return null;
    }
    String certificate = from.textOrNull("certificate");
    return new TrustVerdict(
        reason(from),
        certificate == null ? null : certificate(from, "certificate", certificate),
        from.text("text"),
        from.texts("cautions"));
  }

  /** Older recordings have the kind alone. */
  private static TrustVerdict.Reason reason(RecordedFields from) throws FaultException {
    TrustVerdict.Kind kind = from.constant("kind", TrustVerdict.Kind.class);
    TrustVerdict.Reason reason = from.constantOrNull("reason", TrustVerdict.Reason.class);
    if (reason != null && reason.kind() != kind) {
      throw from.fault("reason", "it is none for " + kind);
    }
    return reason == null ? TrustVerdict.Reason.of(kind) : reason;
  }

  private static List<X509Certificate> certificates(RecordedFields from, String name)
      throws FaultException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String text : from.texts(name)) {
      certificates.add(certificate(from, name, text));
    }
    return certificates;
  }

  private static X509Certificate certificate(RecordedFields from, String name, String text)
      throws FaultException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes));
      if (Arrays.equals(certificate.getEncoded(), bytes)) {
        return certificate;
      }
    } catch (CertificateException | RuntimeException _) {
      // No parser of this format is without runtime exceptions for some odd bytes.
    }
    throw from.fault(name, "it must be an X.509 certificate in DER, as Base64");
  }
}
