package org.echolot.realpeers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A private key and a certificate for {@code localhost} that it signed itself, as PEM files.
 *
 * @param privateKey PKCS#8, without a password
 */
public record TlsKey(Path privateKey, Path certificate) {

  /** Makes a new one in {@code folder} with {@code openssl}. */
  public static TlsKey makeIn(Path folder) throws IOException, InterruptedException {
    return makeIn(folder, "/CN=localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1");
  }

  /** One whose certificate names nobody: neither a subject nor an issuer. */
  static TlsKey namelessIn(Path folder) throws IOException, InterruptedException {
    return makeIn(folder, "/", "basicConstraints=CA:FALSE");
  }

  private static TlsKey makeIn(Path folder, String subject, String extension)
      throws IOException, InterruptedException {
    TlsKey key = new TlsKey(folder.resolve("key.pem"), folder.resolve("certificate.pem"));
    Process process =
        new ProcessBuilder(
                List.of(
                    Programs.find("openssl", "openssl").toString(),
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    subject,
                    "-addext",
                    extension,
                    "-keyout",
                    key.privateKey().toString(),
                    "-out",
                    key.certificate().toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("openssl made no key: " + said);
    }
    return key;
  }
}
