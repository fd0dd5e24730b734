package org.echolot.handout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Timeouts;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** {@code storescu} of dcm4che 5, which sends a C-ECHO when it is given no files. */
final class Dcm4cheCommand {

  /** Those that it picks by itself for {@code --tls} are switched off in today's Java. */
  private static final List<String> CIPHERS =
      List.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

  private Dcm4cheCommand() {}

  static @Nullable String obstacle(TestTarget target) {
    if (target.isIpv6()) {
      return "storescu of dcm4che accepts no IPv6 address: it ends the host at the first colon.";
    }
    if (target.calledAe().contains("@")) {
      return "storescu of dcm4che accepts no AE title with an @: it ends the title there.";
    }
    return target.callingAe().startsWith("-")
        ? "storescu of dcm4che reads an AE title that begins with - as an option."
        : null;
  }

  static String of(TestTarget target) {
    Timeouts timeouts = target.request().timeouts();
    StringBuilder remarks = new StringBuilder();
    List<String> words =
        new ArrayList<>(
            List.of(
                "storescu",
                "-b",
                target.callingAe(),
                "-c",
                target.calledAe() + "@" + target.request().host() + ":" + target.port()));
    words.addAll(List.of("--connect-timeout", millis(timeouts.connect())));
    words.addAll(List.of("--accept-timeout", millis(timeouts.associate())));
    words.addAll(List.of("--response-timeout", millis(timeouts.echo())));
    words.addAll(List.of("--release-timeout", millis(timeouts.release())));
    if (target.isTls()) {
      addTls(words, remarks, target);
    }
    remarks.append(SameTest.sourceRemark(Shell.SH, "storescu", target));
    return remarks + Shell.SH.command(words);
  }

  private static void addTls(List<String> words, StringBuilder remarks, TestTarget target) {
    words.add("--tls12");
    CIPHERS.forEach(cipher -> words.addAll(List.of("--tls-cipher", cipher)));
    TlsSettings tls = target.request().tls();
    if (tls != null && tls.verifiesHostname()) {
      words.add("--tls-eia-https");
    }
    words.addAll(List.of("--key-store", store(target.clientCertificate(), "", remarks)));
    words.addAll(List.of("--trust-store", store(target.trusted(), "CA.p12", remarks)));
    remarks.append(
        SameTest.remark(
            Shell.SH,
            "If the passwords of the stores are not \"secret\", add --key-store-pass and"
                + " --trust-store-pass."));
  }

  private static String store(@Nullable String file, String otherwise, StringBuilder remarks) {
    if (file == null) {
      if (!otherwise.isEmpty()) {
        remarks.append(
            SameTest.remark(
                Shell.SH,
                otherwise
                    + " is a placeholder for a store with the certificate of the authority that"
                    + " signed the peer's certificate."));
      }
      return otherwise;
    }
    if (TestTarget.isKeyStore(file)) {
      return file;
    }
    String store = file.replaceFirst("\\.[^.]*$", "") + ".p12";
    remarks.append(
        SameTest.remark(
            Shell.SH,
            "storescu of dcm4che reads only PKCS#12 files; "
                + store
                + " is a placeholder for the contents of "
                + file
                + "."));
    return store;
  }

  private static String millis(Duration duration) {
    return String.valueOf(Math.max(1, duration.toMillis()));
  }
}
