package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User identity negotiation (PS3.7 D.3.3.7): what is sent, and what is made of the answer. */
abstract class UserIdentityContract extends EchoEngineContract {

  private final SecretBook secrets = new SecretBook();
  private final EchoEngine engine = bare().equippedWith(new TlsMaterials(secrets), secrets);

  /** The engine under test, without the secrets. */
  abstract EchoEngine bare();

  @Override
  EchoEngine engine() {
    return engine;
  }

  private static CheckRequest request(int port, UserIdentity identity) {
    return request(port).withUserIdentity(identity);
  }

  private void remember(UserIdentity identity, String secret) {
    secrets.remember(identity.secretKey(CheckRequest.idOfUnsaved("Peer")), secret.toCharArray());
  }

  private CheckResult check(UserIdentity identity, Script script) {
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      return check(request(peer.port(), identity));
    }
  }

  /** The user information item of the request that is sent, byte for byte. */
  private String sentWith(UserIdentity identity) {
    List<Octets> sent = new ArrayList<>();
    CheckResult result =
        check(
            identity,
            line -> {
              Octets bytes = line.receiveBytes();
              sent.add(bytes);
              line.send(Answers.acceptance(Line.decoded(bytes, AssociateRq.class)));
              line.receive();
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });
    assertThatResult(result).succeeded();
    // Maximum length, class UID and version name stand before it, and nothing behind.
    String hex = sent.getFirst().toHex();
    return hex.substring(hex.lastIndexOf("58 00 "));
  }

  // What is sent

  @Test
  void aUserNameIsSentAsType1() {
    assertThat(sentWith(new UserIdentity(UserIdentity.Type.USERNAME, "mé", false)))
        .isEqualTo("58 00 00 09 01 00 00 03 6D C3 A9 00 00");
  }

  @Test
  void aNameAndPasscodeAreSentAsType2() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true);
    remember(identity, "pä$s");

    assertThat(sentWith(identity)).isEqualTo("58 00 00 0D 02 01 00 02 6D 65 00 05 70 C3 A4 24 73");
  }

  @Test
  void aKerberosTicketIsSentAsItsBytes() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.KERBEROS, "", false);
    remember(identity, "bv8A\n gQ==");

    assertThat(sentWith(identity)).isEqualTo("58 00 00 0A 03 00 00 04 6E FF 00 81 00 00");
  }

  @ParameterizedTest
  @CsvSource({"SAML,04", "JWT,05"})
  void anAssertionAndATokenAreSentAsText(UserIdentity.Type type, String code) {
    UserIdentity identity = new UserIdentity(type, "", true);
    remember(identity, "a.b");

    assertThat(sentWith(identity)).isEqualTo("58 00 00 09 " + code + " 01 00 03 61 2E 62 00 00");
  }

  /** A peer that ignores users does not refuse us for one. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void aUserThatThePeerIgnoresIsNotThoughtOf(boolean asksForResponse, boolean isThoughtOf) {
    CheckResult result =
        check(
            new UserIdentity(UserIdentity.Type.USERNAME, "me", asksForResponse),
            line -> {
              line.serveUntilEcho();
              line.send(Answers.echo(0x0124));
              line.confirmRelease();
            });

    assertThat(result.advice().stream().anyMatch(step -> step.contains("user \"me\"")))
        .isEqualTo(isThoughtOf);
  }

  @Test
  void theUserInformationItemHoldsTheIdentityAndNobodyElseIsSentOne() {
    List<AssociateRq> requests = new ArrayList<>();
    Script script =
        line -> {
          requests.add(line.acceptAssociation());
          line.receive();
          line.send(Answers.echoSuccess());
          line.confirmRelease();
        };
    UserIdentity identity = new UserIdentity(UserIdentity.Type.USERNAME, "me", true);
    check(identity, script);
    check(script);

    assertThat(requests.getFirst().userInformation().items())
        .last()
        .isEqualTo(
            new UserItem.UserIdentityRq(
                1, true, Octets.of("me".getBytes(StandardCharsets.UTF_8)), Octets.EMPTY));
    assertThat(requests.getLast().userInformation().find(UserItem.UserIdentityRq.class)).isEmpty();
  }

  @Test
  void theLongestSecretGoesThrough() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.JWT, "", false);
    remember(identity, "x".repeat(65_400));

    CheckResult result = check(identity, Line::serveEcho);

    assertThatResult(result).succeeded();
  }

  // What is answered

  private static Script answering(UserItem... more) {
    return line -> {
      AssociateRq rq = line.receive(AssociateRq.class);
      List<UserItem> items = new ArrayList<>(List.of(new UserItem.MaxPduLength(16_384)));
      items.add(new UserItem.ImplementationClassUid(Answers.CLASS_UID));
      items.addAll(List.of(more));
      line.send(
          Answers.acceptance(
              rq,
              Answers.contexts(rq, PresentationContextAc.ACCEPTANCE),
              new UserInformation(items)));
      line.receive();
      line.send(Answers.echoSuccess());
      line.confirmRelease();
    };
  }

  @Test
  void aConfirmationIsTold() {
    CheckResult result =
        check(
            new UserIdentity(UserIdentity.Type.USERNAME, "me", true),
            answering(new UserItem.UserIdentityAc(Octets.EMPTY)));

    assertThatResult(result).succeeded().hasNoWarnings();
    assertThat(result.userIdentity())
        .isEqualTo(
            new UserIdentityAnswer(
                UserIdentityAnswer.Kind.CONFIRMED, "The peer confirmed user \"me\""));
  }

  @Test
  void aPeerThatIgnoresTheIdentityIsSaidToDoSo() {
    List<String> remarks = new ArrayList<>();
    CheckListener listener =
        event -> {
          if (event instanceof Remarked remarked) {
            remarks.add(remarked.text());
          }
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(answering())) {
      CheckRequest request =
          request(peer.port(), new UserIdentity(UserIdentity.Type.USERNAME, "me", true));
      CheckResult result = check(request, listener, new StopSignal());

      assertThatResult(result).succeeded().hasWarnings(Warning.Code.USER_IDENTITY_IGNORED);
      assertThat(result.isMarked()).isFalse();
      assertThat(result.userIdentity()).isNotNull();
      assertThat(result.userIdentity().kind()).isEqualTo(UserIdentityAnswer.Kind.IGNORED);
      assertThat(result.userIdentity().text())
          .startsWith("The peer accepted us but did not confirm user \"me\"");
      assertThat(remarks).containsExactly(result.userIdentity().text());
    }
  }

  @Test
  void aPeerThatWasNotAskedIsNotSaidToIgnoreAnything() {
    CheckResult result =
        check(new UserIdentity(UserIdentity.Type.USERNAME, "me", false), answering());

    assertThatResult(result).succeeded().hasNoWarnings();
    assertThat(result.userIdentity()).isNotNull();
    assertThat(result.userIdentity().kind()).isEqualTo(UserIdentityAnswer.Kind.NOT_ASKED);
  }

  @Test
  void aResponseOfThePeersOwnIsMentionedAndNotShown() {
    CheckResult result =
        check(
            new UserIdentity(UserIdentity.Type.USERNAME, "me", false),
            answering(
                new UserItem.UserIdentityAc(
                    Octets.of("server ticket".getBytes(StandardCharsets.UTF_8)))));

    assertThat(result.userIdentity())
        .isEqualTo(
            new UserIdentityAnswer(
                UserIdentityAnswer.Kind.CONFIRMED,
                "The peer confirmed user \"me\", with a response of its own, though we did not ask"
                    + " for it"));
  }

  @Test
  void withoutAnIdentityThereIsNoAnswerToOne() {
    assertThat(check(Line::serveEcho).userIdentity()).isNull();
  }

  // What goes wrong

  @ParameterizedTest
  @EnumSource(
      value = UserIdentity.Type.class,
      names = {"USERNAME_AND_PASSCODE", "KERBEROS", "SAML", "JWT"})
  void aMissingSecretFailsBeforeAnyConnection(UserIdentity.Type type) {
    UserIdentity identity = new UserIdentity(type, type.hasUsername() ? "me" : "", true);
    // Another peer's secret is none of ours.
    secrets.remember(
        identity.secretKey(CheckRequest.idOfUnsaved("Another")), "sesame".toCharArray());
    try (ScriptedPeer peer = ScriptedPeer.playing()) {
      CheckResult result = check(request(peer.port(), identity));

      assertThatResult(result)
          .failedBy(Cause.USER_IDENTITY_UNUSABLE, CheckStage.ASSOCIATE, EndedBy.NEVER_BEGAN)
          .says("no " + type.secretLabel() + " was given (" + identity.label() + ")");
      assertThat(result.move()).isEqualTo(Move.OURS);
      assertThat(result.stage(CheckStage.RESOLVE).state()).isEqualTo(StageState.SKIPPED);
      assertThat(result.stage(CheckStage.CONNECT).state()).isEqualTo(StageState.SKIPPED);
      assertThat(result.userIdentity()).isNull();
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void aSecretThatCantBeSentFailsBeforeAnyConnection() {
    UserIdentity passcode = new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true);
    UserIdentity ticket = new UserIdentity(UserIdentity.Type.KERBEROS, "", true);

    assertUnusable(passcode, "", "the passcode is empty");
    assertUnusable(
        passcode, "\uD800", "the passcode contains a character that UTF-8 cannot encode");
    assertUnusable(passcode, "ä".repeat(40_000), "the passcode is longer than DICOM allows");
    assertUnusable(ticket, "n0t base64!", "the Kerberos service ticket is not Base64");
  }

  private void assertUnusable(UserIdentity identity, String secret, String said) {
    remember(identity, secret);
    try (ScriptedPeer peer = ScriptedPeer.playing()) {
      CheckResult result = check(request(peer.port(), identity));

      assertThatResult(result)
          .failedBy(Cause.USER_IDENTITY_UNUSABLE, CheckStage.ASSOCIATE, EndedBy.NEVER_BEGAN)
          .says(said);
      assertThat(peer.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2/2/1", "1/1/1", "1/2/2", "1/3/7"})
  void aRejectionOfARequestWithAnIdentitySaysThatTheIdentityMayBeWhy(String numbers) {
    int[] n = List.of(numbers.split("/")).stream().mapToInt(Integer::parseInt).toArray();
    AssociateRj rj = new AssociateRj(n[0], n[1], n[2]);
    Script script =
        line -> {
          line.receive();
          line.send(rj);
          line.discardUntilClosed();
        };
    CheckResult result = check(new UserIdentity(UserIdentity.Type.USERNAME, "me", true), script);

    assertThat(result.reject()).isEqualTo(rj);
    assertThat(result.advice().getFirst()).contains("user identity", "user \"me\"");
    assertThat(check(script).advice().getFirst()).doesNotContain("user \"me\"", "none");
  }

  @Test
  void aNameThatWasSentAloneMayLackAPasscode() {
    Script rejects =
        line -> {
          line.receive();
          line.send(new AssociateRj(1, 1, 1));
          line.discardUntilClosed();
        };
    UserIdentity both = new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true);
    remember(both, "pass");

    assertThat(check(new UserIdentity(UserIdentity.Type.USERNAME, "me", true), rejects).advice())
        .anyMatch(step -> step.contains("whether the peer requires a passcode"))
        .noneMatch(step -> step.contains("{"));
    assertThat(check(both, rejects).advice())
        .noneMatch(step -> step.contains("whether the peer requires a passcode"));
  }

  @Test
  void anAbortOrACloseInPlaceOfTheAnswerSaysSoToo() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.USERNAME, "me", true);
    CheckResult aborted =
        check(
            identity,
            line -> {
              line.receive();
              line.send(Abort.byServiceUser());
              line.discardUntilClosed();
            });
    CheckResult closed = check(identity, Line::receive);

    assertThatResult(aborted).failedBy(Cause.ABORTED, CheckStage.ASSOCIATE, EndedBy.PEER_ABORT);
    assertThat(aborted.advice().getFirst()).contains("user \"me\"");
    assertThatResult(closed)
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
    assertThat(closed.advice()).anyMatch(advice -> advice.contains("user \"me\""));
  }

  @Test
  void aRejectionForTheCalledTitleIsAboutThat() {
    CheckResult result =
        check(
            new UserIdentity(UserIdentity.Type.USERNAME, "me", true),
            line -> {
              line.receive();
              line.send(new AssociateRj(1, 1, 7));
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.REJECTED_CALLED_AE, CheckStage.ASSOCIATE, EndedBy.PEER_REJECTION);
    assertThat(result.advice().getFirst()).startsWith("Check the spelling");
  }

  @Test
  void whatWasRememberedStaysForTheNextCheck() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.JWT, "", false);
    remember(identity, Base64.getEncoder().encodeToString(new byte[64]));

    assertThatResult(check(identity, Line::serveEcho)).succeeded();
    assertThatResult(check(identity, Line::serveEcho)).succeeded();
  }
}
