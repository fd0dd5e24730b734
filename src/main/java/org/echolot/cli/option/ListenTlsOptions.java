package org.echolot.cli.option;

import java.nio.file.Path;
import java.util.Arrays;
import org.echolot.cli.environment.Environment;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsServer;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How callers speak TLS with us, as the command line says it. */
public final class ListenTlsOptions {

  private static final int ATTEMPTS = 3;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "Use TLS, and send this certificate: PKCS#12 with its key, or PEM.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The PEM file of its key, if the key is in a separate file.")
  private @Nullable Path key;

  @Option(
      names = "--trusted",
      paramLabel = "FILE",
      description =
          "Request a certificate from callers, and accept those signed by these: PEM, PKCS#12 or"
              + " JKS.")
  private @Nullable Path trusted;

  @Option(
      names = "--require-client-cert",
      description = "Refuse callers that send no trusted certificate.")
  private boolean requireClientCertificate;

  @Option(
      names = "--cert-password-env",
      paramLabel = "NAME",
      description = "The environment variable with the password of the certificate or its key.")
  private @Nullable String passwordVariable;

  @Option(
      names = "--cert-password-file",
      paramLabel = "FILE",
      description = "The file with that password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--trusted-password-env",
      paramLabel = "NAME",
      description = "The environment variable with the password of the trusted certificates.")
  private @Nullable String trustedVariable;

  @Option(
      names = "--trusted-password-file",
      paramLabel = "FILE",
      description = "The file with that password.")
  private @Nullable Path trustedFile;

  /**
   * Reads the files, and asks for passwords where somebody is there.
   *
   * @return null: callers speak without TLS
   * @throws InputException if a file or an option can't be used
   */
  public @Nullable TlsServer server(Environment environment)
      throws InputException, InterruptedException {
    Path own = certificate;
    if (own == null) {
      requireNothingElse();
      return null;
    }
    Path certificatePath = environment.directory().resolve(own);
    Path keyPath = key == null ? null : environment.directory().resolve(key);
    Path trustedPath = trusted == null ? null : environment.directory().resolve(trusted);
    SecretSource password = new SecretSource("--cert-password", passwordVariable, passwordFile);
    SecretSource trustedPassword =
        new SecretSource("--trusted-password", trustedVariable, trustedFile);
    for (int asked = 0; ; asked++) {
      try {
        return environment.materials().server(certificatePath, keyPath, trustedPath, asksCallers());
      } catch (TlsFileException e) {
        boolean isTrusted = e.file().equals(trustedPath);
        provide(environment, e, isTrusted ? trustedPassword : password, asked);
      }
    }
  }

  private ClientCertificate asksCallers() {
    if (requireClientCertificate) {
      return ClientCertificate.REQUIRED;
    }
    return trusted == null ? ClientCertificate.NOT_ASKED : ClientCertificate.OPTIONAL;
  }

  private void requireNothingElse() throws InputException {
    if (key != null || trusted != null || requireClientCertificate) {
      throw new InputException(
          "--key, --trusted and --require-client-cert need --cert: the certificate to send");
    }
  }

  /** Gets the password that a file lacks into memory. */
  private static void provide(
      Environment environment, TlsFileException fault, SecretSource source, int asked)
      throws InputException, InterruptedException {
    if (!fault.asksForPassword() || asked == ATTEMPTS || (source.isGiven() && asked > 0)) {
      throw new InputException(String.valueOf(fault.getMessage()));
    }
    char[] secret =
        source.isGiven()
            ? source.text(environment)
            : environment
                .terminal()
                .askSecret(
                    (fault.isPasswordWrong() ? "Wrong password. " : "")
                        + "Password of "
                        + fault.file());
    if (secret == null) {
      throw new InputException(fault.getMessage() + "; give its location with " + source.options());
    }
    environment.secrets().remember(new SecretKey.OfFile(fault.file()), secret);
    Arrays.fill(secret, '\0');
  }
}
