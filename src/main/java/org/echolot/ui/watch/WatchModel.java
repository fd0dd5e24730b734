package org.echolot.ui.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.check.CheckRequest;
import org.echolot.check.Outcome;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.fleet.watch.Watched;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerWatch;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;

/**
 * Watches the peers of the list that have it turned on, shows their results in the rows, and keeps
 * what happened. View model: to be used on the FX thread.
 */
public final class WatchModel implements AutoCloseable {

  /** How many events are shown; the oldest go first. */
  private static final int MOST_EVENTS = 1_000;

  private final Fleet fleet;
  private final OwnLine line;
  private final Executor fx;
  private final PeersModel peers;
  private final Function<Peer, CheckRequest> toRequest;
  private final Journal journal;
  private final Consumer<WatchEvent> ring;

  private final ObservableList<WatchEvent> events = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper watchedCount = new ReadOnlyIntegerWrapper(0);

  /** The watched peers as they were when their checks were planned. */
  private final Map<UUID, Peer> planned = new HashMap<>();

  private @Nullable PeerBook seen;
  private @Nullable Watch watch;

  /**
   * @param fleet shares its queue: a peer is never checked by the window and the watch at a time
   * @param fx runs what changes the view model
   * @param toRequest what a check of a peer asks
   * @param journal gets a line for each event; the checks themselves are not told there
   * @param ring tells the user of an event that is worth it
   */
  public WatchModel(
      Fleet fleet,
      OwnLine line,
      Executor fx,
      PeersModel peers,
      Function<Peer, CheckRequest> toRequest,
      Journal journal,
      Consumer<WatchEvent> ring) {
    this.fleet = fleet.tellingTo(new Journal());
    this.line = line;
    this.fx = fx;
    this.peers = peers;
    this.toRequest = toRequest;
    this.journal = journal;
    this.ring = ring;
  }

  /** What happened, the newest first. */
  public ObservableList<WatchEvent> events() {
    return FXCollections.unmodifiableObservableList(events);
  }

  /** How many peers are watched. */
  public ReadOnlyIntegerProperty watchedCountProperty() {
    return watchedCount.getReadOnlyProperty();
  }

  /** Follows what the user changed in the list. Cheap where nothing was; called now and then. */
  public void look() {
    PeerBook book = peers.book();
    if (book.equals(seen)) {
      return;
    }
    seen = book;
    planned.clear();
    List<Watched> all = new ArrayList<>();
    for (Peer peer : book.peers()) {
      PeerWatch how = peer.watch();
      if (how != null) {
        planned.put(peer.id(), peer);
        all.add(new Watched(toRequest.apply(peer), how.interval()));
      }
    }
    watchedCount.set(all.size());
    if (watch == null && !all.isEmpty()) {
      watch = new Watch(fleet, line, new Listener());
    }
    if (watch != null) {
      watch.watch(all);
    }
  }

  /** Is told by the threads of the watch. */
  private final class Listener implements WatchListener {
    @Override
    public void checkEnded(CheckEnded ended) {
      fx.execute(() -> show(ended));
    }

    @Override
    public void happened(WatchEvent event) {
      journal.write(JournalLine.info(LineSource.PROGRAM, tone(event), event.text()));
      fx.execute(() -> add(event));
    }
  }

  /** A row whose own check waits or runs, or that was edited meanwhile, has no use for it. */
  private void show(CheckEnded ended) {
    Peer peer = planned.get(ended.request().peerId());
    if (peer == null || ended.result().outcome() == Outcome.CANCELLED) {
      return;
    }
    peers.rows().stream()
        .filter(row -> row.id().equals(peer.id()))
        .filter(row -> !row.isBusy() && row.peer().isReachedLike(peer))
        .findFirst()
        .ifPresent(row -> show(ended, row));
  }

  private static void show(CheckEnded ended, PeerRow row) {
    row.checkQueued();
    row.checkBegan(0); // its lines are in no console
    row.checkEnded(ended.result(), ended.recording());
  }

  private void add(WatchEvent event) {
    events.addFirst(event);
    if (events.size() > MOST_EVENTS) {
      events.removeLast();
    }
    if (event.kind().rings()) {
      ring.accept(event);
    }
  }

  private static JournalLine.Tone tone(WatchEvent event) {
    return switch (event.kind()) {
      case ANSWERS, RECOVERED, WAY_BACK, LINE_UP -> JournalLine.Tone.GOOD;
      case FAILS -> JournalLine.Tone.BAD;
      case FLAPS, NO_WAY, LINE_DOWN, OTHER_CAUSE, FAILED_ONCE -> JournalLine.Tone.WARNING;
      case ANSWERED_ONCE, STEADY, PAUSED, CLOCK_SET_BACK, NETWORK_CHANGED -> JournalLine.Tone.PLAIN;
    };
  }

  /** Stops all checks of the watch. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
