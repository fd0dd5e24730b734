package org.echolot.realpeers;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes certificates of every kind, good and bad, as PEM files in one folder. Keys are made once
 * for each kind, which is what takes time.
 */
public final class CertificateKit {

  /** The names that everything answers to that listens on loopback. */
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

  private static final List<ASN1ObjectIdentifier> CRITICAL =
      List.of(Extension.basicConstraints, Extension.keyUsage, Extension.nameConstraints);

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private int count;

  public CertificateKit(Path folder) {
    this.folder = folder;
  }

  /**
   * A certificate with its key.
   *
   * @param key PKCS#8 without a password
   * @param file the certificate alone
   * @param issuers the certificates of its issuers, without the last; null: there are none
   */
  public record Made(
      X509Certificate certificate,
      KeyPair pair,
      Path file,
      Path key,
      @Nullable Path issuers,
      @Nullable Made issuer) {

    /** A context for a server that shows it, and trusts every client. */
    public SSLContext asServer() {
      try {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
            "own", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new TrustingAll()}, null);
        return context;
      } catch (GeneralSecurityException | IOException e) {
        throw new AssertionError(e);
      }
    }

    /** For what takes a pair of files. */
    public TlsKey asTlsKey() {
      return new TlsKey(key, file);
    }
  }

  /** Takes every client, of which no test is afraid. */
  private static final class TrustingAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /** What a certificate is to be like; a good one for a server on this computer where not said. */
  public final class Order {

    private final String name;
    private final @Nullable Made issuer;
    private List<String> hosts = LOCAL;
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = Instant.now().plus(Duration.ofDays(90));
    private String algorithm = "EC";
    private int bits = 256;
    private String signature = "SHA256with";
    private boolean authority;
    private @Nullable KeyPair ofKey;
    private final Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();

    private Order(String name, @Nullable Made issuer) {
      this.name = name;
      this.issuer = issuer;
    }

    /** The names it has beside its common name; none: no such extension. */
    public Order naming(String... names) {
      hosts = List.of(names);
      return this;
    }

    public Order valid(Duration fromNow, Duration untilNow) {
      from = Instant.now().plus(fromNow);
      to = Instant.now().plus(untilNow);
      return this;
    }

    public Order rsa(int size) {
      algorithm = "RSA";
      bits = size;
      return this;
    }

    public Order ec(int size) {
      algorithm = "EC";
      bits = size;
      return this;
    }

    /** {@code SHA1} for example. */
    public Order signedBy(String digest) {
      signature = digest + "with";
      return this;
    }

    public Order authority() {
      authority = true;
      hosts = List.of();
      return this;
    }

    public Order forClientsOnly() {
      return with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }

    /** An extension more, or in place of the one that it would have. */
    public Order with(ASN1ObjectIdentifier extension, ASN1Encodable value) {
      extensions.put(extension, value);
      return this;
    }

    /** Those that are not of RFC 5280 are, too: whoever does not know them has to refuse. */
    private static boolean isCritical(ASN1ObjectIdentifier extension) {
      return CRITICAL.contains(extension) || extension.getId().startsWith("1.3.6.1.4.1.99999.");
    }

    private KeyPair newPair() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    }

    public Made make() {
      try {
        return build();
      } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
        throw new AssertionError("no certificate for " + name, e);
      }
    }

    private Made build() throws GeneralSecurityException, IOException, OperatorCreationException {
      KeyPair pair = ofKey == null ? newPair() : ofKey;
      KeyPair signer = issuer == null ? pair : issuer.pair();
      X500Name subject = new X500Name("CN=" + name);
      X500Name by =
          issuer == null
              ? subject
              : X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
      var builder =
          new JcaX509v3CertificateBuilder(
              by,
              new BigInteger(63, random).add(BigInteger.ONE),
              Date.from(from),
              Date.from(to),
              subject,
              pair.getPublic());
      extensions.putIfAbsent(Extension.basicConstraints, new BasicConstraints(authority));
      if (!hosts.isEmpty()) {
        extensions.putIfAbsent(
            Extension.subjectAlternativeName,
            new GeneralNames(
                hosts.stream().map(CertificateKit::nameOf).toArray(GeneralName[]::new)));
      }
      for (var extension : extensions.entrySet()) {
        builder.addExtension(
            extension.getKey(), isCritical(extension.getKey()), extension.getValue());
      }
      String by2 = signer.getPrivate().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(signature + by2).build(signer.getPrivate())));
      return write(certificate, pair);
    }

    private Made write(X509Certificate certificate, KeyPair pair) throws IOException {
      String base = ++count + "-" + name.replaceAll("\\W+", "-");
      Path file = Files.writeString(folder.resolve(base + ".pem"), pem(certificate));
      Path key =
          Files.writeString(
              folder.resolve(base + ".key.pem"),
              pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
      List<Object> between = new ArrayList<>();
      for (Made next = issuer; next != null && next.issuer() != null; next = next.issuer()) {
        between.add(next.certificate());
      }
      Path issuers =
          between.isEmpty()
              ? null
              : Files.writeString(folder.resolve(base + ".issuers.pem"), pem(between.toArray()));
      return new Made(certificate, pair, file, key, issuers, issuer);
    }
  }

  private static GeneralName nameOf(String host) {
    try {
      return host.matches("[0-9.]+|.*:.*")
          ? new GeneralName(GeneralName.iPAddress, InetAddress.ofLiteral(host).getHostAddress())
          : new GeneralName(GeneralName.dNSName, host);
    } catch (IllegalArgumentException e) {
      throw new AssertionError(host, e);
    }
  }

  private static String pem(Object... objects) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(object);
      }
    }
    return text.toString();
  }

  /** A certificate that signs itself. */
  public Order selfSigned(String name) {
    return new Order(name, null);
  }

  /** A certificate authority that everything may be issued by. */
  public Made authority(String name) {
    return selfSigned(name).authority().make();
  }

  /** The certificate of an authority of the same name and key with other dates. */
  public Made again(Made authority, Duration fromNow, Duration untilNow) {
    String name = authority.certificate().getSubjectX500Principal().getName().substring(3);
    Order order = selfSigned(name).authority().valid(fromNow, untilNow);
    order.ofKey = authority.pair();
    return order.make();
  }

  public Order issuedBy(Made issuer, String name) {
    return new Order(name, issuer);
  }

  /** A certificate that was made elsewhere, with the key of {@code other}. */
  public Made written(String name, X509Certificate certificate, Made other) {
    try {
      Path file = Files.writeString(folder.resolve(name), pem(certificate));
      return new Made(certificate, other.pair(), file, other.key(), null, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All certificates of a PEM file. */
  public static List<X509Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | CertificateException e) {
      throw new AssertionError(e);
    }
  }

  /** All the files one behind the other. */
  public Path joined(String name, Path... files) {
    try {
      StringBuilder text = new StringBuilder();
      for (Path file : files) {
        text.append(Files.readString(file));
      }
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A file of this folder that {@code openssl} makes; {@code OUT} stands for its path. */
  public Path openssl(String name, String... arguments) {
    Path out = folder.resolve(name);
    List<String> command =
        Stream.concat(
                Stream.of(Programs.find("openssl", "openssl").toString()),
                Arrays.stream(arguments).map(word -> word.equals("OUT") ? out.toString() : word))
            .toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + said);
      }
      return out;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
