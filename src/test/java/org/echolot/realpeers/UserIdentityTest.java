package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DCMTK and Orthanc read the user identity that we send, and ignore it. */
class UserIdentityTest {

  private final SecretBook secrets = new SecretBook();
  private final OwnEngine engine = new OwnEngine(new TlsMaterials(secrets), secrets);

  private CheckResult check(int port, String calledAe, UserIdentity identity, String secret) {
    secrets.remember(
        identity.secretKey(CheckRequest.idOfUnsaved("real peer")), secret.toCharArray());
    return engine.check(
        CheckRequest.of(
                "real peer", new AeTitle(calledAe), new AeTitle(Caller.AE), "127.0.0.1", port)
            .withUserIdentity(identity),
        CheckListener.NONE,
        new StopSignal());
  }

  private static void assertIgnored(CheckResult result) {
    assertThat(result.isSuccess()).as("%s", result).isTrue();
    assertThat(result.userIdentity()).isNotNull();
    assertThat(result.userIdentity().kind()).isEqualTo(UserIdentityAnswer.Kind.IGNORED);
    assertThat(result.warning(Warning.Code.USER_IDENTITY_IGNORED)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "USERNAME_AND_PASSCODE, someone, sesame, 'Username: [someone]|Password: [sesame]'",
    "USERNAME, someone, '', Username: [someone]",
    "KERBEROS, '', ticket, Authentication mode 3",
    "SAML, '', <a/>, Authentication mode 4",
    "JWT, '', a.b.c, Authentication mode 5"
  })
  void storescpReadsWhatWeSend(
      UserIdentity.Type type, String username, String secret, String logged) {
    try (RealPeer storescp = DcmtkServer.storescp("-d")) {
      String given =
          type == UserIdentity.Type.KERBEROS
              ? Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.US_ASCII))
              : secret;

      assertIgnored(
          check(storescp.port(), "ANY-SCP", new UserIdentity(type, username, true), given));

      for (String words : logged.split("\\|", -1)) {
        await().untilAsserted(() -> assertThat(storescp.log()).contains(words));
      }
    }
  }

  @Test
  void orthancIgnoresAUserToo() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      assertIgnored(
          check(
              orthanc.port(),
              OrthancServer.AE,
              new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "someone", true),
              "sesame"));
    }
  }
}
