package org.echolot.cli.option;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.peers.PeerTlsText;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** How peers are spoken to over TLS, as the command line says it. */
public final class TlsOptions {

  private static final Option.Flag TLS =
      new Option.Flag(
          "--tls", "Use TLS with every target, not only with the peers saved with TLS.");

  private static final Option.Value<Path> TRUSTED =
      new Option.Value<>(
          "--trusted",
          "FILE",
          Kind.FILE,
          "The certificates to trust: PEM, PKCS#12 or JKS; default: the peer's setting, or those of"
              + " Java.");

  private static final Option.Value<String> TRUSTED_FINGERPRINT =
      new Option.Value<>(
          "--trusted-fingerprint",
          "SHA256",
          Kind.checked(PeerTlsText::fingerprintFault, PeerTlsText::fingerprint),
          "Trust the peer's certificate with this SHA-256 fingerprint, whoever signed it.");

  private static final Option.Value<Path> CLIENT_CERT =
      new Option.Value<>(
          "--client-cert",
          "FILE",
          Kind.FILE,
          "The certificate to send, with its key: PKCS#12, or PEM.");

  private static final Option.Value<Path> CLIENT_KEY =
      new Option.Value<>(
          "--client-key",
          "FILE",
          Kind.FILE,
          "The PEM file of its key, if the key is in a separate file.");

  private static final Option.Flag NO_HOSTNAME_CHECK =
      new Option.Flag(
          "--no-hostname-check", "Do not check whether the certificate was issued for the host.");

  private static final Option.Value<String> SERVER_NAME =
      new Option.Value<>(
          "--server-name",
          "NAME",
          Kind.checked(PeerTlsText::serverNameFault, PeerTlsText::serverName),
          "The server name to request (SNI), if it is not the host.");

  private static final Option.Value<TlsProfile> TLS_PROFILE =
      new Option.Value<>(
          "--tls-profile",
          "PROFILE",
          Kind.checked(PeerTlsText::profileFault, word -> TlsProfile.of(word).orElseThrow())
              .among(Stream.of(TlsProfile.values()).map(TlsProfile::word).toList()),
          "bcp195, bcp195-modified (both of PS3.15), runtime (everything that Java allows; the"
              + " default), or legacy: TLS 1.0, TLS 1.1 and old cipher suites too, which are"
              + " unsafe.");

  private static final Option.Value<String> TRUSTED_PASSWORD_ENV =
      new Option.Value<>(
          "--trusted-password-env",
          "NAME",
          Kind.TEXT,
          "The environment variable with the password of the file of trusted certificates.");

  private static final Option.Value<Path> TRUSTED_PASSWORD_FILE =
      new Option.Value<>(
          "--trusted-password-file", "FILE", Kind.FILE, "The file with that password.");

  private static final Option.Value<String> CLIENT_CERT_PASSWORD_ENV =
      new Option.Value<>(
          "--client-cert-password-env",
          "NAME",
          Kind.TEXT,
          "The environment variable with the password of the client certificate or its key.");

  private static final Option.Value<Path> CLIENT_CERT_PASSWORD_FILE =
      new Option.Value<>(
          "--client-cert-password-file",
          "FILE",
          Kind.FILE,
          "The file with that password. Without either option, Echolot asks for it in a terminal.");

  public static final Group GROUP =
      Group.of(
          "TLS",
          TLS,
          TRUSTED,
          TRUSTED_FINGERPRINT,
          CLIENT_CERT,
          CLIENT_KEY,
          NO_HOSTNAME_CHECK,
          SERVER_NAME,
          TLS_PROFILE,
          TRUSTED_PASSWORD_ENV,
          TRUSTED_PASSWORD_FILE,
          CLIENT_CERT_PASSWORD_ENV,
          CLIENT_CERT_PASSWORD_FILE);

  /** Those that mean nothing where no target speaks TLS. */
  private static final List<Option> ONLY_WITH_TLS =
      List.of(
          TRUSTED,
          TRUSTED_FINGERPRINT,
          CLIENT_CERT,
          CLIENT_KEY,
          NO_HOSTNAME_CHECK,
          SERVER_NAME,
          TLS_PROFILE);

  private final Given given;
  private final @Nullable Path trusted;
  private final @Nullable String trustedFingerprint;
  private final @Nullable Path clientCertificate;
  private final @Nullable Path clientKey;

  public TlsOptions(Given given) {
    this.given = given;
    this.trusted = given.value(TRUSTED);
    this.trustedFingerprint = given.value(TRUSTED_FINGERPRINT);
    this.clientCertificate = given.value(CLIENT_CERT);
    this.clientKey = given.value(CLIENT_KEY);
  }

  /** Where the password of the file with trusted certificates is. */
  public SecretSource trustedPassword() {
    return new SecretSource(
        "--trusted-password",
        given.value(TRUSTED_PASSWORD_ENV),
        given.value(TRUSTED_PASSWORD_FILE));
  }

  /** Where the password of our certificate and its key is. */
  public SecretSource certificatePassword() {
    return new SecretSource(
        "--client-cert-password",
        given.value(CLIENT_CERT_PASSWORD_ENV),
        given.value(CLIENT_CERT_PASSWORD_FILE));
  }

  /** The files with certificates and keys that the command line names. */
  public Set<Path> files(Path directory) {
    return Stream.of(trusted, clientCertificate, clientKey)
        .filter(Objects::nonNull)
        .map(directory::resolve)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The requests with what the command line says about TLS.
   *
   * @param directory where relative paths start
   * @throws InputException if an option has nobody whom it concerns, or lacks another
   */
  public List<CheckRequest> applyTo(List<CheckRequest> requests, Path directory)
      throws InputException {
    List<CheckRequest> applied =
        requests.stream().map(r -> r.withTls(settings(r.tls(), directory))).toList();
    if (applied.stream().noneMatch(CheckRequest::isTls)) {
      for (Option option : ONLY_WITH_TLS) {
        if (given.has(option)) {
          throw new InputException(option.name() + " needs --tls: no target uses TLS");
        }
      }
    }
    for (CheckRequest request : applied) {
      TlsSettings settings = request.tls();
      if (settings != null
          && settings.clientKey() != null
          && settings.clientCertificate() == null) {
        throw new InputException("--client-key needs --client-cert: the certificate it belongs to");
      }
    }
    return applied;
  }

  private @Nullable TlsSettings settings(@Nullable TlsSettings own, Path directory) {
    if (own == null && !given.has(TLS)) {
      return null;
    }
    TlsSettings base = own == null ? TlsSettings.DEFAULT : own;
    boolean replacesTrust = trusted != null;
    boolean replacesCertificate = clientCertificate != null;
    return new TlsSettings(
        replacesTrust ? resolved(directory, trusted) : base.trustedCertificates(),
        // Who names what to trust does not want to trust by what was saved.
        trustedFingerprint != null || replacesTrust
            ? trustedFingerprint
            : base.trustedFingerprint(),
        replacesCertificate ? resolved(directory, clientCertificate) : base.clientCertificate(),
        replacesCertificate || clientKey != null
            ? resolved(directory, clientKey)
            : base.clientKey(),
        base.verifiesHostname() && !given.has(NO_HOSTNAME_CHECK),
        given.has(SERVER_NAME) ? given.value(SERVER_NAME) : base.serverName(),
        given.value(TLS_PROFILE, base.profile()));
  }

  private static @Nullable Path resolved(Path directory, @Nullable Path file) {
    return file == null ? null : directory.resolve(file);
  }
}
