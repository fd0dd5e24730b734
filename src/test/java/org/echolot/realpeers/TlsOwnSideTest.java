package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.CertificateKit.Order;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in our own hands is looked at before a peer is blamed; against OpenSSL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsOwnSideTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final CertificateKit kit;
  private final Made authority;
  private final Made server;
  private final Caller caller = new Caller();

  TlsOwnSideTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "server").rsa(2048).make();
  }

  private TlsSettings settings(Path trusted, Made own, TlsProfile profile) {
    return new TlsSettings(trusted, null, own.file(), own.key(), true, null, profile);
  }

  private static TlsSettings trusting(Made trusted, TlsProfile profile) {
    return new TlsSettings(trusted.file(), null, null, null, true, null, profile);
  }

  private CheckResult check(Made shown, TlsSettings settings, String... options) {
    try (RealPeer peer = OpensslServer.start(shown, options)) {
      return caller.check(peer.port(), settings, "127.0.0.1", CheckListener.NONE);
    }
  }

  private CheckResult checkTlsAlone(Made shown, TlsSettings settings, String... options) {
    try (RealPeer peer = OpensslServer.start(shown, options)) {
      return caller.checkTlsAlone(peer.port(), settings, "127.0.0.1");
    }
  }

  private String[] requiring(String version, Made trusted) {
    return new String[] {
      version, "-Verify", "3", "-verify_return_error", "-CAfile", trusted.file().toString()
    };
  }

  private Order client() {
    return kit.issuedBy(authority, "our client").naming();
  }

  private Made endedClient() {
    return client().valid(DAY.multipliedBy(-9), DAY.negated()).make();
  }

  private static void assertOurMove(CheckResult result, String summary, String step) {
    assertThat(result.cause()).as("%s", result).isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
    assertThat(result.move()).isEqualTo(Move.OURS);
    assertThat(result.summary()).contains(summary);
    assertThat(result.advice()).first().asString().contains(step);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void ourClientCertificateHasExpired(String version) {
    assertOurMove(
        check(
            server,
            settings(authority.file(), endedClient(), TlsProfile.RUNTIME),
            requiring(version, authority)),
        "our client certificate CN=our client expired on ",
        "Renew the certificate");
  }

  /** Java reads no such certificate; that is no question of profiles or of age. */
  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void aCertificateThatNamesNobodyIsToldAsOneThatCannotBeRead(String version, @TempDir Path folder)
      throws Exception {
    TlsKey nameless = TlsKey.namelessIn(folder);
    Made shown =
        new Made(
            server.certificate(),
            server.pair(),
            nameless.certificate(),
            nameless.privateKey(),
            null,
            null);

    CheckResult result = check(shown, trusting(authority, TlsProfile.RUNTIME), version);

    assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_FAILED);
    assertThat(result.summary()).contains("Java cannot read the peer's certificate");
    assertThat(result.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(result.advice()).noneMatch(step -> step.contains("legacy"));
  }

  /** In TLS 1.3 the refusal comes after a handshake that ended well. */
  @Test
  void whatThePeerRefusesIsNotSaidToBeAcceptedByIt() {
    CheckResult result =
        check(
            server,
            settings(authority.file(), endedClient(), TlsProfile.RUNTIME),
            requiring("-tls1_3", authority));

    assertThat(result.warning(Warning.Code.CLIENT_CERTIFICATE_FAULTY)).as("%s", result).isEmpty();
  }

  @Test
  void ourClientCertificateHasExpiredAndTheProfileIsTheOldOne() {
    assertOurMove(
        check(
            server,
            settings(authority.file(), endedClient(), TlsProfile.LEGACY),
            requiring("-tls1_2", authority)),
        "our client certificate CN=our client expired on ",
        "Renew the certificate");
  }

  @Test
  void ourClientCertificateIsNotValidYet() {
    Made young = client().valid(DAY.multipliedBy(9), DAY.multipliedBy(90)).make();

    assertOurMove(
        check(
            server,
            settings(authority.file(), young, TlsProfile.RUNTIME),
            requiring("-tls1_3", authority)),
        "our client certificate CN=our client is not valid before ",
        "Check this computer's date");
  }

  @Test
  void ourClientCertificateIsForServers() {
    Made wrong =
        client()
            .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .make();

    assertOurMove(
        check(
            server,
            settings(authority.file(), wrong, TlsProfile.RUNTIME),
            requiring("-tls1_3", authority)),
        "is not for clients: its extended key usage is server authentication",
        "client authentication");
  }

  /** What a peer accepts that it had reasons to refuse is a warning. */
  @Test
  void aLenientPeerAcceptsAnExpiredClientCertificate() {
    CheckResult result =
        checkTlsAlone(
            server,
            settings(authority.file(), endedClient(), TlsProfile.RUNTIME),
            "-tls1_2",
            "-verify",
            "3",
            "-CAfile",
            authority.file().toString());

    assertThat(result.cause()).as("%s", result).isNull();
    assertThat(result.warning(Warning.Code.CLIENT_CERTIFICATE_FAULTY).orElseThrow().text())
        .contains("our client certificate CN=our client expired on ");
  }

  @Test
  void thePeerKnowsNoAuthorityAndOurFileLacksTheOneBetween() {
    Made between = kit.issuedBy(authority, "Between").authority().make();
    Made own = kit.issuedBy(between, "own").naming().make();

    CheckResult result =
        check(
            server,
            settings(authority.file(), own, TlsProfile.RUNTIME),
            requiring("-tls1_3", authority));

    assertThat(result.summary())
        .contains("does not know CN=Between, which issued our certificate CN=own");
    assertThat(result.advice())
        .anyMatch(
            step -> step.contains("Add the certificate of CN=Between to the file of our client"));
  }

  @Test
  void aRootOfOursHasExpired() {
    Made ended =
        kit.selfSigned("Ended CA").authority().valid(DAY.multipliedBy(-9), DAY.negated()).make();
    Made young = kit.issuedBy(ended, "young").make();

    CheckResult result = check(young, trusting(ended, TlsProfile.RUNTIME));

    assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_EXPIRED);
    assertThat(result.move()).isEqualTo(Move.OURS);
    assertThat(result.summary()).contains("one that we trust, CN=Ended CA expired on ");
    assertThat(result.advice())
        .first()
        .asString()
        .contains("Get the authority's current certificate");
  }

  @Test
  void anIntermediateThatThePeerSendsHasExpired() {
    Made between =
        kit.issuedBy(authority, "Between")
            .authority()
            .valid(DAY.multipliedBy(-9), DAY.negated())
            .make();

    CheckResult result =
        check(kit.issuedBy(between, "young").make(), trusting(authority, TlsProfile.RUNTIME));

    assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_EXPIRED);
    assertThat(result.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(result.summary()).contains("an intermediate certificate").contains("CN=Between");
  }

  @Test
  void aRootOfOursThatEndsSoonIsToldAsOne() {
    Made soon =
        kit.selfSigned("Soon CA").authority().valid(DAY.negated(), DAY.multipliedBy(9)).make();

    CheckResult result =
        checkTlsAlone(kit.issuedBy(soon, "long").make(), trusting(soon, TlsProfile.RUNTIME));

    assertThat(result.warning(Warning.Code.CERTIFICATE_EXPIRES_SOON).orElseThrow().text())
        .startsWith(
            "The trusted certificate \"Soon CA\", which leads to the peer's, is valid from");
  }

  @Test
  void aRenewedRootBesideAnEndedOneIsTrustedWithAWarning() {
    Made root = kit.selfSigned("Renewed CA").authority().make();
    Made ended = kit.again(root, DAY.multipliedBy(-9), DAY.negated());
    Made leaf = kit.issuedBy(root, "leaf").make();
    Path both = kit.joined("both.pem", ended.file(), root.file());

    CheckResult result =
        checkTlsAlone(
            leaf, new TlsSettings(both, null, null, null, true, null, TlsProfile.RUNTIME));

    assertThat(result.cause()).as("%s", result).isNull();
    assertThat(result.warning(Warning.Code.CERTIFICATE_REFUSED_ELSEWHERE).orElseThrow().text())
        .contains("One of the trusted certificates has expired");
  }

  @Test
  void aCertificateThatBeginsInYearsIsItsAdministratorsMove() {
    Made later =
        kit.issuedBy(authority, "later")
            .valid(DAY.multipliedBy(4000), DAY.multipliedBy(5000))
            .make();

    CheckResult result = check(later, trusting(authority, TlsProfile.RUNTIME));

    assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_NOT_YET_VALID);
    assertThat(result.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(result.advice()).first().asString().startsWith("Ask the peer's administrator");
  }

  @Test
  void aCertificateThatBeginsWithinHoursIsAClocks() {
    Made soon =
        kit.issuedBy(authority, "soon").valid(Duration.ofHours(2), DAY.multipliedBy(90)).make();

    CheckResult result = check(soon, trusting(authority, TlsProfile.RUNTIME));

    assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_NOT_YET_VALID);
    assertThat(result.move()).isEqualTo(Move.OURS);
    assertThat(result.advice()).first().asString().startsWith("Check this computer's clock");
  }

  /** No profile that is in use already is advised, and no version that is not at fault. */
  @ParameterizedTest
  @EnumSource
  void onlySuitesWithoutForwardSecrecy(TlsProfile profile) {
    CheckResult result =
        checkTlsAlone(
            server, trusting(authority, profile), "-tls1_2", "-cipher", "AES128-SHA@SECLEVEL=0");

    if (profile == TlsProfile.LEGACY) {
      assertThat(result.cause()).as("%s", result).isNull();
      return;
    }
    assertThat(result.cause()).isEqualTo(Cause.TLS_NO_COMMON_PROTOCOL);
    List<String> advised = new ArrayList<>();
    for (TlsProfile each : TlsProfile.values()) {
      if (result.advice().stream()
          .anyMatch(step -> step.contains("rofile \"" + each.word() + "\""))) {
        advised.add(each.word());
      }
    }
    assertThat(advised).contains("legacy").doesNotContain(profile.word());
    assertThat(result.advice()).noneMatch(step -> step.contains("turn on TLS 1.2"));
    assertThat(result.advice()).anyMatch(step -> step.contains("TLS_RSA_WITH_AES_128_CBC_SHA"));
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void aKeyThatIsNotForTlsIsRefusedByName(TlsProfile profile) {
    Made odd =
        kit.issuedBy(authority, "odd")
            .rsa(2048)
            .with(Extension.keyUsage, new KeyUsage(KeyUsage.cRLSign))
            .make();

    CheckResult result = check(odd, trusting(authority, profile), "-tls1_2");

    assertThat(result.cause()).isEqualTo(Cause.TLS_FAILED);
    assertThat(result.summary()).contains("may not be used for TLS: its key usage is cRLSign");
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void aKeyThatIsNotForTlsAndIsTrustedItselfIsGreenWithAWarning(TlsProfile profile) {
    Made odd =
        kit.selfSigned("odd")
            .rsa(2048)
            .with(Extension.keyUsage, new KeyUsage(KeyUsage.cRLSign))
            .make();

    CheckResult result = checkTlsAlone(odd, trusting(odd, profile), "-tls1_2");

    assertThat(result.cause()).as("%s", result).isNull();
    assertThat(result.warning(Warning.Code.CERTIFICATE_REFUSED_ELSEWHERE).orElseThrow().text())
        .contains("its key usage is cRLSign");
  }
}
