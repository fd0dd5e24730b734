package org.echolot.handout;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Timeouts;
import org.jspecify.annotations.Nullable;

/** {@code echoscu} of DCMTK, from 3.6.7 on. */
final class DcmtkCommand {

  /** Stands for what is not known here. */
  private static final String CA = "CA.pem";

  private DcmtkCommand() {}

  static @Nullable String obstacle(TestTarget target) {
    boolean file = target.callingAe().startsWith("@") || target.calledAe().startsWith("@");
    return file ? "echoscu reads an AE title that begins with @ as the name of a file." : null;
  }

  static String of(TestTarget target, Shell shell) {
    Timeouts timeouts = target.request().timeouts();
    StringBuilder remarks = new StringBuilder();
    List<String> words =
        new ArrayList<>(
            List.of("echoscu", "-v", "-aet", target.callingAe(), "-aec", target.calledAe()));
    words.addAll(List.of("-to", TestTarget.seconds(timeouts.connect())));
    words.addAll(List.of("-ta", TestTarget.seconds(timeouts.associate())));
    words.addAll(List.of("-td", TestTarget.seconds(timeouts.echo())));
    if (target.isIpv6()) {
      remarks.append(SameTest.remark(shell, "IPv6 needs DCMTK 3.6.9 or newer."));
      words.add("-i6");
    }
    if (target.isTls()) {
      addTls(words, remarks, target, shell);
    }
    if (target.request().userIdentity() != null) {
      remarks.append(SameTest.remark(shell, "echoscu cannot send this type of user identity."));
    }
    remarks.append(SameTest.sourceRemark(shell, "echoscu", target));
    words.addAll(List.of(target.request().host(), target.port()));
    return remarks + shell.command(words);
  }

  private static void addTls(
      List<String> words, StringBuilder remarks, TestTarget target, Shell shell) {
    String certificate = target.clientCertificate();
    String key = target.clientKey();
    if (certificate == null || key == null) {
      words.add("+tla");
    } else if (certificate.equals(key)) {
      String pem = asPem(certificate, "-clcerts", remarks, shell);
      words.addAll(List.of("+tls", pem, pem));
    } else {
      words.addAll(List.of("+tls", key, certificate));
    }
    String trusted = target.trusted();
    if (trusted == null) {
      remarks.append(
          SameTest.remark(
              shell,
              CA
                  + " is a placeholder for the certificate of the authority that signed the peer's"
                  + " certificate: echoscu cannot read the trust store of Java, and trusts no"
                  + " fingerprint."));
      trusted = CA;
    }
    words.addAll(List.of("+cf", asPem(trusted, "-nokeys", remarks, shell)));
    remarks.append(
        SameTest.remark(shell, "echoscu does not check whether the certificate is for this host."));
  }

  /** The name of a PEM file with what is in {@code file}; a remark says how to make it. */
  private static String asPem(String file, String what, StringBuilder remarks, Shell shell) {
    if (!TestTarget.isKeyStore(file)) {
      return file;
    }
    String pem = file.replaceFirst("\\.[^.]*$", ".pem");
    String how =
        TestTarget.isPkcs12(file)
            ? shell.command(List.of("openssl", "pkcs12", "-in", file, what, "-out", pem))
            : shell.command(List.of("keytool", "-exportcert", "-rfc", "-keystore", file))
                + " -alias …";
    remarks.append(SameTest.remark(shell, "echoscu reads only PEM files. To create one: " + how));
    return pem;
  }
}
