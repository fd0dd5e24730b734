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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How peers are spoken to over TLS, as the command line says it. */
public final class TlsOptions {

  @Option(
      names = "--tls",
      description = "Use TLS with every target, not only with the peers saved with TLS.")
  private boolean tls;

  @Option(
      names = "--trusted",
      paramLabel = "FILE",
      description =
          "The certificates to trust: PEM, PKCS#12 or JKS; default: the peer's setting, or those of"
              + " Java.")
  private @Nullable Path trusted;

  @Option(
      names = "--trusted-fingerprint",
      paramLabel = "SHA256",
      converter = FingerprintConverter.class,
      description =
          "Trust the peer's certificate with this SHA-256 fingerprint, whoever signed it.")
  private @Nullable String trustedFingerprint;

  @Option(
      names = "--client-cert",
      paramLabel = "FILE",
      description = "The certificate to send, with its key: PKCS#12, or PEM.")
  private @Nullable Path clientCertificate;

  @Option(
      names = "--client-key",
      paramLabel = "FILE",
      description = "The PEM file of its key, if the key is in a separate file.")
  private @Nullable Path clientKey;

  @Option(
      names = "--no-hostname-check",
      description = "Do not check whether the certificate was issued for the host.")
  private boolean noHostnameCheck;

  @Option(
      names = "--server-name",
      paramLabel = "NAME",
      converter = ServerNameConverter.class,
      description = "The server name to request (SNI), if it is not the host.")
  private @Nullable String serverName;

  @Option(
      names = "--tls-profile",
      paramLabel = "PROFILE",
      converter = ProfileConverter.class,
      description = {
        "bcp195, bcp195-modified (both of PS3.15), runtime (everything that Java allows; the"
            + " default), or legacy: TLS 1.0, TLS 1.1 and old cipher suites too, which are unsafe."
      })
  private @Nullable TlsProfile profile;

  @Option(
      names = "--trusted-password-env",
      paramLabel = "NAME",
      description =
          "The environment variable with the password of the file of trusted certificates.")
  private @Nullable String trustedPasswordVariable;

  @Option(
      names = "--trusted-password-file",
      paramLabel = "FILE",
      description = "The file with that password.")
  private @Nullable Path trustedPasswordFile;

  @Option(
      names = "--client-cert-password-env",
      paramLabel = "NAME",
      description =
          "The environment variable with the password of the client certificate or its key.")
  private @Nullable String certificatePasswordVariable;

  @Option(
      names = "--client-cert-password-file",
      paramLabel = "FILE",
      description =
          "The file with that password. Without either option, Echolot asks for it in a terminal.")
  private @Nullable Path certificatePasswordFile;

  /** Where the password of the file with trusted certificates is. */
  public SecretSource trustedPassword() {
    return new SecretSource("--trusted-password", trustedPasswordVariable, trustedPasswordFile);
  }

  /** Where the password of our certificate and its key is. */
  public SecretSource certificatePassword() {
    return new SecretSource(
        "--client-cert-password", certificatePasswordVariable, certificatePasswordFile);
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
      String option = firstGiven();
      if (option != null) {
        throw new InputException(option + " needs --tls: no target uses TLS");
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
    if (own == null && !tls) {
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
        base.verifiesHostname() && !noHostnameCheck,
        serverName == null ? base.serverName() : serverName,
        profile == null ? base.profile() : profile);
  }

  private static @Nullable Path resolved(Path directory, @Nullable Path file) {
    return file == null ? null : directory.resolve(file);
  }

  /** An option that means nothing without TLS; null if none was given. */
  private @Nullable String firstGiven() {
    if (trusted != null) {
      return "--trusted";
    }
    if (trustedFingerprint != null) {
      return "--trusted-fingerprint";
    }
    if (clientCertificate != null) {
      return "--client-cert";
    }
    if (clientKey != null) {
      return "--client-key";
    }
    if (noHostnameCheck) {
      return "--no-hostname-check";
    }
    if (serverName != null) {
      return "--server-name";
    }
    if (profile != null) {
      return "--tls-profile";
    }
    return null;
  }

  private static void require(String value, @Nullable String fault) {
    if (fault != null) {
      throw new TypeConversionException("'" + value + "': " + fault);
    }
  }

  /** Reads the SHA-256 of a certificate. */
  static final class FingerprintConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      require(value, PeerTlsText.fingerprintFault(value));
      return PeerTlsText.fingerprint(value);
    }
  }

  /** Reads a name to ask for. */
  static final class ServerNameConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      require(value, PeerTlsText.serverNameFault(value));
      return PeerTlsText.serverName(value);
    }
  }

  /** Reads the word for a profile. */
  static final class ProfileConverter implements ITypeConverter<TlsProfile> {
    @Override
    public TlsProfile convert(String value) {
      require(value, PeerTlsText.profileFault(value));
      return TlsProfile.of(value).orElseThrow();
    }
  }
}
