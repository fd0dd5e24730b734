package org.echolot.ui.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.ui.ByHand;
import org.echolot.ui.Results;
import org.echolot.ui.secrets.SecretsModel.Prepared;
import org.junit.jupiter.api.Test;

class SecretsModelTest {

  private static final Path MINE = Path.of("/keys/me.p12");

  private final ByHand fx = new ByHand();
  private final ByHand background = new ByHand();
  private final Answers person = new Answers();
  private final SecretsModel model = person.model(background, fx);
  private final List<Prepared> prepared = new ArrayList<>();

  private static CheckRequest withFile(String name) {
    return Results.request(name)
        .withTls(new TlsSettings(null, null, MINE, null, true, null, TlsProfile.RUNTIME));
  }

  private static CheckRequest withUser(String name, UserIdentity.Type type) {
    return Results.request(name).withUserIdentity(new UserIdentity(type, "me", true));
  }

  private void prepare(CheckRequest... requests) {
    SecretsModel.Preparation _ = model.prepare(List.of(requests), prepared::add);
    go();
  }

  /** Lets all that waits go on as far as it comes without an answer. */
  private void go() {
    while (background.waiting() + fx.waiting() > 0) {
      background.runAll();
      fx.runAll();
    }
  }

  private void answer(String secret) {
    person.answer(secret);
    go();
  }

  @Test
  void aCheckWithoutFilesAndSecretsIsReady() {
    assertThat(model.isReady(Results.request("A"))).isTrue();
    assertThat(model.isReady(Results.request("A").withTls(TlsSettings.DEFAULT))).isTrue();
    assertThat(model.isReady(withUser("A", UserIdentity.Type.USERNAME))).isTrue();
    assertThat(model.isReady(withUser("A", UserIdentity.Type.SAML))).isFalse();
    assertThat(model.isReady(withFile("A"))).isFalse();
  }

  @Test
  void filesAreReadAwayFromTheFxThread() {
    SecretsModel.Preparation _ = model.prepare(List.of(withFile("A")), prepared::add);
    fx.runAll();
    assertThat(prepared).isEmpty();
    background.runAll();
    assertThat(prepared).isEmpty();
    fx.runAll();
    assertThat(prepared).hasSize(1);
    assertThat(person.asked()).isEmpty();
  }

  @Test
  void thePasswordOfAFileIsAskedForOnceHoweverManyChecksUseIt() {
    person.encrypted(MINE, "right");
    prepare(withFile("A"), withFile("B"));
    SecretQuestion question = person.asked().getFirst();
    assertThat(question.key()).isEqualTo(new SecretKey.OfFile(MINE));
    assertThat(question.purpose()).contains(MINE.toString()).contains("A");
    assertThat(question.fault()).isEmpty();

    answer("right");
    assertThat(prepared).hasSize(1);
    assertThat(prepared.getFirst().ready()).hasSize(2);
    assertThat(prepared.getFirst().refused()).isEmpty();

    prepare(withFile("C"));
    assertThat(person.asked()).as("it is remembered").hasSize(1);
    assertThat(prepared).hasSize(2);
  }

  @Test
  void aWrongPasswordIsSaidAndAskedForAgain() {
    person.encrypted(MINE, "right");
    prepare(withFile("A"));
    answer("wrong");
    assertThat(person.asked()).hasSize(2);
    assertThat(person.asked().getLast().fault())
        .isEqualTo("That is not the password of this file.");
    assertThat(prepared).isEmpty();
    answer("right");
    assertThat(prepared.getFirst().ready()).hasSize(1);
  }

  @Test
  void whatNobodyAnswersIsNotCheckedAndTheOthersAre() {
    person.encrypted(MINE, "right");
    CheckRequest other = withUser("C", UserIdentity.Type.USERNAME_AND_PASSCODE);
    prepare(withFile("A"), withFile("B"), other);
    person.answer(null);
    go();
    assertThat(person.asked()).as("the file once, then the user").hasSize(2);
    answer("passcode");
    assertThat(prepared.getFirst().ready()).containsExactly(other);
    assertThat(prepared.getFirst().refused().values())
        .containsExactly("without the password of " + MINE, "without the password of " + MINE);
  }

  @Test
  void whoRefusesIsAskedAgainTheNextTime() {
    person.encrypted(MINE, "right");
    prepare(withFile("A"));
    answer("wrong");
    person.answer(null);
    go();
    prepare(withFile("A"));
    assertThat(person.asked().getLast().fault()).as("the wrong one is forgotten").isEmpty();
  }

  @Test
  void eachPeerHasASecretOfItsOwn() {
    prepare(
        withUser("A", UserIdentity.Type.USERNAME_AND_PASSCODE),
        withUser("B", UserIdentity.Type.USERNAME_AND_PASSCODE));
    answer("of A");
    answer("of B");
    assertThat(
            person.book.find(
                new SecretKey.OfUser(CheckRequest.idOfUnsaved("A"), "username-passcode", "me")))
        .hasValue("of A".toCharArray());
    assertThat(
            person.book.find(
                new SecretKey.OfUser(CheckRequest.idOfUnsaved("B"), "username-passcode", "me")))
        .hasValue("of B".toCharArray());
    assertThat(person.asked()).extracting(SecretQuestion::what).containsOnly("Passcode");
    assertThat(person.asked()).extracting(SecretQuestion::isLong).containsOnly(false);
  }

  @Test
  void aTokenIsPasted() {
    prepare(withUser("A", UserIdentity.Type.KERBEROS));
    assertThat(person.asked().getFirst().isLong()).isTrue();
    assertThat(person.asked().getFirst().what()).isEqualTo("Kerberos service ticket");
    assertThat(person.asked().getFirst().purpose()).contains("Base64");
  }

  @Test
  void whatIsAskedForLaterWaitsForTheDialogBefore() {
    person.encrypted(MINE, "right");
    prepare(withFile("A"));
    prepare(withUser("B", UserIdentity.Type.JWT));
    assertThat(person.asked()).hasSize(1);
    answer("right");
    assertThat(person.asked()).hasSize(2);
    answer("token");
    assertThat(prepared).hasSize(2);
  }

  @Test
  void whatIsCancelledTellsNobodyAndLetsTheNextGoOn() {
    SecretsModel.Preparation first =
        model.prepare(List.of(withUser("A", UserIdentity.Type.JWT)), prepared::add);
    go();
    prepare(withUser("B", UserIdentity.Type.JWT));
    first.cancel();
    answer("of A");
    answer("of B");
    assertThat(prepared).hasSize(1);
    assertThat(prepared.getFirst().ready()).extracting(CheckRequest::name).containsExactly("B");
  }

  @Test
  void allIsForgottenAtOnce() {
    CheckRequest request = withUser("A", UserIdentity.Type.JWT);
    prepare(request);
    answer("token");
    assertThat(model.isReady(request)).isTrue();
    model.forgetAll();
    assertThat(model.isReady(request)).isFalse();
  }
}
