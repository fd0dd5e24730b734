package org.echolot.ui.main;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echolot.capture.Recorder;
import org.echolot.capture.Recording;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.Stage;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeerRow;

/**
 * The checks that were asked for in the window: starts and stops them, and shows in the rows how
 * they go. View model: to be used on the FX thread.
 */
public final class ChecksModel {

  /** A row that is checked, as the peer stood when the check was asked for. */
  private record Subject(PeerRow row, Peer peer) {

    /** Whether what the check tells still speaks of the row's peer. */
    boolean isCurrent() {
      return row.peer().isReachedLike(peer);
    }
  }

  private final Fleet fleet;
  private final Executor fx;
  private final Function<Peer, CheckRequest> toRequest;

  /** The rows that are checked, each with the name that its check goes by. */
  private final Map<PeerRow, String> busyRows = new HashMap<>();

  private final List<FleetRun> runs = new ArrayList<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyIntegerWrapper ended = new ReadOnlyIntegerWrapper(0);

  /**
   * @param fx runs what changes the view model
   * @param toRequest what a check of a peer asks
   */
  public ChecksModel(Fleet fleet, Executor fx, Function<Peer, CheckRequest> toRequest) {
    this.fleet = fleet;
    this.fx = fx;
    this.toRequest = toRequest;
  }

  /** Whether any check is waiting or running. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How many checks were asked for since the last time that all were done. */
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** How many of those ended. */
  public ReadOnlyIntegerProperty endedProperty() {
    return ended.getReadOnlyProperty();
  }

  // Commands

  /** Checks peers; those that are being checked already are left alone. */
  public void echo(List<PeerRow> rows) {
    echo(rows, fleet::start);
  }

  /** The same, with an engine of choice. */
  public void echo(List<PeerRow> rows, EchoEngine engine) {
    echo(rows, (requests, listener) -> fleet.start(requests, engine, listener));
  }

  private void echo(
      List<PeerRow> rows, BiFunction<List<CheckRequest>, FleetListener, FleetRun> start) {
    Map<CheckRequest, Subject> subjects = new HashMap<>();
    List<CheckRequest> requests = new ArrayList<>();
    for (PeerRow row : rows) {
      if (!busyRows.containsKey(row)) {
        CheckRequest request = toRequest.apply(row.peer());
        busyRows.put(row, request.name());
        subjects.put(request, new Subject(row, row.peer()));
        requests.add(request);
        row.checkQueued();
      }
    }
    if (requests.isEmpty()) {
      return;
    }
    if (!busy.get()) {
      total.set(0);
      ended.set(0);
      busy.set(true);
    }
    total.set(total.get() + requests.size());
    runs.add(start.apply(requests, new Listener(Map.copyOf(subjects))));
  }

  /** Stops all checks, those that wait included. */
  public void stop() {
    // Those that were asked for last wait for the others, and would begin where these end first.
    List.copyOf(runs).reversed().forEach(FleetRun::stop);
  }

  /** Stops the check of one peer, if there is one. */
  public void stop(PeerRow row) {
    String name = busyRows.get(row);
    if (name != null) {
      List.copyOf(runs).forEach(run -> run.stop(name));
    }
  }

  private void ended(Subject subject, CheckResult result, Recording recording) {
    busyRows.remove(subject.row());
    if (subject.isCurrent()) {
      subject.row().checkEnded(result, recording);
    }
    ended.set(ended.get() + 1);
    runs.removeIf(FleetRun::isDone);
    if (busyRows.isEmpty()) {
      busy.set(false);
    }
  }

  /** Carries what the checks' threads tell over to the FX thread. */
  private final class Listener implements FleetListener {

    private final Map<CheckRequest, Subject> subjects;
    private final Map<CheckRequest, Recorder> recorders = new ConcurrentHashMap<>();

    Listener(Map<CheckRequest, Subject> subjects) {
      this.subjects = subjects;
    }

    @Override
    public void checkStarted(CheckRequest request, long checkId) {
      with(
          request,
          subject -> {
            if (subject.isCurrent()) {
              subject.row().checkBegan(checkId);
            }
          });
    }

    @Override
    public CheckListener listenerFor(CheckRequest request, long checkId) {
      return recorders.computeIfAbsent(request, _ -> new Recorder());
    }

    @Override
    public void stageStarted(CheckRequest request, Stage stage, Instant at) {
      with(
          request,
          subject -> {
            if (subject.isCurrent()) {
              subject.row().checkReached(stage);
            }
          });
    }

    @Override
    public void checkEnded(CheckRequest request, CheckResult result) {
      Recorder recorder = recorders.remove(request);
      Recording recording = recorder == null ? Recording.EMPTY : recorder.recording();
      with(request, subject -> ended(subject, result, recording));
    }

    private void with(CheckRequest request, Consumer<Subject> action) {
      Subject subject = subjects.get(request);
      if (subject != null) {
        fx.execute(() -> action.accept(subject));
      }
    }
  }
}
