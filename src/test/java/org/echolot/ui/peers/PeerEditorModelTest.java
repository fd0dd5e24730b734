package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.ui.peers.Book.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.tls.TlsProfile;
import org.echolot.ui.ByHand;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.HeldEngine.Held;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerEditorModel.Test.Ended;
import org.echolot.ui.peers.PeerEditorModel.Test.None;
import org.echolot.ui.peers.PeerEditorModel.Test.NotMade;
import org.echolot.ui.peers.PeerEditorModel.Test.Running;
import org.echolot.ui.secrets.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerEditorModelTest {

  private static final List<String> TAKEN = List.of("Main PACS", "test of ct 1");

  private final ByHand fx = new ByHand();
  private final Answers answers = new Answers();
  private HeldEngine engine = new HeldEngine();

  private PeerEditorModel editor(PeerDraft start) {
    return new PeerEditorModel(
        start,
        TAKEN,
        new Fleet(engine, new Journal(), 8),
        fx,
        edited -> PeerBook.EMPTY.requestFor(edited, Path.of("")),
        answers.model(Runnable::run, fx));
  }

  private PeerEditorModel typed(String name) {
    PeerEditorModel editor = editor(PeerDraft.blank());
    editor.text(Field.NAME).set(name);
    editor.text(Field.CALLED_AE).set("CT1");
    editor.text(Field.HOST).set("10.1.2.3");
    editor.text(Field.PORT).set("104");
    return editor;
  }

  private static List<Field> shownFaults(PeerEditorModel editor) {
    return Stream.of(Field.values())
        .filter(field -> editor.faultProperty(field).get() != null)
        .toList();
  }

  // Faults

  @Test
  void anEmptyFormAccusesNobody() {
    assertThat(shownFaults(editor(PeerDraft.blank()))).isEmpty();
  }

  @Test
  void aFieldIsMarkedOnceItIsTypedIn() {
    PeerEditorModel editor = editor(PeerDraft.blank());
    editor.text(Field.PORT).set("70000");
    assertThat(shownFaults(editor)).containsExactly(Field.PORT);
    assertThat(editor.faultProperty(Field.PORT).get()).contains("too high");

    editor.text(Field.PORT).set("104");
    assertThat(shownFaults(editor)).isEmpty();
  }

  @Test
  void aFieldIsMarkedOnceItIsLeft() {
    PeerEditorModel editor = editor(PeerDraft.blank());
    editor.leave(Field.HOST);
    assertThat(shownFaults(editor)).containsExactly(Field.HOST);
  }

  @Test
  void savingMarksAllThatIsWrong() {
    PeerEditorModel editor = editor(PeerDraft.blank());
    assertThat(editor.finish()).isEmpty();
    assertThat(shownFaults(editor))
        .containsExactly(Field.NAME, Field.CALLED_AE, Field.HOST, Field.PORT);
    assertThat(editor.firstFault()).contains(Field.NAME);
  }

  @Test
  void aDuplicateNameIsMarkedWhateverItsCase() {
    PeerEditorModel editor = typed("main pacs");
    assertThat(editor.faultProperty(Field.NAME).get())
        .isEqualTo("There is a peer named \"Main PACS\" already.");
    assertThat(editor.finish()).isEmpty();
  }

  @Test
  void thePeerThatIsEditedMayKeepItsNameAndChangeItsCase() {
    PeerEditorModel editor = editor(PeerDraft.editing(peer("Main PACS")));
    assertThat(editor.isNew()).isFalse();
    assertThat(editor.finish().map(Peer::name)).contains("Main PACS");

    editor.text(Field.NAME).set("MAIN PACS");
    assertThat(editor.finish().map(Peer::name)).contains("MAIN PACS");
  }

  @Test
  void savingKeepsWhatTheFormHasNoFieldFor() {
    Peer original =
        new Peer(
            UUID.randomUUID(),
            "Main PACS",
            new AeTitle("ORTHANC"),
            "pacs.example",
            104,
            null,
            List.of("a, b", "c"),
            "hot line",
            new PeerTimeouts(null, Duration.ofSeconds(7), null, null, null),
            new PeerTls("ca.pem", null, null, null, false, null, TlsProfile.RUNTIME),
            new PeerUserIdentity(UserIdentity.Type.USERNAME, "echolot", false),
            "10.77.3.10",
            RawFields.NONE);
    PeerEditorModel editor = editor(PeerDraft.editing(original));
    assertThat(editor.finish()).contains(original);

    editor.text(Field.PORT).set("11112");
    editor.notesProperty().set("other words");
    Peer edited = editor.finish().orElseThrow();
    assertThat(edited.port()).isEqualTo(11_112);
    assertThat(edited.notes()).isEqualTo("other words");
    assertThat(edited.tags()).containsExactly("a, b", "c");
    assertThat(edited.timeouts()).isEqualTo(original.timeouts());
    assertThat(edited.tls()).isEqualTo(original.tls());
    assertThat(edited.userIdentity()).isEqualTo(original.userIdentity());

    editor.choices().tlsProperty().set(false);
    assertThat(editor.finish().orElseThrow().tls()).isNull();
  }

  // Test

  @Test
  void aTestTellsHowItGoesAndHowItEnded() {
    PeerEditorModel editor = typed("CT one");
    assertThat(editor.testProperty().get()).isEqualTo(new None());
    editor.test();
    assertThat(editor.testProperty().get()).isEqualTo(new Running(null));

    Held held = engine.next();
    assertThat(held.request().address()).isEqualTo("10.1.2.3:104");
    held.reach(CheckStage.CONNECT);
    fx.runAll();
    assertThat(editor.testProperty().get()).isEqualTo(new Running(CheckStage.CONNECT));

    held.endWith(Results::rejected);
    fx.runUntil("the test ends", () -> editor.testProperty().get() instanceof Ended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Main PACS",
        "CT 1",
        "a\tb",
        "1234567890123456789012345678901234567890123456789"
            + "01234567890123456789012345678901234567890123456789 and too long"
      })
  void aTestAsksForNoNameThatCouldBeSaved(String name) {
    PeerEditorModel editor = typed(name);
    editor.test();
    assertThat(editor.testProperty().get()).isEqualTo(new Running(null));
    engine.next().answer();
    fx.runUntil("the test ends", () -> editor.testProperty().get() instanceof Ended);
  }

  @Test
  void aTestOfANameOfTheGreatestLengthRuns() {
    PeerEditorModel editor = typed("x".repeat(100));
    assertThat(editor.finish()).isPresent();
    editor.test();
    engine.next().answer();
    fx.runUntil("the test ends", () -> editor.testProperty().get() instanceof Ended);
  }

  @Test
  void aTestGoesByAnotherNameThanThePeersInTheConsole() {
    PeerEditorModel editor = typed("CT one");
    editor.test();
    assertThat(engine.next().request().name()).isEqualTo("Check of CT one");
    editor.stopTest();
  }

  @Test
  void aTestWithFieldsThatAreWrongMarksThemAndDoesNotRun() {
    PeerEditorModel editor = editor(PeerDraft.blank());
    editor.text(Field.CALLED_AE).set("CT1");
    editor.test();
    assertThat(shownFaults(editor)).containsExactly(Field.HOST, Field.PORT);
    assertThat(editor.testProperty().get()).isEqualTo(new None());
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void typingStopsTheTestAndForgetsIt() {
    PeerEditorModel editor = typed("CT one");
    editor.test();
    Held held = engine.next();
    editor.text(Field.PORT).set("105");
    held.awaitEnd();
    assertThat(editor.testProperty().get()).isEqualTo(new None());
  }

  @Test
  void typingForgetsWhatATestFound() {
    PeerEditorModel editor = typed("CT one");
    for (Runnable change :
        List.<Runnable>of(
            () -> editor.text(Field.HOST).set("10.1.2.4"),
            () -> editor.text(Field.CALLING_AE).set("ME"),
            () -> editor.choices().tlsProperty().set(true))) {
      editor.test();
      engine.next().answer();
      fx.runUntil("the test ends", () -> editor.testProperty().get() instanceof Ended);
      change.run();
      assertThat(editor.testProperty().get()).isEqualTo(new None());
    }
  }

  @Test
  void aTestStartedAnewStopsTheOneBefore() {
    PeerEditorModel editor = typed("CT one");
    editor.test();
    Held first = engine.next();
    editor.test();
    first.awaitEnd();
    assertThat(editor.testProperty().get()).isEqualTo(new Running(null));
    engine.next().answer();
    fx.runUntil("the second ends", () -> editor.testProperty().get() instanceof Ended);
    assertThat(((Ended) editor.testProperty().get()).result().isSuccess()).isTrue();
  }

  @Test
  void whatAnOldTestStillTellsIsNeverShown() {
    engine = HeldEngine.deafToStop();
    PeerEditorModel editor = typed("CT one");
    List<PeerEditorModel.Test> shown = new ArrayList<>();
    editor.test();
    Held old = engine.next();
    editor.text(Field.PORT).set("105");
    editor.test();
    Held current = engine.next();
    editor.testProperty().subscribe(test -> shown.add(test));

    old.reach(CheckStage.ECHO);
    old.endWith(Results::refused);
    await().until(() -> fx.waiting() == 2);
    fx.runAll();
    assertThat(shown).as("the current one runs").containsExactly(new Running(null));
    current.endWith(request -> Results.success(request, Duration.ofMillis(1)));
    fx.runUntil("the current one ends", () -> editor.testProperty().get() instanceof Ended);
    assertThat(((Ended) editor.testProperty().get()).result().isSuccess()).isTrue();
  }

  // Secrets of a test

  private PeerEditorModel typedWithPasscode() {
    PeerEditorModel editor = typed("CT one");
    editor.choices().userTypeProperty().set(UserIdentity.Type.USERNAME_AND_PASSCODE);
    editor.text(Field.USERNAME).set("me");
    return editor;
  }

  @Test
  void aTestAsksForTheSecretItNeedsAndLeavesItForThePeer() {
    PeerEditorModel editor = typedWithPasscode();
    editor.test();
    fx.runAll();
    assertThat(engine.anyBegun()).isFalse();
    answers.answer("secret");
    fx.runAll();

    CheckRequest tested = engine.next().request();
    assertThat(
            answers.book.find(
                Objects.requireNonNull(tested.userIdentity()).secretKey(tested.peerId())))
        .hasValue("secret".toCharArray());
    assertThat(editor.finish().map(Peer::id)).contains(tested.peerId());
    editor.stopTest();
  }

  @Test
  void aTestUsesWhatWasSaidForThePeer() {
    Peer peer = peer("CT one");
    PeerEditorModel editor = editor(PeerDraft.editing(peer));
    editor.choices().userTypeProperty().set(UserIdentity.Type.JWT);
    answers.book.remember(
        new UserIdentity(UserIdentity.Type.JWT, "", true).secretKey(peer.id()),
        "token".toCharArray());
    editor.test();
    assertThat(answers.isAsking()).isFalse();
    engine.next();
    editor.stopTest();
  }

  @Test
  void aTestWhoseSecretNobodySaysIsNotMadeAndSaysSo() {
    PeerEditorModel editor = typedWithPasscode();
    editor.test();
    fx.runAll();
    answers.answer(null);
    fx.runAll();
    assertThat(editor.testProperty().get())
        .isEqualTo(new NotMade("without the secret of its user \"me\""));
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void typingWhileATestAsksForgetsTheTest() {
    PeerEditorModel editor = typedWithPasscode();
    editor.test();
    fx.runAll();
    editor.text(Field.PORT).set("105");
    assertThat(editor.testProperty().get()).isEqualTo(new None());
    answers.answer("secret");
    fx.runAll();
    assertThat(engine.anyBegun()).isFalse();
    assertThat(editor.testProperty().get()).isEqualTo(new None());
  }

  // Choices

  @Test
  void whatIsChosenForTlsAndTheUserIsSaved() {
    PeerEditorModel editor = typed("CT one");
    EditorChoices choices = editor.choices();
    choices.tlsProperty().set(true);
    choices.verifyHostnameProperty().set(false);
    choices.profileProperty().set(TlsProfile.LEGACY);
    choices.userTypeProperty().set(UserIdentity.Type.USERNAME);
    choices.positiveResponseProperty().set(false);
    editor.text(Field.CLIENT_CERTIFICATE).set("me.p12");
    editor.text(Field.USERNAME).set("me");

    Peer peer = editor.finish().orElseThrow();
    assertThat(peer.tls())
        .isEqualTo(new PeerTls(null, null, "me.p12", null, false, null, TlsProfile.LEGACY));
    assertThat(peer.userIdentity())
        .isEqualTo(new PeerUserIdentity(UserIdentity.Type.USERNAME, "me", false));
    assertThat(editor(PeerDraft.editing(peer)).finish()).contains(peer);
  }

  @Test
  void aFingerprintIsMarkedAsItIsTypedUntilTlsIsOff() {
    PeerEditorModel editor = typed("CT one");
    editor.choices().tlsProperty().set(true);
    editor.text(Field.TRUSTED_FINGERPRINT).set("AB:CD");
    assertThat(shownFaults(editor)).containsExactly(Field.TRUSTED_FINGERPRINT);
    editor.choices().tlsProperty().set(false);
    assertThat(shownFaults(editor)).isEmpty();
  }

  @Test
  void closingTheEditorStopsTheTest() {
    PeerEditorModel editor = typed("CT one");
    editor.stopTest();
    assertThat(editor.testProperty().get()).as("nothing to stop").isEqualTo(new None());
    editor.test();
    Held held = engine.next();
    editor.stopTest();
    held.awaitEnd();
    fx.runAll();
    assertThat(editor.testProperty().get()).isEqualTo(new None());
  }

  @Test
  void theRequestIsMadeOfWhatIsTyped() {
    PeerEditorModel editor = typed("CT one");
    editor.text(Field.CALLING_AE).set("ME");
    editor.text(Field.ECHO_TIMEOUT).set("7s");
    editor.test();
    CheckRequest request = engine.next().request();
    assertThat(request.callingAe()).isEqualTo(new AeTitle("ME"));
    assertThat(request.timeouts().echo()).isEqualTo(Duration.ofSeconds(7));
    assertThat(Optional.of(request.calledAe())).contains(new AeTitle("CT1"));
    editor.stopTest();
  }
}
