package org.echolot.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.check.Outcome;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.journal.Journal;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.ByHand;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
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
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<WatchEvent> rung = new ArrayList<>();
  private final Journal journal = new Journal();
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
    journal.addReader(line -> lines.add(line.text()));
    model =
        new WatchModel(
            new Fleet(engine, journal, 8),
            OwnLine.ALWAYS_UP,
            fx,
            peers,
            peer -> peers.book().requestFor(peer, folder),
            journal,
            rung::add);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private void turnOn() {
    peers.replace(row, row.peer().withWatch(new PeerWatch(Duration.ofSeconds(10))));
    fx.runAll();
    model.look();
  }

  @Test
  void nobodyIsWatchedUntilItIsTurnedOn() {
    model.look();

    assertThat(model.watchedCountProperty().get()).isZero();
    assertThat(engine.anyBegun()).isFalse();
  }

  @Test
  void theResultIsInTheRowAndWhatHappenedInTheListAndTheConsole() {
    turnOn();
    assertThat(model.watchedCountProperty().get()).isEqualTo(1);
    engine.next().answer();
    fx.runUntil("the event is there", () -> !model.events().isEmpty());

    assertThat(model.events().getFirst().kind()).isEqualTo(WatchEvent.Kind.ANSWERS);
    assertThat(lines).containsExactly("CT 1 answers");
    assertThat(row.lastResult()).isNotNull();
    assertThat(row.lastResult().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(rung).as("that it answers at first rings nobody").isEmpty();
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
    assertThat(model.watchedCountProperty().get()).as("it was turned off, too").isZero();
  }
}
