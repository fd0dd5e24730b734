package org.echolot.tls.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a chain is said with the name of the certificate that it is about. */
class ChainFaultsTest {

  @TempDir private Path folder;

  private CertificateKit kit;
  private Made root;
  private Made between;
  private Made own;

  @BeforeEach
  void make() {
    kit = new CertificateKit(folder);
    root = kit.authority("Root");
    between = kit.issuedBy(root, "Between").authority().make();
    own = kit.issuedBy(between, "own").make();
  }

  private TrustVerdict judge(Made trusted, Made... sent) {
    return judge(null, trusted, sent);
  }

  private static TrustVerdict judge(@Nullable String fingerprint, Made trusted, Made... sent) {
    TlsSettings settings =
        new TlsSettings(null, fingerprint, null, null, true, null, TlsProfile.RUNTIME);
    List<X509Certificate> chain = List.of(sent).stream().map(Made::certificate).toList();
    return new TrustJudge(settings, "localhost", List.of(trusted.certificate()), Instant.now())
        .judge(chain);
  }

  @Test
  void aCertificateThatWasSentAloneIsAnIncompleteChain() {
    TrustVerdict verdict = judge(root, own);

    assertThat(verdict.reason()).isEqualTo(Reason.CHAIN_INCOMPLETE);
    assertThat(verdict.text())
        .isEqualTo(
            "CN=Between, which signed CN=own, is not among the trusted certificates, and the peer"
                + " sent only its own certificate");
  }

  @Test
  void aCriticalExtensionThatNobodyKnowsIsNamedByItsNumber() {
    Made odd =
        kit.issuedBy(root, "odd")
            .with(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.7"), DERNull.INSTANCE)
            .make();

    TrustVerdict verdict = judge(root, odd);

    assertThat(verdict.reason()).isEqualTo(Reason.CRITICAL_EXTENSION);
    assertThat(verdict.text()).isEqualTo("CN=odd has the critical extension 1.3.6.1.4.1.99999.7");
    assertThat(linesOf(odd))
        .contains(
            new CertificateFacts.Line(
                "Critical extensions that Echolot does not know", "1.3.6.1.4.1.99999.7"));
    assertThat(linesOf(own)).noneMatch(line -> line.name().contains("Critical"));
  }

  private static List<CertificateFacts.Line> linesOf(Made sent) {
    return TlsFacts.of(Handshakes.untrusted(sent.certificate()), Instant.now()).stream()
        .filter(section -> section.title().startsWith("Certificate 1"))
        .flatMap(section -> section.lines().stream())
        .toList();
  }

  @Test
  void anotherIntermediateInThePlaceOfTheRightOneIsNamed() {
    Made other = kit.issuedBy(root, "Other").authority().make();
    Made namesake = kit.issuedBy(root, "Between").authority().make();

    assertThat(judge(root, own, other).reason()).isEqualTo(Reason.WRONG_INTERMEDIATE);
    assertThat(judge(root, own, other).text()).endsWith("and the peer sent CN=Other instead");
    assertThat(judge(root, own, namesake).text())
        .endsWith("and the peer sent CN=Between with another key than it was signed with");
  }

  @Test
  void anotherCertificateThanTheOneThatIsTrustedByItsFingerprintIsNotToldAsAMissingAuthority() {
    TrustVerdict verdict = judge("ab".repeat(32), kit.authority("Another"), own, between);

    assertThat(verdict.reason()).isEqualTo(Reason.OTHER_FINGERPRINT);
    assertThat(verdict.text())
        .contains("CN=own does not have the trusted fingerprint")
        .contains("AB:AB");
  }

  @Test
  void aSelfSignedCertificateThatWasReplacedIsNotToldAsAnAuthoritys() {
    Made old = kit.selfSigned("Device").make();
    Made renewed = kit.again(old, Duration.ofDays(-1), Duration.ofDays(400));

    assertThat(judge(old, kit.selfSigned("Device").make()).reason())
        .isEqualTo(Reason.OTHER_CERTIFICATE);
    assertThat(judge(old, kit.selfSigned("Device").make()).text()).endsWith("with another key");
    assertThat(judge(old, renewed).reason()).isEqualTo(Reason.OTHER_CERTIFICATE);
    assertThat(judge(old, renewed).text()).endsWith("with the same key");
  }

  @Test
  void whichCertificateIsNotYetValidDecidesWhoHasToAct() {
    Duration month = Duration.ofDays(30);
    Made early = kit.issuedBy(root, "Early").authority().valid(month, month.multipliedBy(9)).make();
    Made earlyRoot =
        kit.selfSigned("Early root").authority().valid(month, month.multipliedBy(9)).make();

    assertThat(judge(root, kit.issuedBy(early, "a").make(), early).reason())
        .isEqualTo(Reason.ISSUER_BEGINS_LATER);
    assertThat(judge(earlyRoot, kit.issuedBy(earlyRoot, "b").make()).reason())
        .isEqualTo(Reason.TRUSTED_BEGINS_LATER);
  }

  @Test
  void aWrongOrderAndAMissingIntermediateAreWorthACaution() {
    assertThat(judge(root, own, root, between).cautions())
        .anyMatch(caution -> caution.contains("wrong order: CN=Root follows CN=own"));
    assertThat(judge(between, own).cautions())
        .anyMatch(caution -> caution.contains("does not send the certificate of CN=Between"));
    assertThat(judge(root, own, between, root).cautions()).isEmpty();
  }

  /** OpenSSL and others look at the key of what they trust, too. */
  @Test
  void aWeakTrustedAuthorityIsWorthACaution() {
    Made weak = kit.selfSigned("Weak").authority().rsa(1024).make();

    assertThat(judge(weak, kit.issuedBy(weak, "d").make()).cautions())
        .anyMatch(caution -> caution.contains("CN=Weak has a key of RSA 1024 bits"));
  }

  @Test
  void aNameThatAnAuthorityMayNotIssueForIsNamedWithItsLimits() {
    Made limited =
        kit.issuedBy(root, "Limited")
            .authority()
            .with(
                Extension.nameConstraints,
                new NameConstraints(
                    new GeneralSubtree[] {
                      new GeneralSubtree(new GeneralName(GeneralName.dNSName, "hospital.example"))
                    },
                    new GeneralSubtree[] {
                      new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"))
                    }))
            .make();

    TrustVerdict verdict = judge(root, kit.issuedBy(limited, "c").make(), limited);

    assertThat(verdict.reason()).isEqualTo(Reason.ISSUER_MAY_NOT);
    assertThat(verdict.text())
        .isEqualTo(
            "CN=Limited may not issue for DNS:localhost: its name constraints permit only"
                + " DNS:hospital.example; exclude IP:10.0.0.0/8");
  }

  @Test
  void aCertificateWithoutASubjectIsCalledByWhatElseItHas() {
    CertificateFacts nameless = CertificateFacts.of(Certificates.one("nameless"));

    assertThat(nameless.subject()).isEmpty();
    assertThat(nameless.calledSubject()).startsWith("a certificate without a subject (");
  }
}
