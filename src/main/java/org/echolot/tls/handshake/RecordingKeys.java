package org.echolot.tls.handshake;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.KeyIdentity;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one certificate that we have, and records what was asked for. Used by the thread of the
 * handshake.
 */
final class RecordingKeys extends X509ExtendedKeyManager {

  private static final String ALIAS = "echolot";

  /** Names of issuers that are kept of a peer that takes very many. */
  private static final int MOST_ISSUERS = 200;

  private final @Nullable KeyIdentity identity;
  private final BooleanSupplier mayShow;
  private @Nullable ClientCertificateRequest request;
  private boolean shown;

  /**
   * @param identity null: none
   * @param mayShow whether the peer, as far as it showed itself, is one to show it to
   */
  RecordingKeys(@Nullable KeyIdentity identity, BooleanSupplier mayShow) {
    this.identity = identity;
    this.mayShow = mayShow;
  }

  /** What the peer asked for; null: nothing so far. */
  @Nullable ClientCertificateRequest request() {
    return request;
  }

  /**
   * The key and certificate to be shown.
   *
   * @throws NullPointerException if there is none
   */
  KeyIdentity identity() {
    return Objects.requireNonNull(identity, "no certificate");
  }

  /** What we showed, our own first; empty: nothing. */
  List<X509Certificate> shown() {
    return shown && identity != null ? identity.chain() : List.of();
  }

  /**
   * A certificate is shown though its issuer is not among those that the peer takes: some peers
   * name the wrong ones, and the others say no more to silence than to a certificate.
   */
  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    request =
        new ClientCertificateRequest(
            List.copyOf(new TreeSet<>(List.of(keyTypes))),
            Stream.ofNullable(issuers)
                .flatMap(Arrays::stream)
                .limit(MOST_ISSUERS)
                .map(RecordingKeys::name)
                .toList());
    return choose(keyTypes);
  }

  private static String name(Principal principal) {
    return principal instanceof X500Principal x500
        ? CertificateFacts.nameOf(x500)
        : principal.getName();
  }

  private @Nullable String choose(String... keyTypes) {
    if (identity == null || !mayShow.getAsBoolean()) {
      return null;
    }
    String own = identity.chain().getFirst().getPublicKey().getAlgorithm();
    shown = Stream.of(keyTypes).anyMatch(type -> isOf(type, own));
    return shown ? ALIAS : null;
  }

  /** Some name the key exchange with it, or say it with the kind of signature: {@code EC_EC}. */
  private static boolean isOf(String keyType, String algorithm) {
    String type = keyType.toUpperCase(Locale.ROOT);
    return switch (algorithm) {
      case "RSA", "RSASSA-PSS" -> type.contains("RSA") && !type.startsWith("EC");
      case "EC" -> type.startsWith("EC");
      default -> type.equals(algorithm.toUpperCase(Locale.ROOT)) || type.startsWith("ED");
    };
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return choose(keyType);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return identity == null ? null : identity.key();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return choose(keyTypes);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return choose(keyType);
  }
}
