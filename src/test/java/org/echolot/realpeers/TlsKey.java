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
                    "/CN=localhost",
                    "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1",
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
