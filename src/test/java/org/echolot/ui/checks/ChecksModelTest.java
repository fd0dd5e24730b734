package org.echolot.ui.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.UserIdentity;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.ByHand;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.HeldEngine.Held;
import org.echolot.ui.Results;
import org.echolot.ui.peers.Book;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerRow.Status;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.secrets.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksModelTest {

  private final ByHand fx = new ByHand();
  private HeldEngine engine = new HeldEngine();
  private final Answers answers = new Answers();
  private final List<String> said = new ArrayList<>();
  private int parallelism = 8;

  private ChecksModel model() {
    return new ChecksModel(
        new Fleet(engine, new Journal(), parallelism),
        fx,
        peer -> PeerBook.EMPTY.requestFor(peer, Path.of("")),
        answers.model(Runnable::run, fx),
        said::add);
  }

  /** A peer at a port of its own, so that none waits for another. */
  private static PeerRow row(int number) {
    return new PeerRow(Peer.of("P" + number, new AeTitle("CT1"), "10.1.2.3", 1000 + number));
  }

  private void runUntilIdle(ChecksModel model) {
    fx.runUntil("all checks end", () -> !model.busyProperty().get());
  }

  @Test
  void aRowGoesThroughTheQueueAndTheStagesToItsResult() {
    ChecksModel model = model();
    PeerRow row = row(1);
    assertThat(model.busyProperty().get()).isFalse();
    model.echo(List.of(row));
    assertThat(row.status()).isEqualTo(Status.WAITING);
    assertThat(model.busyProperty().get()).isTrue();

    Held held = engine.next();
    fx.runAll();
    assertThat(row.status()).isEqualTo(Status.RUNNING);
    held.reach(CheckStage.ASSOCIATE);
    fx.runAll();
    assertThat(row.runningStageProperty().get()).isEqualTo(CheckStage.ASSOCIATE);

    held.endWith(Results::rejected);
    runUntilIdle(model);
    assertThat(row.status()).isEqualTo(Status.FAILED);
    assertThat(row.lastConversationId()).isPositive();
  }

  @Test
  void progressCountsAllThatWereAskedForSinceTheListWasAtRest() {
    ChecksModel model = model();
    model.echo(List.of(row(1), row(2)));
    Held first = engine.next();
    Held second = engine.next();
    first.answer();
    fx.runUntil("one ends", () -> model.endedProperty().get() == 1);
    model.echo(List.of(row(3)));
    assertThat(model.totalProperty().get()).isEqualTo(3);
    assertThat(model.endedProperty().get()).isEqualTo(1);

    second.answer();
    engine.next().answer();
    runUntilIdle(model);
    assertThat(model.endedProperty().get()).isEqualTo(3);

    model.echo(List.of(row(4)));
    assertThat(model.totalProperty().get()).isEqualTo(1);
    assertThat(model.endedProperty().get()).isZero();
    engine.next().answer();
    runUntilIdle(model);
  }

  @Test
  void aRowIsNotCheckedTwiceAtTheSameTime() {
    ChecksModel model = model();
    PeerRow row = row(1);
    model.echo(List.of(row));
    model.echo(List.of(row, row));
    assertThat(model.totalProperty().get()).isEqualTo(1);
    engine.next().answer();
    runUntilIdle(model);
    assertThat(engine.anyBegun()).isFalse();

    model.echo(List.of(row));
    engine.next().answer();
    runUntilIdle(model);
    assertThat(row.pastChecks()).as("later it is").hasSize(2);
  }

  @Test
  void aCheckThatCouldNotBeMadeCanBeAskedForAgain() {
    AtomicInteger faults = new AtomicInteger();
    ChecksModel model =
        new ChecksModel(
            new Fleet(engine, new Journal(), parallelism),
            fx,
            peer -> {
              if (faults.incrementAndGet() == 1) {
                throw new IllegalStateException("injected");
              }
              return PeerBook.EMPTY.requestFor(peer, Path.of(""));
            },
            answers.model(Runnable::run, fx),
            said::add);
    PeerRow row = row(1);
    assertThatIllegalStateException().isThrownBy(() -> model.echo(List.of(row)));
    assertThat(model.busyProperty().get()).isFalse();

    model.echo(List.of(row));
    engine.next().answer();
    runUntilIdle(model);
    assertThat(row.pastChecks()).hasSize(1);
  }

  @Test
  void checksThatCouldNotBeginAreOverAndCanBeAskedForAgain() {
    ChecksModel model = model();
    PeerRow row = row(1);
    EchoEngine unusable =
        new EchoEngine() {
          @Override
          public String name() {
            throw new IllegalStateException("injected");
          }

          @Override
          public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
            throw new IllegalStateException("injected");
          }
        };
    model.echo(List.of(row), unusable);
    runUntilIdle(model);

    model.echo(List.of(row));
    engine.next().answer();
    runUntilIdle(model);
    assertThat(row.status()).isEqualTo(Status.OK);
  }

  @Test
  void nothingToCheckLeavesTheListAtRest() {
    ChecksModel model = model();
    model.echo(List.of());
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void stopEndsThoseThatRunAndThoseThatWait() {
    parallelism = 1;
    ChecksModel model = model();
    PeerRow running = row(1);
    PeerRow waiting = row(2);
    model.echo(List.of(running));
    model.echo(List.of(waiting));
    engine.next();
    model.stop();
    runUntilIdle(model);
    assertThat(running.status()).isEqualTo(Status.CANCELLED);
    assertThat(waiting.status()).isEqualTo(Status.CANCELLED);
    assertThat(model.endedProperty().get()).isEqualTo(2);
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void oneCheckIsStoppedAndTheOthersGoOn() {
    ChecksModel model = model();
    PeerRow stopped = row(1);
    PeerRow other = row(2);
    model.echo(List.of(stopped, other));
    Held one = engine.next();
    Held two = engine.next();
    Held ofOther = one.request().name().equals("P2") ? one : two;
    model.stop(stopped);
    fx.runUntil("it is stopped", () -> stopped.status() == Status.CANCELLED);
    assertThat(ofOther.isEnded()).isFalse();
    ofOther.answer();
    runUntilIdle(model);
    assertThat(other.status()).isEqualTo(Status.OK);
  }

  @Test
  void aCheckIsStoppedThoughItsPeerWasRenamedMeanwhile() {
    ChecksModel model = model();
    PeerRow row = row(1);
    model.echo(List.of(row));
    Held held = engine.next();
    row.edit(row.peer().withName("Another name"));
    model.stop(row);
    held.awaitEnd();
    runUntilIdle(model);
    assertThat(row.status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void whatIsFoundOfAPeerAsItWasDoesNotMarkItAsItIs() {
    engine = HeldEngine.deafToStop();
    ChecksModel model = model();
    PeerRow row = row(1);
    model.echo(List.of(row));
    Held held = engine.next();
    fx.runAll();
    row.edit(Book.edited(row.peer(), "P1", "OTHER", "10.1.2.3", 1001));
    held.reach(CheckStage.ECHO);
    fx.runAll();
    assertThat(row.status()).isEqualTo(Status.NEVER_CHECKED);

    held.answer();
    runUntilIdle(model);
    assertThat(row.status()).isEqualTo(Status.NEVER_CHECKED);
    assertThat(row.lastResult()).isNull();
    assertThat(model.endedProperty().get()).isEqualTo(1);
  }

  @Test
  void aPeerThatTheFileHasOtherwiseWhileItIsCheckedIsNotMarkedWithTheOldOnesResult(
      @TempDir Path folder) throws Exception {
    Path file = folder.resolve("peers.json");
    Peer old = row(1).peer();
    new PeerStore(file).saveAnyway(PeerBook.EMPTY.withAdded(old));
    PeersModel peers =
        new PeersModel(new PeerFile(new PeerStore(file), Runnable::run, Runnable::run));
    peers.load();
    ChecksModel model = model();
    PeerRow row = peers.rows().getFirst();
    model.echo(List.of(row));
    Held held = engine.next();

    Peer moved = Book.edited(old, old.name(), "CT1", "moved.example", old.port());
    new PeerStore(file).saveAnyway(PeerBook.EMPTY.withAdded(moved));
    peers.load();
    held.endWith(Results::refused);
    runUntilIdle(model);
    assertThat(peers.rows()).singleElement().isSameAs(row);
    assertThat(row.status()).isEqualTo(Status.NEVER_CHECKED);

    model.echo(List.of(row));
    assertThat(engine.next().request().host()).isEqualTo("moved.example");
    model.stop();
    runUntilIdle(model);
  }

  @Test
  void aDeletedPeersLateResultNeitherBringsItBackNorStallsTheRest(@TempDir Path folder) {
    engine = HeldEngine.deafToStop();
    PeersModel peers = inFile(folder);
    ChecksModel model = model();
    PeerRow deleted = peers.add(row(1).peer());
    PeerRow kept = peers.add(row(2).peer());
    model.echo(List.of(deleted, kept));
    Held one = engine.next();
    Held two = engine.next();
    model.stop(deleted);
    peers.delete(List.of(deleted));
    one.endWith(Results::refused);
    two.endWith(Results::refused);
    runUntilIdle(model);
    assertThat(peers.rows()).containsExactly(kept);
    assertThat(kept.status()).isEqualTo(Status.FAILED);
    assertThat(model.endedProperty().get()).isEqualTo(2);
  }

  @Test
  void aResultFindsItsPeerThoughThatWasRenamedAndItsNameGivenToAnother(@TempDir Path folder) {
    PeersModel peers = inFile(folder);
    ChecksModel model = model();
    PeerRow renamed = peers.add(row(1).peer());
    model.echo(List.of(renamed));
    Held held = engine.next();

    peers.replace(renamed, renamed.peer().withName("New name"));
    PeerRow heir = peers.add(row(1).peer());
    model.echo(List.of(heir));
    model.stop(heir);
    fx.runUntil("the heir's ends", () -> heir.status() == Status.CANCELLED);
    assertThat(held.isEnded()).as("it is another's").isFalse();
    held.endWith(Results::refused);
    runUntilIdle(model);
    assertThat(renamed.status()).isEqualTo(Status.FAILED);
    assertThat(heir.status()).isEqualTo(Status.CANCELLED);
    assertThat(heir.lastResult()).extracting(CheckResult::isSuccess).isEqualTo(false);
  }

  @Test
  void aResultFindsItsPeerThoughTheFileWasReadAgainWithAnotherNameForIt(@TempDir Path folder)
      throws Exception {
    PeersModel peers = inFile(folder);
    ChecksModel model = model();
    PeerRow row = peers.add(row(1).peer());
    model.echo(List.of(row));
    Held held = engine.next();

    Peer other = Peer.of("P1", new AeTitle("CT1"), "10.1.2.3", 1001);
    new PeerStore(folder.resolve("peers.json"))
        .saveAnyway(PeerBook.EMPTY.withAdded(other).withAdded(row.peer().withName("New name")));
    peers.load();
    held.endWith(Results::refused);
    runUntilIdle(model);
    assertThat(peers.rows()).extracting(r -> r.peer().name()).containsExactly("P1", "New name");
    assertThat(peers.rows())
        .extracting(PeerRow::status)
        .containsExactly(Status.NEVER_CHECKED, Status.FAILED);
  }

  @Test
  void aResultOfADeletedPeerIsNotGivenToItsHeir(@TempDir Path folder) {
    engine = HeldEngine.deafToStop();
    PeersModel peers = inFile(folder);
    ChecksModel model = model();
    PeerRow deleted = peers.add(row(1).peer());
    model.echo(List.of(deleted));
    Held held = engine.next();

    model.stop(deleted);
    peers.delete(List.of(deleted));
    PeerRow heir = peers.add(row(1).peer());
    held.answer();
    runUntilIdle(model);
    assertThat(heir.status()).isEqualTo(Status.NEVER_CHECKED);
    assertThat(heir.lastResult()).isNull();
  }

  private static PeersModel inFile(Path folder) {
    PeersModel peers =
        new PeersModel(
            new PeerFile(
                new PeerStore(folder.resolve("peers.json")), Runnable::run, Runnable::run));
    peers.load();
    return peers;
  }

  @Test
  void fiveHundredRowsAllEnd() {
    parallelism = 64;
    ChecksModel model = model();
    List<PeerRow> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      PeerRow row = row(i);
      rows.add(row);
      boolean answers = i % 2 == 0;
      engine.prepare(
          row.peer().name(),
          request ->
              answers ? Results.success(request, Duration.ofMillis(1)) : Results.refused(request));
    }
    model.echo(rows);
    assertThat(model.totalProperty().get()).isEqualTo(500);
    runUntilIdle(model);
    assertThat(model.endedProperty().get()).isEqualTo(500);
    assertThat(rows).filteredOn(row -> row.status() == Status.OK).hasSize(250);
    assertThat(rows).filteredOn(row -> row.status() == Status.FAILED).hasSize(250);
  }

  // Secrets

  private static PeerRow withPasscode(int number) {
    Peer peer = row(number).peer();
    return new PeerRow(
        new Peer(
            peer.id(),
            peer.name(),
            peer.calledAe(),
            peer.host(),
            peer.port(),
            null,
            List.of(),
            "",
            PeerTimeouts.DEFAULT,
            null,
            new PeerUserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true),
            null,
            RawFields.NONE));
  }

  @Test
  void aCheckThatNeedsASecretWaitsForItAndTheOthersDoNot() {
    ChecksModel model = model();
    PeerRow needs = withPasscode(1);
    PeerRow plain = row(2);
    model.echo(List.of(needs, plain));
    assertThat(engine.next().request().name()).isEqualTo("P2");
    fx.runAll();
    assertThat(answers.isAsking()).isTrue();
    assertThat(needs.status()).isEqualTo(Status.WAITING);
    assertThat(model.totalProperty().get()).isEqualTo(2);

    model.echo(List.of(needs));
    answers.answer("secret");
    fx.runAll();
    engine.next().answer();
    fx.runUntil("it ends", () -> needs.status() == Status.OK);
    assertThat(answers.asked()).hasSize(1);
    model.stop();
    runUntilIdle(model);
  }

  @Test
  void aSecretIsStillKnownAfterARenameAndNotToAnotherPeerOfTheOldName() {
    ChecksModel model = model();
    PeerRow renamed = withPasscode(1);
    model.echo(List.of(renamed));
    fx.runAll();
    answers.answer("secret");
    fx.runAll();
    engine.next().answer();
    runUntilIdle(model);

    renamed.edit(renamed.peer().withName("New name"));
    model.echo(List.of(renamed));
    engine.next().answer();
    runUntilIdle(model);
    assertThat(answers.asked()).as("it was known").hasSize(1);

    PeerRow heir = withPasscode(1);
    model.echo(List.of(heir));
    fx.runAll();
    assertThat(answers.asked()).as("it is another's").hasSize(2);
    assertThat(answers.asked().getLast().purpose()).startsWith("Echolot authenticates to P1 as");
    model.stop();
    runUntilIdle(model);
  }

  @Test
  void aCheckWhoseSecretNobodySaysIsNotMadeAndThatIsSaid() {
    ChecksModel model = model();
    PeerRow needs = withPasscode(1);
    model.echo(List.of(needs));
    fx.runAll();
    answers.answer(null);
    fx.runAll();
    assertThat(said).containsExactly("Not checked: P1, without the secret of its user \"me\".");
    assertThat(needs.status()).isEqualTo(Status.CANCELLED);
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void stoppingEndsWhatWaitsForASecret() {
    ChecksModel model = model();
    PeerRow needs = withPasscode(1);
    model.echo(List.of(needs));
    fx.runAll();
    model.stop();
    assertThat(needs.status()).isEqualTo(Status.CANCELLED);
    assertThat(model.busyProperty().get()).isFalse();
    answers.answer("secret");
    fx.runAll();
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void stoppingOneThatWaitsForASecretLeavesTheOthersWaiting() {
    ChecksModel model = model();
    PeerRow first = withPasscode(1);
    PeerRow second = withPasscode(2);
    model.echo(List.of(first, second));
    fx.runAll();
    model.stop(first);
    assertThat(first.status()).isEqualTo(Status.CANCELLED);
    answers.answer("of one");
    fx.runAll();
    answers.answer("of two");
    fx.runAll();
    assertThat(engine.next().request().name()).isEqualTo("P2");
    assertThat(engine.anyBegun()).isFalse();
    model.stop();
    runUntilIdle(model);
  }
}
