package org.echolot.tls.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.CertificateKit.Order;
import org.echolot.realpeers.Programs;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Reason;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same certificates before our judge and before {@code openssl verify -purpose sslserver}. Both
 * say the same but where it is said why not.
 */
// Once for the class: keys take long to make.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustOpensslTest {

  private static final Duration DAY = Duration.ofDays(1);

  /**
   * @param sent the peer's own first
   * @param trusted a PEM file of all that are trusted
   * @param differs why OpenSSL says the contrary; empty: it says the same
   */
  record Case(
      String name,
      List<X509Certificate> sent,
      Path own,
      Path untrusted,
      Path trusted,
      String host,
      Reason reason,
      String differs) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final CertificateKit kit;
  private final List<Case> cases = new ArrayList<>();

  TrustOpensslTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authorities();
    ownCertificate();
    limits();
    names();
  }

  private void add(String name, Reason reason, Made own, Made... trusted) {
    add(name, reason, "localhost", "", own, trusted);
  }

  private void differs(String why, String name, Reason reason, Made own, Made... trusted) {
    add(name, reason, "localhost", why, own, trusted);
  }

  private void add(
      String name, Reason reason, String host, String differs, Made own, Made... trusted) {
    List<X509Certificate> sent = new ArrayList<>(List.of(own.certificate()));
    for (Made next = own.issuer(); next != null && next.issuer() != null; next = next.issuer()) {
      sent.add(next.certificate());
    }
    List<Path> files = new ArrayList<>();
    for (Made one : trusted) {
      files.add(one.file());
    }
    int number = cases.size();
    cases.add(
        new Case(
            name,
            sent,
            own.file(),
            own.issuers() == null ? own.file() : own.issuers(),
            kit.joined("trusted" + number, files.toArray(Path[]::new)),
            host,
            reason,
            differs));
  }

  private Order authority(String name) {
    return kit.selfSigned(name).authority();
  }

  private static KeyUsage usage(int bits) {
    return new KeyUsage(bits);
  }

  private static ExtendedKeyUsage purpose(KeyPurposeId... purposes) {
    return new ExtendedKeyUsage(purposes);
  }

  private static NameConstraints permitting(GeneralName name) {
    return new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(name)}, null);
  }

  private static GeneralName dns(String name) {
    return new GeneralName(GeneralName.dNSName, name);
  }

  private void authorities() {
    Made root = kit.authority("Root");
    Made good = kit.issuedBy(root, "good").make();
    add("good", Reason.TRUSTED, good, root);
    add("stranger", Reason.CHAIN_INCOMPLETE, good, kit.authority("Another"));
    add("root of the same name", Reason.TRUSTED_HAS_OTHER_KEY, good, kit.authority("Root"));
    add("leaf as authority", Reason.TRUSTED_IS_NO_AUTHORITY, kit.issuedBy(good, "a").make(), good);
    Made device = kit.selfSigned("Device").make();
    add(
        "device as authority",
        Reason.TRUSTED_IS_NO_AUTHORITY,
        kit.issuedBy(device, "b").make(),
        device);
    Made crlOnly =
        authority("Signs CRLs alone").with(Extension.keyUsage, usage(KeyUsage.cRLSign)).make();
    add(
        "root without keyCertSign",
        Reason.TRUSTED_IS_NO_AUTHORITY,
        kit.issuedBy(crlOnly, "c").make(),
        crlOnly);
    Made old = oldRoot();
    add("root of version 1", Reason.TRUSTED, kit.issuedBy(old, "d").make(), old);
    Made between = kit.issuedBy(root, "Between").authority().make();
    add("intermediate", Reason.TRUSTED, kit.issuedBy(between, "e").make(), root);
    add(
        "intermediate of a stranger",
        Reason.NO_PATH,
        kit.issuedBy(between, "e3").make(),
        kit.authority("Another"));
    differs(
        "it wants the root too, unless -partial_chain is given; Java and Windows do not",
        "intermediate trusted without its root",
        Reason.TRUSTED,
        kit.issuedBy(between, "e2").make(),
        between);
    add("leaf between", Reason.ISSUER_MAY_NOT, kit.issuedBy(good, "f").make(), root);
    Made betweenCrl =
        kit.issuedBy(root, "Between CRL")
            .authority()
            .with(Extension.keyUsage, usage(KeyUsage.cRLSign))
            .make();
    add(
        "intermediate without keyCertSign",
        Reason.ISSUER_MAY_NOT,
        kit.issuedBy(betweenCrl, "g").make(),
        root);
    Made ended = authority("Ended").valid(DAY.multipliedBy(-9), DAY.negated()).make();
    add("ended root", Reason.TRUSTED_EXPIRED, kit.issuedBy(ended, "h").make(), ended);
    Made endedBetween =
        kit.issuedBy(root, "Ended between")
            .authority()
            .valid(DAY.multipliedBy(-9), DAY.negated())
            .make();
    add("ended intermediate", Reason.ISSUER_EXPIRED, kit.issuedBy(endedBetween, "i").make(), root);
  }

  private void ownCertificate() {
    Made root = kit.authority("Root of leaves");
    Order order = kit.issuedBy(root, "ended").valid(DAY.multipliedBy(-9), DAY.negated());
    add("ended", Reason.OWN_EXPIRED, order.make(), root);
    add(
        "not yet valid",
        Reason.BEGINS_LATER,
        kit.issuedBy(root, "young").valid(DAY.multipliedBy(9), DAY.multipliedBy(20)).make(),
        root);
    for (int bit :
        new int[] {KeyUsage.digitalSignature, KeyUsage.keyEncipherment, KeyUsage.keyAgreement}) {
      Made made = kit.issuedBy(root, "ku" + bit).with(Extension.keyUsage, usage(bit)).make();
      add("key usage " + bit, Reason.TRUSTED, made, root);
    }
    for (int bit : new int[] {KeyUsage.cRLSign, KeyUsage.nonRepudiation}) {
      Made made = kit.issuedBy(root, "ku" + bit).with(Extension.keyUsage, usage(bit)).make();
      add("key usage without TLS", Reason.NOT_FOR_SERVERS, made, root);
    }
    Made pinned = kit.selfSigned("pinned").with(Extension.keyUsage, usage(KeyUsage.cRLSign)).make();
    differs(
        "trusted itself, it needs nobody's leave; told as a warning",
        "pinned, key usage cRLSign",
        Reason.TRUSTED,
        pinned,
        pinned);
    Made device = kit.selfSigned("device").make();
    add("pinned", Reason.TRUSTED, device, device);
    add(
        "for clients",
        Reason.NOT_FOR_SERVERS,
        kit.issuedBy(root, "client").forClientsOnly().make(),
        root);
    Made server =
        kit.issuedBy(root, "server")
            .with(
                Extension.extendedKeyUsage,
                purpose(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth))
            .make();
    add("for servers and clients", Reason.TRUSTED, server, root);
    differs(
        "it does not count \"any\" for servers, where RFC 5280 4.2.1.12 does; told as a warning",
        "for anything",
        Reason.TRUSTED,
        kit.issuedBy(root, "any")
            .with(Extension.extendedKeyUsage, purpose(KeyPurposeId.anyExtendedKeyUsage))
            .make(),
        root);
    Made netscape =
        kit.issuedBy(root, "netscape")
            .with(
                MiscObjectIdentifiers.netscapeCertType,
                new DERBitString(new byte[] {(byte) 0x80}, 7))
            .make();
    add("Netscape client", Reason.NOT_FOR_SERVERS, netscape, root);
  }

  private void limits() {
    Made none =
        authority("No authority below")
            .with(Extension.basicConstraints, new BasicConstraints(0))
            .make();
    add("path length 0, none below", Reason.TRUSTED, kit.issuedBy(none, "a").make(), none);
    Made below = kit.issuedBy(none, "Below").authority().make();
    add("path length 0 of the root", Reason.ISSUER_MAY_NOT, kit.issuedBy(below, "b").make(), none);
    Made root = kit.authority("Root of limits");
    Made clients = kit.issuedBy(root, "Clients CA").authority().forClientsOnly().make();
    add("intermediate for clients", Reason.ISSUER_MAY_NOT, kit.issuedBy(clients, "c").make(), root);
    Made clientRoot = authority("Clients root").forClientsOnly().make();
    add(
        "root for clients",
        Reason.ISSUER_MAY_NOT,
        kit.issuedBy(clientRoot, "d").make(),
        clientRoot);
    Made zoo =
        authority("Zoo root")
            .with(Extension.nameConstraints, permitting(dns("zoo.example")))
            .make();
    add("outside of a root's names", Reason.ISSUER_MAY_NOT, kit.issuedBy(zoo, "e").make(), zoo);
    add(
        "within a root's names",
        Reason.TRUSTED,
        "ct.zoo.example",
        "",
        kit.issuedBy(zoo, "f").naming("ct.zoo.example").make(),
        zoo);
    Made zooBetween =
        kit.issuedBy(root, "Zoo between")
            .authority()
            .with(Extension.nameConstraints, permitting(dns("zoo.example")))
            .make();
    add(
        "outside of an intermediate's names",
        Reason.ISSUER_MAY_NOT,
        kit.issuedBy(zooBetween, "g").make(),
        root);
    Made excluding =
        authority("Excluding root")
            .with(
                Extension.nameConstraints,
                new NameConstraints(
                    null, new GeneralSubtree[] {new GeneralSubtree(dns("localhost"))}))
            .make();
    add(
        "a name that a root excludes",
        Reason.ISSUER_MAY_NOT,
        kit.issuedBy(excluding, "h").make(),
        excluding);
    Made hospital =
        authority("Hospital root")
            .with(
                Extension.nameConstraints, permitting(new GeneralName(new X500Name("O=Hospital"))))
            .make();
    add(
        "a subject outside of a root's",
        Reason.ISSUER_MAY_NOT,
        kit.issuedBy(hospital, "i").make(),
        hospital);
    differs(
        "it lets a common name stand for a host that no limit to names was held against",
        "common name past an authority's names",
        Reason.NO_HOST,
        kit.issuedBy(zooBetween, "localhost").naming().make(),
        root);
    add(
        "common name with dots outside of an authority's names",
        Reason.NO_HOST,
        "pacs.example",
        "",
        kit.issuedBy(zooBetween, "pacs.example").naming().make(),
        root);
  }

  private void names() {
    Made root = kit.authority("Root of names");
    Made plain = kit.issuedBy(root, "localhost").naming().make();
    add("common name alone", Reason.TRUSTED, plain, root);
    Made other = kit.issuedBy(root, "localhost").naming("pacs.example").make();
    add("common name beside another name", Reason.OTHER_HOST, other, root);
    Made email =
        kit.issuedBy(root, "localhost")
            .with(
                Extension.subjectAlternativeName,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "it@pacs.example")))
            .make();
    add("common name beside an e-mail address", Reason.TRUSTED, email, root);
    Made address = kit.issuedBy(root, "localhost").naming("127.0.0.1").make();
    add("common name beside an address", Reason.TRUSTED, address, root);
    add("address", Reason.TRUSTED, "127.0.0.1", "", address, root);
    Made asName =
        kit.issuedBy(root, "x")
            .with(Extension.subjectAlternativeName, new GeneralNames(dns("127.0.0.1")))
            .make();
    add("address as a DNS name", Reason.NO_HOST, "127.0.0.1", "", asName, root);
    Made wild = kit.issuedBy(root, "x").naming("*.lan.example").make();
    add("wildcard", Reason.TRUSTED, "ct.lan.example", "", wild, root);
    add("wildcard over two labels", Reason.OTHER_HOST, "a.ct.lan.example", "", wild, root);
    Made addressAsCommonName = kit.issuedBy(root, "127.0.0.1").naming().make();
    add(
        "address as a common name",
        Reason.TRUSTED,
        "127.0.0.1",
        "it does not compare addresses with common names; told as a warning",
        addressAsCommonName,
        root);
  }

  private Made oldRoot() {
    Made made = kit.authority("Old root");
    try {
      X500Name name = new X500Name("CN=Old root");
      X509Certificate old =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v1CertificateBuilder(
                          name,
                          BigInteger.ONE,
                          Date.from(Instant.now().minus(DAY)),
                          Date.from(Instant.now().plus(DAY)),
                          name,
                          made.pair().getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA")
                              .build(made.pair().getPrivate())));
      return kit.written("old-root.pem", old, made);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  List<Case> cases() {
    return cases;
  }

  private static TrustVerdict judged(Case one, TlsProfile profile, List<X509Certificate> trusted) {
    TlsSettings settings = new TlsSettings(one.trusted(), null, null, null, true, null, profile);
    return new TrustJudge(settings, one.host(), trusted, Instant.now()).judge(one.sent());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void judgesAsItIsExpectedTo(Case one) {
    List<X509Certificate> trusted = CertificateKit.read(one.trusted());

    for (TlsProfile profile : List.of(TlsProfile.RUNTIME, TlsProfile.LEGACY)) {
      TrustVerdict verdict = judged(one, profile, trusted);
      assertThat(verdict.reason()).as("%s %s", profile, verdict.text()).isEqualTo(one.reason());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void opensslSaysTheSameButWhereItIsSaidWhyNot(Case one) throws Exception {
    boolean here = one.reason() == Reason.TRUSTED;
    String said = opensslSays(one);

    assertThat(said.contains(": OK")).as("%s", said).isEqualTo(one.differs().isEmpty() == here);
  }

  /** What it differs in on our part is at least told. */
  @ParameterizedTest
  @MethodSource("cases")
  void whatOpensslRefusesAndWeTrustComesWithACaution(Case one) {
    if (one.reason() == Reason.TRUSTED && one.differs().contains("told as a warning")) {
      TrustVerdict verdict = judged(one, TlsProfile.RUNTIME, CertificateKit.read(one.trusted()));

      assertThat(verdict.cautions()).isNotEmpty();
    }
  }

  private static String opensslSays(Case one) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Programs.find("openssl", "openssl").toString(),
                "verify",
                "-purpose",
                "sslserver",
                "-no-CApath",
                "-no-CAstore",
                "-CAfile",
                one.trusted().toString(),
                "-untrusted",
                one.untrusted().toString(),
                HostNames.isAddress(one.host()) ? "-verify_ip" : "-verify_hostname",
                one.host(),
                one.own().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int _ = process.waitFor();
    return said;
  }
}
