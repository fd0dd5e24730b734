package org.echolot.tls.handshake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.Vector;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.echolot.tls.IanaNames;
import org.echolot.tls.IanaNames.Kind;
import org.echolot.tls.KeyIdentity;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.0 to 1.2 as old devices speak it, for one connection. Java has switched much of that off
 * for the whole process; this asks for algorithms at a provider of its own, which is registered
 * nowhere. Used by the thread of the handshake.
 */
final class LegacyClient extends DefaultTlsClient {

  /** The least that a finite field must have: less is broken in minutes. */
  static final int MIN_DH_BITS = 512;

  /** The most: twice that costs us eight times as long, and the field takes 524,280. */
  static final int MAX_DH_BITS = 8_192;

  /** The longest RSA key of a certificate that we compute with, as in Java's own TLS. */
  static final int MAX_RSA_BITS = 16_384;

  /** The longest public exponent of such a key; nearly all have 65,537. */
  static final int MAX_RSA_EXPONENT_BITS = 64;

  /** The longest chain of certificates. */
  static final int MAX_CHAIN = 10;

  /** The most bytes of one handshake message, as in Java's own TLS. */
  static final int MAX_MESSAGE_BYTES = 32 * 1024;

  /**
   * From what is good to what is merely better than nothing, which is what devices are left with.
   */
  private static final int[] SUITES = {
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
    CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_DHE_DSS_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_DHE_DSS_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256,
    CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA,
    CipherSuite.TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA
  };

  private final JcaTlsCrypto crypto;
  private final @Nullable String serverName;
  private final RecordingKeys keys;
  private final RecordingTrust trust;

  /**
   * @param serverName the name to ask for; null: none
   */
  LegacyClient(@Nullable String serverName, RecordingKeys keys, RecordingTrust trust) {
    this(new TrustingCrypto(), serverName, keys, trust);
  }

  private LegacyClient(
      JcaTlsCrypto crypto, @Nullable String serverName, RecordingKeys keys, RecordingTrust trust) {
    super(crypto);
    this.crypto = crypto;
    this.serverName = serverName;
    this.keys = keys;
    this.trust = trust;
  }

  /** Whether it offers a version and a suite, by their IANA names. */
  static boolean offers(String protocol, String suite) {
    return List.of("TLSv1.2", "TLSv1.1", "TLSv1").contains(protocol)
        && IntStream.of(SUITES).anyMatch(ours -> IanaNames.of(Kind.SUITE, ours).equals(suite));
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv12.downTo(ProtocolVersion.TLSv10);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsUtils.getSupportedCipherSuites(crypto, SUITES);
  }

  @Override
  public TlsDHGroupVerifier getDHGroupVerifier() {
    return LegacyClient::requireUsable;
  }

  private static boolean requireUsable(DHGroup group) {
    int bits = group.getP().bitLength();
    if (bits < MIN_DH_BITS || bits > MAX_DH_BITS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the peer chose a Diffie-Hellman group of %,d bits, where %,d to %,d are accepted",
              bits,
              MIN_DH_BITS,
              MAX_DH_BITS));
    }
    return true;
  }

  @Override
  public int getMaxCertificateChainLength() {
    return MAX_CHAIN;
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return MAX_MESSAGE_BYTES;
  }

  /** Tolerated: a peer that does not know RFC 5746. It can't make us negotiate anew. */
  @Override
  public void notifySecureRenegotiation(boolean secure) {}

  @Override
  @SuppressWarnings("JdkObsolete") // as the library has it
  protected @Nullable Vector<ServerName> getSNIServerNames() {
    return serverName == null
        ? null
        : new Vector<>(
            List.of(new ServerName((short) 0, serverName.getBytes(StandardCharsets.US_ASCII))));
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
        trust.checkServerTrusted(certificates(shown.getCertificate()), "");
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request)
          throws IOException {
        return credentials(request);
      }
    };
  }

  private static X509Certificate[] certificates(Certificate shown) throws IOException {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> chain = new ArrayList<>();
      for (TlsCertificate certificate : shown.getCertificateList()) {
        X509Certificate read =
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
        requireUsable(read.getPublicKey());
        chain.add(read);
      }
      return chain.toArray(X509Certificate[]::new);
    } catch (GeneralSecurityException e) {
      throw new IOException("the peer's certificate cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whoever makes a key chooses how long all others compute with it. */
  private static void requireUsable(PublicKey key) throws IOException {
    if (key instanceof RSAPublicKey rsa
        && (rsa.getModulus().bitLength() > MAX_RSA_BITS
            || rsa.getPublicExponent().bitLength() > MAX_RSA_EXPONENT_BITS)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a certificate has an RSA key of %,d bits with an exponent of %,d,"
                  + " where at most %,d and %,d are accepted",
              rsa.getModulus().bitLength(),
              rsa.getPublicExponent().bitLength(),
              MAX_RSA_BITS,
              MAX_RSA_EXPONENT_BITS));
    }
  }

  private @Nullable TlsCredentials credentials(CertificateRequest request) throws IOException {
    TreeSet<String> types = new TreeSet<>();
    IntStream.range(0, request.getCertificateTypes().length)
        .forEach(i -> types.add(IanaNames.of(Kind.KEYTYPE, request.getCertificateTypes()[i])));
    List<Principal> issuers = new ArrayList<>();
    for (Object name : request.getCertificateAuthorities()) {
      issuers.add(new X500Principal(((X500Name) name).getEncoded()));
    }
    String alias =
        keys.chooseEngineClientAlias(
            types.toArray(String[]::new), issuers.toArray(Principal[]::new), null);
    return alias == null ? null : signer(request);
  }

  private TlsCredentials signer(CertificateRequest request) throws IOException {
    KeyIdentity identity = keys.identity();
    TlsCertificate[] chain = new TlsCertificate[identity.chain().size()];
    try {
      for (int i = 0; i < chain.length; i++) {
        chain[i] = crypto.createCertificate(identity.chain().get(i).getEncoded());
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("our certificate cannot be sent: " + e.getMessage(), e);
    }
    short algorithm =
        switch (identity.key().getAlgorithm()) {
          case "EC" -> SignatureAlgorithm.ecdsa;
          case "DSA" -> SignatureAlgorithm.dsa;
          default -> SignatureAlgorithm.rsa;
        };
    SignatureAndHashAlgorithm signature =
        TlsUtils.isTLSv12(context)
            ? TlsUtils.chooseSignatureAndHashAlgorithm(
                context, request.getSupportedSignatureAlgorithms(), algorithm)
            : null;
    return new JcaDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        identity.key(),
        new Certificate(chain),
        signature);
  }
}
