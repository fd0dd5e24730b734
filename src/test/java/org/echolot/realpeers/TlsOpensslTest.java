package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The TLS stage of our check against OpenSSL, which can be odd in every way that one asks for. */
class TlsOpensslTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** What lets OpenSSL use what it has switched off by itself. */
  private static final String ANYTHING = "DEFAULT:ALL@SECLEVEL=0";

  private final CertificateKit kit;
  private final Made authority;
  private final Made server;
  private final Made client;
  private final Caller caller = new Caller();

  TlsOpensslTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "server").make();
    client = kit.issuedBy(authority, "our client").naming().make();
  }

  private TlsSettings trusting() {
    return trusting(TlsProfile.RUNTIME);
  }

  private TlsSettings trusting(TlsProfile profile) {
    return new TlsSettings(authority.file(), null, null, null, true, null, profile);
  }

  private TlsSettings showing(Made own) {
    return new TlsSettings(
        authority.file(), null, own.file(), own.key(), true, null, TlsProfile.RUNTIME);
  }

  private CheckResult check(Made shown, TlsSettings settings, String... options) {
    return checkAs("127.0.0.1", shown, settings, options);
  }

  private CheckResult checkAs(String host, Made shown, TlsSettings settings, String... options) {
    try (RealPeer peer = OpensslServer.start(shown, options)) {
      return caller.check(peer.port(), settings, host, CheckListener.NONE);
    }
  }

  /** It speaks no DICOM: what comes behind TLS is left out. */
  private TlsReport well(Made shown, TlsSettings settings, String... options) {
    return wellAs("127.0.0.1", shown, settings, options);
  }

  private TlsReport wellAs(String host, Made shown, TlsSettings settings, String... options) {
    try (RealPeer peer = OpensslServer.start(shown, options)) {
      return assertTlsWasWell(caller.checkTlsAlone(peer.port(), settings, host));
    }
  }

  private static void assertFailed(CheckResult result, Cause cause, String saying) {
    assertThat(result.cause()).as("%s", result).isEqualTo(cause);
    assertThat(result.stage()).isEqualTo(CheckStage.TLS);
    assertThat(result.stage(CheckStage.TLS).state()).isEqualTo(StageState.FAILED);
    assertThat(result.stage(CheckStage.ASSOCIATE).state()).isEqualTo(StageState.SKIPPED);
    assertThat(result.summary()).contains(saying);
  }

  private static TlsReport assertTlsWasWell(CheckResult result) {
    assertThat(result.stage(CheckStage.TLS).state()).as("%s", result).isEqualTo(StageState.OK);
    return Objects.requireNonNull(result.tls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void agreesOnTheVersionThatThePeerHas(String option) {
    TlsReport tls = well(server, trusting(), option);

    assertThat(tls.protocol()).isEqualTo(option.equals("-tls1_2") ? "TLSv1.2" : "TLSv1.3");
    assertThat(tls.keyExchange()).isNotNull();
    assertThat(tls.chain()).containsExactly(server.certificate());
    assertThat(tls.offered().protocols()).containsExactly("TLSv1.3", "TLSv1.2");
    assertThat(tls.offered().cipherSuites()).contains("TLS_AES_256_GCM_SHA384");
    assertThat(tls.offered().groups()).contains("x25519");
    assertThat(tls.offered().signatureSchemes()).contains("ecdsa_secp256r1_sha256");
    assertThat(tls.switchedOff()).contains("TLSv1", "TLSv1.1");
    assertThat(tls.profileVerdict().known()).isTrue();
    assertThat(tls.profileVerdict().bcp195()).isEmpty();
    assertThat(tls.profileVerdict().modifiedBcp195()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void missesOurCertificate(String version) {
    CheckResult result =
        check(
            server,
            trusting(),
            version,
            "-Verify",
            "2",
            "-verify_return_error",
            "-CAfile",
            authority.file().toString());

    assertFailed(result, Cause.CLIENT_CERTIFICATE_REQUIRED, "none is set");
    TlsReport.ClientCertificateRequest asked =
        Objects.requireNonNull(Objects.requireNonNull(result.tls()).clientCertificateRequest());
    assertThat(asked.acceptedIssuers()).containsExactly("CN=Test CA");
    assertThat(asked.keyTypes()).isNotEmpty();
    assertThat(String.join(" ", result.advice())).contains("CN=Test CA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void takesOurCertificate(String version) {
    TlsReport tls =
        well(
            server,
            showing(client),
            version,
            "-Verify",
            "2",
            "-verify_return_error",
            "-CAfile",
            authority.file().toString());

    assertThat(tls.sentChain()).containsExactly(client.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void refusesOurCertificate(String version) {
    Made stranger = kit.selfSigned("stranger").naming().make();

    assertFailed(
        check(
            server,
            showing(stranger),
            version,
            "-Verify",
            "2",
            "-verify_return_error",
            "-CAfile",
            authority.file().toString()),
        Cause.CLIENT_CERTIFICATE_REQUIRED,
        "does not know any authority to which our certificate CN=stranger leads");
  }

  @Test
  void untrusted() {
    Made other = kit.issuedBy(kit.authority("Another CA"), "server").make();

    CheckResult result = check(other, trusting());

    assertFailed(result, Cause.CERTIFICATE_UNTRUSTED, "CN=Another CA");
    TlsReport tls = Objects.requireNonNull(result.tls());
    assertThat(tls.chain()).containsExactly(other.certificate());
    assertThat(tls.protocol()).isEqualTo("TLSv1.3");
    assertThat(Objects.requireNonNull(tls.trust()).kind()).isEqualTo(TrustVerdict.Kind.UNTRUSTED);
  }

  @Test
  void selfSignedAndTrustedByItsFingerprint() {
    Made own = kit.selfSigned("device").make();

    assertFailed(
        check(own, trusting()), Cause.CERTIFICATE_UNTRUSTED, "it is self-signed (CN=device)");
    well(
        own,
        new TlsSettings(
            null,
            CertificateFacts.fingerprintOf(own.certificate()),
            null,
            null,
            true,
            null,
            TlsProfile.RUNTIME));
    well(own, new TlsSettings(own.file(), null, null, null, true, null, TlsProfile.RUNTIME));
  }

  @Test
  void expired() {
    Made old = kit.issuedBy(authority, "old").valid(DAY.multipliedBy(-9), DAY.negated()).make();

    assertFailed(check(old, trusting()), Cause.CERTIFICATE_EXPIRED, "CN=old");
  }

  @Test
  void expiredAuthority() {
    Made old =
        kit.selfSigned("old CA").authority().valid(DAY.multipliedBy(-9), DAY.negated()).make();
    Made young = kit.issuedBy(old, "young").make();

    assertFailed(
        check(young, new TlsSettings(old.file(), null, null, null, true, null, TlsProfile.RUNTIME)),
        Cause.CERTIFICATE_EXPIRED,
        "CN=old CA");
  }

  @Test
  void notYetValid() {
    Made young = kit.issuedBy(authority, "young").valid(DAY, DAY.multipliedBy(9)).make();

    assertFailed(check(young, trusting()), Cause.CERTIFICATE_NOT_YET_VALID, "CN=young");
  }

  @Test
  void expiresSoon() {
    Made soon = kit.issuedBy(authority, "soon").valid(DAY.negated(), DAY.multipliedBy(9)).make();

    CheckResult result;
    try (RealPeer peer = OpensslServer.start(soon)) {
      result = caller.checkTlsAlone(peer.port(), trusting(), "127.0.0.1");
    }

    assertTlsWasWell(result);
    assertThat(result.warning(Warning.Code.CERTIFICATE_EXPIRES_SOON).orElseThrow().text())
        .contains("soon")
        .contains("8 days left");
  }

  @Test
  void forAnotherHost() {
    Made other = kit.issuedBy(authority, "other").naming("pacs.example", "*.lan.example").make();

    CheckResult result = check(other, trusting());
    assertFailed(result, Cause.CERTIFICATE_HOSTNAME_MISMATCH, "pacs.example");
    assertThat(String.join(" ", result.advice())).contains("a name directly below lan.example");

    well(
        other,
        new TlsSettings(authority.file(), null, null, null, false, null, TlsProfile.RUNTIME));
  }

  @Test
  void serverNameIsAskedForAndComparedWith() {
    Made other = kit.issuedBy(authority, "other").naming("*.lan.example").make();

    TlsReport tls =
        well(
            other,
            new TlsSettings(
                authority.file(), null, null, null, true, "ct1.lan.example", TlsProfile.RUNTIME));

    assertThat(tls.offered().serverName()).isEqualTo("ct1.lan.example");
  }

  @Test
  void nameOfTheHostIsAskedFor() {
    TlsReport tls = wellAs("localhost", server, trusting());

    assertThat(tls.offered().serverName()).isEqualTo("localhost");
  }

  @Test
  void commonNameCountsWhereThereIsNoOtherName() {
    Made plain = kit.issuedBy(authority, "localhost").naming().make();

    wellAs("localhost", plain, trusting());
    assertFailed(check(plain, trusting()), Cause.CERTIFICATE_HOSTNAME_MISMATCH, "localhost");
  }

  @Test
  void intermediateThatThePeerSends() {
    Made intermediate = kit.issuedBy(authority, "Intermediate CA").authority().make();
    Made leaf = kit.issuedBy(intermediate, "leaf").make();

    TlsReport tls = well(leaf, trusting());

    assertThat(tls.chain()).containsExactly(leaf.certificate(), intermediate.certificate());
  }

  @Test
  void intermediateThatThePeerLeavesOut() {
    Made intermediate = kit.issuedBy(authority, "Intermediate CA").authority().make();
    Made leaf = kit.issuedBy(intermediate, "leaf").make();
    try (RealPeer peer = OpensslServer.startAlone(leaf, List.of())) {
      assertFailed(
          caller.check(peer.port(), trusting()), Cause.CERTIFICATE_UNTRUSTED, "CN=Intermediate CA");
    }
  }

  @Test
  void notForServers() {
    Made wrong = kit.issuedBy(authority, "wrong").forClientsOnly().make();

    assertFailed(check(wrong, trusting()), Cause.TLS_FAILED, "not for servers");
  }

  @Test
  void issuerThatIsNoAuthority() {
    Made impostor = kit.issuedBy(server, "impostor").make();

    assertFailed(check(impostor, trusting()), Cause.TLS_FAILED, "may not do so");
  }

  @Test
  void weakKey() {
    Made weak = kit.issuedBy(authority, "weak").rsa(1024).make();

    assertFailed(
        check(weak, trusting(TlsProfile.BCP195), "-cipher", ANYTHING),
        Cause.TLS_FAILED,
        "1024 bits");
    TlsReport tls = well(weak, trusting(), "-cipher", ANYTHING);
    assertThat(tls.profileVerdict().bcp195()).anyMatch(line -> line.contains("1024 bits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_1"})
  void tooOld(String version) {
    CheckResult result = check(server, trusting(), version, "-cipher", ANYTHING);

    assertFailed(result, Cause.TLS_NO_COMMON_PROTOCOL, "No agreement on TLS");
    assertThat(String.join(" ", result.advice())).contains("TLS 1.3, TLS 1.2").contains("legacy");
  }

  @Test
  void noSuiteInCommon() {
    assertFailed(
        check(
            kit.issuedBy(authority, "rsa").rsa(2048).make(),
            trusting(),
            "-tls1_2",
            "-cipher",
            "AES128-SHA"),
        Cause.TLS_NO_COMMON_PROTOCOL,
        "accepts TLS 1.2 with TLS_RSA_WITH_AES_128_CBC_SHA,");
  }

  @Test
  void profileIsNarrowerThanTheRuntime() {
    String[] options = {"-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256"};

    assertFailed(
        check(server, trusting(TlsProfile.BCP195), options),
        Cause.TLS_NO_COMMON_PROTOCOL,
        "accepts TLS 1.2 with TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,");
    TlsReport tls = well(server, trusting(), options);
    assertThat(tls.cipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
    assertThat(tls.profileVerdict().bcp195()).hasSize(1).first().asString().contains("CBC");
    assertThat(tls.profileVerdict().modifiedBcp195()).hasSize(1);
  }

  @Test
  void finiteFieldIsMeasured() {
    TlsReport tls =
        well(
            kit.issuedBy(authority, "rsa").rsa(2048).make(),
            trusting(),
            "-tls1_2",
            "-cipher",
            "DHE-RSA-AES128-GCM-SHA256");

    assertThat(tls.keyExchange()).startsWith("DHE ").endsWith("bits");
    assertThat(tls.profileVerdict().bcp195()).isNotEmpty();
    assertThat(tls.profileVerdict().modifiedBcp195()).isEmpty();
  }
}
