package org.echolot.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.echolot.check.CheckRequest;
import org.echolot.check.Outcome;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.QuietHours;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.journal.Journal;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.ByHand;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching in the window, without a toolkit. */
class WatchModelTest {

  private static final Peer CT = Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104);

  @TempDir Path folder;
  private final ByHand fx = new ByHand();
  private final HeldEngine engine = new HeldEngine();
  private final List<WatchEvent> told = new CopyOnWriteArrayList<>();
  private final List<String> rung = new ArrayList<>();
  private final Fleet fleet = new Fleet(engine, new Journal(), 8);
  private volatile @Nullable LineFault fault;
  private boolean ready = true;
  private LocalTime time = LocalTime.NOON;
  private PeersModel peers;
  private WatchModel model;
  private PeerRow row;

  @BeforeEach
  void load() {
    peers =
        new PeersModel(
            new PeerFile(new PeerStore(folder.resolve("peers.json")), Runnable::run, fx));
    peers.load();
    fx.runUntil("the peers are read", () -> peers.editableProperty().get());
    row = peers.add(CT);
    fx.runAll();
    model =
        new WatchModel(
            fleet,
            _ -> fault,
            fx,
            peers,
            peer -> ready ? Optional.of(request(peer)) : Optional.empty(),
            new WatchModel.Told() {
              @Override
              public void happened(WatchEvent event) {
                told.add(event);
              }

              @Override
              public void ring(String words) {
                rung.add(words);
              }
            },
            () -> time);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private CheckRequest request(Peer peer) {
    return peers.book().requestFor(peer, folder);
  }

  private void turnOn() {
    peers.replace(row, row.peer().withWatch(new PeerWatch(Duration.ofSeconds(10))));
    fx.runAll();
    model.look();
  }

  private WatchBadge badge() {
    return model.badgeProperty().get();
  }

  private void looksTwice() {
    model.look();
    model.look();
  }

  /** The first check, and a second one that confirms it: the peer fails. */
  private void fails() {
    turnOn();
    engine.next().endWith(Results::refused);
    engine.next().endWith(Results::refused);
    fx.runUntil("it is told", () -> !model.events().isEmpty());
  }

  @Test
  void nobodyIsWatchedUntilItIsTurnedOn() {
    model.look();

    assertThat(badge().isShown()).isFalse();
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void theResultIsInTheRowAndWhatHappenedInTheList() {
    turnOn();
    assertThat(badge().text()).isEqualTo("Watching 1 peer");
    engine.next().answer();
    fx.runUntil("the event is there", () -> !model.events().isEmpty());
    looksTwice();

    assertThat(model.events().getFirst().kind()).isEqualTo(WatchEvent.Kind.ANSWERS);
    assertThat(told).hasSize(1);
    assertThat(row.lastResult()).isNotNull();
    assertThat(row.lastResult().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(rung).as("that it answers at first rings nobody").isEmpty();
    assertThat(row.marks().changeProperty().get()).isEmpty();
  }

  @Test
  void aChangeThatASecondCheckConfirmedRingsAndIsMarkedUntilSomebodyLooks() {
    fails();
    looksTwice();

    assertThat(rung).hasSize(1).first().asString().startsWith("CT 1 fails: ");
    assertThat(badge().text()).isEqualTo("Watching 1 peer · 1 failing");
    assertThat(row.marks().changeProperty().get()).startsWith("CT 1 fails: ");
    assertThat(model.unseenProperty().get()).isEqualTo(1);

    model.seen(row);
    assertThat(row.marks().changeProperty().get()).isEmpty();
    assertThat(model.unseenProperty().get()).isZero();
  }

  @Test
  void inQuietHoursAChangeIsListedAndAnnouncedWhenTheyAreOver() {
    time = LocalTime.of(23, 0);
    model.quietHoursProperty().set(QuietHours.parse("22-6"));
    fails();
    looksTwice();
    assertThat(rung).isEmpty();
    assertThat(badge().text()).isEqualTo("Watching 1 peer · 1 failing · quiet until 06:00");
    assertThat(row.marks().changeProperty().get()).isNotEmpty();

    time = LocalTime.of(6, 0);
    looksTwice();
    assertThat(rung).hasSize(1).first().asString().startsWith("In the quiet hours: CT 1 fails");
  }

  @Test
  void whatOurOwnNetworkIsToBlameForIsNotShownAsThePeers() {
    fault = new LineFault(LineFault.Scope.ALL, "no interface has an address");
    turnOn();
    engine.next().endWith(Results::refused);
    fx.runUntil("it is told", () -> !model.events().isEmpty());
    model.look();

    assertThat(model.events().getFirst().kind()).isEqualTo(WatchEvent.Kind.LINE_DOWN);
    assertThat(row.lastResult()).isNull();
    assertThat(badge().text()).isEqualTo("Watching 1 peer · our own network is down");
    assertThat(badge().explanation()).contains("no interface has an address");
  }

  @Test
  void nothingIsToldOfAWatchThatGoesOnAsBefore() {
    turnOn();
    engine.next().answer();
    fx.runUntil("the event is there", () -> !model.events().isEmpty());
    model.look();
    List<WatchBadge> told = new ArrayList<>();
    model.badgeProperty().subscribe((_, now) -> told.add(now));
    looksTwice();

    assertThat(told).as("the window would be laid out each second").isEmpty();
  }

  @Test
  void pausedItBeginsNoChecksAndGoesOnAfterwards() {
    model.pausedProperty().set(true);
    turnOn();
    assertThat(badge().text()).isEqualTo("Watch paused, 1 peer");
    assertThat(engine.anyBegun()).isFalse();

    model.pausedProperty().set(false);
    engine.next().answer();
    fx.runUntil("the event is there", () -> !model.events().isEmpty());
    assertThat(badge().text()).isEqualTo("Watching 1 peer");
  }

  @Test
  void aPeerThatNeedsAPasswordIsWatchedOnceSomebodySaidIt() {
    ready = false;
    turnOn();
    assertThat(badge().text()).isEqualTo("Watching 0 peers · 1 needs a password");
    assertThat(engine.anyBegun()).isFalse();

    ready = true;
    model.look();
    engine.next().answer();
    fx.runUntil("the event is there", () -> !model.events().isEmpty());
  }

  @Test
  void aCheckByHandWaitsForThatOfTheWatchToTheSameHostAndPort() {
    turnOn();
    HeldEngine.Held watched = engine.next();
    var byHand = fleet.start(List.of(request(row.peer())), new FleetListener() {});

    assertThat(engine.anyBegun()).as("one association at a time").isFalse();
    watched.answer();
    engine.next().answer();
    Deadline end = Deadline.after(Duration.ofSeconds(20));
    while (!byHand.isDone() && !end.hasPassed()) {
      Thread.onSpinWait();
    }
    assertThat(byHand.isDone()).isTrue();
  }

  @Test
  void aPeerThatIsRenamedKeepsItsResultAndOneThatIsDeletedGetsNone() {
    turnOn();
    HeldEngine.Held running = engine.next();
    peers.replace(row, row.peer().withName("CT one"));
    fx.runAll();
    model.look();
    running.answer();
    fx.runUntil("the result is there", () -> row.lastResult() != null);

    PeerRow other = peers.add(Peer.of("MR 2", new AeTitle("MR2"), "10.1.2.9", 104));
    peers.replace(other, other.peer().withWatch(new PeerWatch(Duration.ofSeconds(10))));
    fx.runAll();
    model.look();
    HeldEngine.Held ofDeleted = engine.next();
    peers.delete(List.of(other));
    fx.runAll();
    model.look();
    ofDeleted.endWith(Results::refused);
    IntStream.range(0, 3).forEach(_ -> fx.runAll());

    assertThat(other.lastResult()).isNull();
    assertThat(model.events()).noneMatch(event -> event.peer().equals("MR 2"));
    assertThat(badge().watched()).isEqualTo(1);
  }

  @Test
  void theResultOfWhatThePeerWasBeforeItWasEditedIsNotShown() {
    turnOn();
    HeldEngine.Held running = engine.next();
    Peer moved =
        new Peer(
            CT.id(),
            CT.name(),
            CT.calledAe(),
            "10.9.9.9",
            104,
            null,
            List.of(),
            "",
            CT.timeouts(),
            null,
            null,
            null,
            row.peer().raw());
    peers.replace(row, moved);
    fx.runAll();
    running.answer();
    model.look();
    fx.runAll();

    assertThat(row.lastResult()).isNull();
    assertThat(badge().watched()).as("it was turned off, too").isZero();
  }
}
