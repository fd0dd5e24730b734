package org.echolot.cli.option;

import java.nio.file.Path;
import java.util.Arrays;
import org.echolot.cli.environment.Environment;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsServer;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;

/** How callers speak TLS with us, as the command line says it. */
public final class ListenTlsOptions {

  private static final int ATTEMPTS = 3;

  private static final Option.Value<Path> CERT =
      new Option.Value<>(
          "--cert",
          "FILE",
          Kind.FILE,
          "Use TLS, and send this certificate: PKCS#12 with its key, or PEM.");

  private static final Option.Value<Path> KEY =
      new Option.Value<>(
          "--key", "FILE", Kind.FILE, "The PEM file of its key, if the key is in a separate file.");

  private static final Option.Value<Path> TRUSTED =
      new Option.Value<>(
          "--trusted",
          "FILE",
          Kind.FILE,
          "Request a certificate from callers, and accept those signed by these: PEM, PKCS#12 or"
              + " JKS.");

  private static final Option.Flag REQUIRE_CLIENT_CERT =
      new Option.Flag("--require-client-cert", "Refuse callers that send no trusted certificate.");

  private static final Option.Value<String> CERT_PASSWORD_ENV =
      new Option.Value<>(
          "--cert-password-env",
          "NAME",
          Kind.TEXT,
          "The environment variable with the password of the certificate or its key.");

  private static final Option.Value<Path> CERT_PASSWORD_FILE =
      new Option.Value<>("--cert-password-file", "FILE", Kind.FILE, "The file with that password.");

  private static final Option.Value<String> TRUSTED_PASSWORD_ENV =
      new Option.Value<>(
          "--trusted-password-env",
          "NAME",
          Kind.TEXT,
          "The environment variable with the password of the trusted certificates.");

  private static final Option.Value<Path> TRUSTED_PASSWORD_FILE =
      new Option.Value<>(
          "--trusted-password-file", "FILE", Kind.FILE, "The file with that password.");

  public static final Group GROUP =
      Group.of(
          "TLS",
          CERT,
          KEY,
          TRUSTED,
          REQUIRE_CLIENT_CERT,
          CERT_PASSWORD_ENV,
          CERT_PASSWORD_FILE,
          TRUSTED_PASSWORD_ENV,
          TRUSTED_PASSWORD_FILE);

  private final @Nullable Path certificate;
  private final @Nullable Path key;
  private final @Nullable Path trusted;
  private final boolean requireClientCertificate;
  private final SecretSource password;
  private final SecretSource trustedPassword;

  public ListenTlsOptions(Given given) {
    this.certificate = given.value(CERT);
    this.key = given.value(KEY);
    this.trusted = given.value(TRUSTED);
    this.requireClientCertificate = given.has(REQUIRE_CLIENT_CERT);
    this.password =
        new SecretSource(
            "--cert-password", given.value(CERT_PASSWORD_ENV), given.value(CERT_PASSWORD_FILE));
    this.trustedPassword =
        new SecretSource(
            "--trusted-password",
            given.value(TRUSTED_PASSWORD_ENV),
            given.value(TRUSTED_PASSWORD_FILE));
  }

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
