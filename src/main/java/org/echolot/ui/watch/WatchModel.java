package org.echolot.ui.watch;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.check.CheckRequest;
import org.echolot.check.Outcome;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.QuietHours;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.fleet.watch.WatchState;
import org.echolot.fleet.watch.Watched;
import org.echolot.journal.Journal;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerWatch;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;

/**
 * Watches the peers of the list that have it turned on, shows their results in the rows, marks what
 * changed, and keeps what happened. View model: to be used on the FX thread.
 */
public final class WatchModel implements AutoCloseable {

  /** Who is told of what happens. */
  public interface Told {

    /** Of everything, in order; by any thread. */
    void happened(WatchEvent event);

    /** What the user is to know at once, on the FX thread. */
    void ring(String words);
  }

  /** How many events are shown; the oldest go first. */
  public static final int MOST_EVENTS = 1_000;

  private final Fleet fleet;
  private final OwnLine line;
  private final Executor fx;
  private final PeersModel peers;
  private final Function<Peer, Optional<CheckRequest>> toRequest;
  private final Told told;
  private final Supplier<LocalTime> clock;

  private final Bell bell = new Bell();
  private final ObservableList<WatchEvent> events = FXCollections.observableArrayList();
  // A field, since a list that is made for a listener alone is collected, and its listener with it.
  private final ObservableList<WatchEvent> readOnlyEvents =
      FXCollections.unmodifiableObservableList(events);
  private final ReadOnlyObjectWrapper<WatchBadge> badge =
      new ReadOnlyObjectWrapper<>(WatchBadge.NONE);
  private final BooleanProperty paused = new SimpleBooleanProperty(false);
  private final ObjectProperty<@Nullable QuietHours> quietHours = new SimpleObjectProperty<>(null);
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(0);
  private final Set<UUID> unseenPeers = new HashSet<>();

  /** The watched peers as they were when their checks were planned. */
  private final Map<UUID, Peer> planned = new HashMap<>();

  private final Map<UUID, PeerRow> rows = new HashMap<>();

  /** Those that need a password first. */
  private final List<Peer> waiting = new ArrayList<>();

  private boolean shownBefore;
  private @Nullable PeerBook seen;
  private @Nullable Watch watch;

  /**
   * @param fleet shares its queue: a peer is never checked by the window and the watch at a time
   * @param fx runs what changes the view model
   * @param toRequest what a check of a peer asks; empty while that needs a password that nobody
   *     said yet: a watch asks nobody
   * @param clock the time of day, for quiet hours
   */
  public WatchModel(
      Fleet fleet,
      OwnLine line,
      Executor fx,
      PeersModel peers,
      Function<Peer, Optional<CheckRequest>> toRequest,
      Told told,
      Supplier<LocalTime> clock) {
    this.fleet = fleet.tellingTo(new Journal());
    this.line = line;
    this.fx = fx;
    this.peers = peers;
    this.toRequest = toRequest;
    this.told = told;
    this.clock = clock;
    paused.subscribe((_, on) -> pause(on));
    quietHours.subscribe((_, _) -> updateBadge());
  }

  /** What happened, the newest first. */
  public ObservableList<WatchEvent> events() {
    return readOnlyEvents;
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<WatchBadge> badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** Whether no checks are begun for now. */
  public BooleanProperty pausedProperty() {
    return paused;
  }

  /** When nobody is to be rung; null: at no time. */
  public ObjectProperty<@Nullable QuietHours> quietHoursProperty() {
    return quietHours;
  }

  /** How many peers have a change that nobody has looked at yet. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  // Commands

  /** Takes in what happened before this start, the newest first; once. */
  public void showBefore(List<WatchEvent> before) {
    if (!shownBefore) {
      shownBefore = true;
      events.addAll(before.subList(0, Math.min(before.size(), MOST_EVENTS - events.size())));
    }
  }

  /** Somebody looked at a peer. */
  public void seen(PeerRow row) {
    row.marks().seen();
    if (unseenPeers.remove(row.id())) {
      unseen.set(unseenPeers.size());
    }
  }

  /** Somebody looked at all that happened. */
  public void seenAll() {
    List.copyOf(unseenPeers).stream()
        .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
        .forEach(this::seen);
    unseenPeers.clear();
    unseen.set(0);
  }

  /**
   * Follows what the user changed in the list, and rings for what happened since. Cheap where there
   * is nothing of it; called about once a second.
   */
  public void look() {
    PeerBook book = peers.book();
    if (!book.equals(seen)
        || waiting.stream().anyMatch(peer -> toRequest.apply(peer).isPresent())) {
      seen = book;
      plan(book);
    }
    bell.look(isQuiet()).ifPresent(told::ring);
    updateBadge();
  }

  private boolean isQuiet() {
    QuietHours hours = quietHours.get();
    return hours != null && hours.cover(clock.get());
  }

  private void plan(PeerBook book) {
    rows.clear();
    peers.rows().forEach(row -> rows.put(row.id(), row));
    unseenPeers.retainAll(rows.keySet());
    unseen.set(unseenPeers.size());
    planned.clear();
    waiting.clear();
    List<Watched> all = new ArrayList<>();
    for (Peer peer : book.peers()) {
      PeerWatch how = peer.watch();
      if (how != null) {
        toRequest
            .apply(peer)
            .ifPresentOrElse(
                request -> {
                  planned.put(peer.id(), peer);
                  all.add(new Watched(request, how.interval()));
                },
                () -> waiting.add(peer));
      }
    }
    if (watch == null && !all.isEmpty()) {
      watch = new Watch(fleet, line, new Listener());
      watch.pause(paused.get());
    }
    if (watch != null) {
      watch.watch(all);
    }
  }

  private void pause(boolean on) {
    if (watch != null) {
      watch.pause(on);
    }
    updateBadge();
  }

  private void updateBadge() {
    Watch running = watch;
    long failing =
        running == null
            ? 0
            : running.standings().stream()
                .filter(s -> s.state() == WatchState.FAILS || s.state() == WatchState.FLAPS)
                .count();
    WatchBadge now =
        new WatchBadge(
            planned.size(),
            (int) failing,
            waiting.size(),
            paused.get(),
            running == null ? null : running.lineFault(),
            isQuiet() ? quietHours.get() : null);
    // A property tells of each value that is set, also of one that says the same.
    if (!now.equals(badge.get())) {
      badge.set(now);
    }
  }

  /** Is told by the threads of the watch. */
  private final class Listener implements WatchListener {
    @Override
    public void checkEnded(CheckEnded ended, @Nullable LineFault fault) {
      // What our own network is to blame for says nothing about the peer.
      if (fault == null && ended.result().outcome() != Outcome.CANCELLED) {
        fx.execute(() -> show(ended));
      }
    }

    @Override
    public void happened(WatchEvent event) {
      told.happened(event);
      fx.execute(() -> add(event));
    }
  }

  /** A row whose own check waits or runs, or that was edited meanwhile, has no use for it. */
  private void show(CheckEnded ended) {
    UUID id = ended.request().peerId();
    Peer peer = planned.get(id);
    PeerRow row = rows.get(id);
    if (peer != null && row != null && !row.isBusy() && row.peer().isReachedLike(peer)) {
      row.checkQueued();
      row.checkBegan(0); // its lines are in no console
      row.checkEnded(ended.result(), ended.recording(), ended.lastSuccess());
    }
  }

  private void add(WatchEvent event) {
    events.addFirst(event);
    if (events.size() > MOST_EVENTS) {
      events.removeLast();
    }
    bell.add(event);
    PeerRow row = event.peerId() == null ? null : rows.get(event.peerId());
    if (row != null && event.kind().rings() && planned.containsKey(row.id())) {
      row.marks().changed(event.text());
      if (unseenPeers.add(row.id())) {
        unseen.set(unseenPeers.size());
      }
    }
  }

  /** Stops all checks of the watch. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
