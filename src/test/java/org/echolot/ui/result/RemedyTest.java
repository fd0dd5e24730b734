package org.echolot.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TrustVerdict.Kind;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyTest {

  private static final CheckRequest REQUEST = Results.request("CT 1");

  @Test
  void aPeerThatSpeaksTheOtherWayIsSpokenToThatWay() {
    assertThat(Remedy.of(Results.failed(REQUEST, Cause.PEER_EXPECTS_TLS)))
        .containsExactly(Remedy.SWITCH_TLS_ON);
    assertThat(Remedy.of(Results.failed(REQUEST, Cause.PEER_NOT_TLS)))
        .containsExactly(Remedy.SWITCH_TLS_OFF);
    assertThat(Remedy.of(Results.refused(REQUEST))).isEmpty();
    assertThat(Remedy.of(Results.success(REQUEST, Duration.ofMillis(1)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onlyACertificateThatNobodyVouchesForCanBeTrusted(Kind kind) {
    var result =
        Results.tlsFailed(
            REQUEST, Cause.TLS_FAILED, Handshakes.judged(Certificates.one("pss"), kind));
    assertThat(Remedy.of(result).contains(Remedy.TRUST)).isEqualTo(kind == Kind.UNTRUSTED);
  }

  @Test
  void aRefusedUserMayHaveTypedWrong() {
    CheckRequest user =
        REQUEST.withUserIdentity(
            new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true));
    assertThat(Remedy.of(Results.rejected(user)))
        .containsExactly(Remedy.EDIT_CALLED_AE, Remedy.ASK_SECRET_AGAIN, Remedy.TRY_AE_TITLES);
    assertThat(Remedy.of(Results.refused(user))).isEmpty();
    assertThat(
            Remedy.of(
                Results.rejected(
                    REQUEST.withUserIdentity(
                        new UserIdentity(UserIdentity.Type.USERNAME, "me", true)))))
        .containsExactly(Remedy.EDIT_CALLED_AE, Remedy.TRY_AE_TITLES);
  }

  @Test
  void whereTheVerdictNamesOneFieldTheEditorIsOffered() {
    assertThat(Remedy.of(Results.rejected(REQUEST)))
        .containsExactly(Remedy.EDIT_CALLED_AE, Remedy.TRY_AE_TITLES);
    assertThat(Remedy.of(Results.failed(REQUEST, Cause.CLIENT_CERTIFICATE_REQUIRED)))
        .containsExactly(Remedy.CHOOSE_CLIENT_CERTIFICATE);
  }

  @Test
  void theServerNameIsOfferedWhereTheCertificateHasOne() {
    var other =
        Results.tlsFailed(
            REQUEST,
            Cause.CERTIFICATE_HOSTNAME_MISMATCH,
            Handshakes.judged(Certificates.chainOfFour().getFirst(), Kind.HOSTNAME_MISMATCH));
    assertThat(Remedy.certifiedName(other)).contains("pacs.klinikum-musterstadt.example");
    assertThat(Remedy.of(other)).containsExactly(Remedy.EDIT_SERVER_NAME);
    assertThat(Remedy.of(Results.failed(REQUEST, Cause.CERTIFICATE_HOSTNAME_MISMATCH))).isEmpty();
  }
}
