package org.echolot.ui.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echolot.capture.Recording;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.Awaited;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.history.LastSuccess;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.secrets.SecretsModel;
import org.jspecify.annotations.Nullable;

/**
 * The checks that were asked for in the window: starts and stops them, and shows in the rows how
 * they go. View model: to be used on the FX thread.
 */
public final class ChecksModel {

  /** What stands for the engine in the result of a check that never came to one. */
  private static final String NOBODY = "none";

  /** A row that is checked, as the peer stood when the check was asked for. */
  private record Subject(PeerRow row, Peer peer) {

    /** Whether what the check tells still speaks of the row's peer. */
    boolean isCurrent() {
      return row.peer().isReachedLike(peer);
    }
  }

  /** Has a fleet begin with checks. */
  @FunctionalInterface
  private interface Starter {
    FleetRun start(List<CheckRequest> requests, FleetListener listener);
  }

  /** Checks that wait for their secrets. */
  private static final class Unready {

    private final Map<CheckRequest, Subject> subjects;
    private SecretsModel.@Nullable Preparation preparation;

    Unready(Map<CheckRequest, Subject> subjects) {
      this.subjects = subjects;
    }

    void cancel() {
      if (preparation != null) {
        preparation.cancel();
      }
    }
  }

  private final Fleet fleet;
  private final Executor fx;
  private final Function<Peer, CheckRequest> toRequest;
  private final SecretsModel secrets;
  private final Consumer<String> say;

  private final List<Unready> unready = new ArrayList<>();

  /** The peers that are checked. A rename changes nothing about that. */
  private final Set<UUID> busyPeers = new HashSet<>();

  private final List<FleetRun> runs = new ArrayList<>();

  /** What the checks have to tell. */
  private final Awaited news = new Awaited();

  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyIntegerWrapper ended = new ReadOnlyIntegerWrapper(0);

  /**
   * @param fx runs what changes the view model
   * @param toRequest what a check of a peer asks
   * @param secrets asks for the passwords that checks need
   * @param say tells the user that a check is not made, and why
   */
  public ChecksModel(
      Fleet fleet,
      Executor fx,
      Function<Peer, CheckRequest> toRequest,
      SecretsModel secrets,
      Consumer<String> say) {
    this.fleet = fleet;
    this.fx = fx;
    this.toRequest = toRequest;
    this.secrets = secrets;
    this.say = say;
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

  private void echo(List<PeerRow> rows, Starter starter) {
    Map<CheckRequest, Subject> ready = new LinkedHashMap<>();
    Map<CheckRequest, Subject> others = new LinkedHashMap<>();
    forgetLost();
    for (PeerRow row : new LinkedHashSet<>(rows)) {
      if (!busyPeers.contains(row.id())) {
        CheckRequest request = toRequest.apply(row.peer());
        (secrets.isReady(request) ? ready : others).put(request, new Subject(row, row.peer()));
      }
    }
    Stream.of(ready, others).flatMap(each -> each.values().stream()).forEach(this::queue);
    int count = ready.size() + others.size();
    if (count == 0) {
      return;
    }
    if (!busy.get()) {
      total.set(0);
      ended.set(0);
      busy.set(true);
    }
    total.set(total.get() + count);
    start(ready, starter);
    prepare(others, starter);
  }

  private void queue(Subject subject) {
    busyPeers.add(subject.row().id());
    subject.row().checkQueued();
  }

  /**
   * A peer would never be checked again if the end of its check got lost, by a fault of ours or for
   * lack of memory. Where all has been quiet for a while, nobody is checked.
   */
  private void forgetLost() {
    if (unready.isEmpty() && runs.stream().allMatch(FleetRun::isDone) && news.begin()) {
      busyPeers.clear();
      busy.set(false);
    }
  }

  private void hear() {
    news.end();
    boolean _ = news.begin();
  }

  private void start(Map<CheckRequest, Subject> subjects, Starter starter) {
    if (subjects.isEmpty()) {
      return;
    }
    hear();
    try {
      runs.add(
          starter.start(List.copyOf(subjects.keySet()), new Listener(this, Map.copyOf(subjects))));
    } catch (RuntimeException | Error fault) {
      Threads.tellFault(fault);
      List.copyOf(subjects.keySet()).forEach(request -> withdraw(subjects, request));
    }
  }

  /** Starts checks once all is there that they need; one whose secret nobody says is not made. */
  private void prepare(Map<CheckRequest, Subject> subjects, Starter starter) {
    if (subjects.isEmpty()) {
      return;
    }
    Unready waiting = new Unready(subjects);
    unready.add(waiting);
    waiting.preparation =
        secrets.prepare(
            List.copyOf(subjects.keySet()),
            outcome -> {
              unready.remove(waiting);
              outcome.refused().keySet().forEach(request -> withdraw(subjects, request));
              tellRefused(outcome.refused());
              start(subjects, starter);
            });
  }

  private void withdraw(Map<CheckRequest, Subject> subjects, CheckRequest request) {
    Subject subject = subjects.remove(request);
    if (subject != null) {
      ended(subject, CheckResult.cancelledBeforeItBegan(request, NOBODY), Recording.EMPTY, null);
    }
  }

  private void tellRefused(Map<CheckRequest, String> refused) {
    List<CheckRequest> requests = List.copyOf(refused.keySet());
    if (!requests.isEmpty()) {
      CheckRequest first = requests.getFirst();
      String others = requests.size() == 1 ? "" : " and " + (requests.size() - 1) + " more";
      say.accept("Not checked: " + first.name() + others + ", " + refused.get(first) + ".");
    }
  }

  /** Stops all checks, those that wait included. */
  public void stop() {
    // Those that were asked for last wait for the others, and would begin where these end first.
    List.copyOf(runs).reversed().forEach(FleetRun::stop);
    List<Unready> waiting = List.copyOf(unready);
    unready.clear();
    for (Unready checks : waiting) {
      checks.cancel();
      List.copyOf(checks.subjects.keySet()).forEach(r -> withdraw(checks.subjects, r));
    }
  }

  /** Stops the check of one peer, if there is one. */
  public void stop(PeerRow row) {
    if (busyPeers.contains(row.id())) {
      List.copyOf(runs).forEach(run -> run.stop(row.id()));
      unready.forEach(checks -> withdraw(checks.subjects, row));
    }
  }

  private void withdraw(Map<CheckRequest, Subject> subjects, PeerRow row) {
    subjects.entrySet().stream()
        .filter(entry -> entry.getValue().row().id().equals(row.id()))
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(request -> withdraw(subjects, request));
  }

  private void ended(
      Subject subject, CheckResult result, Recording recording, @Nullable LastSuccess before) {
    busyPeers.remove(subject.row().id());
    try {
      if (subject.isCurrent()) {
        subject.row().checkEnded(result, recording, before);
      }
    } finally {
      // Whatever a view makes of the result: no check that is over is shown as one that runs.
      ended.set(ended.get() + 1);
      runs.removeIf(FleetRun::isDone);
      if (busyPeers.isEmpty()) {
        busy.set(false);
      }
    }
  }

  /** Carries what the checks' threads tell over to the FX thread. */
  private record Listener(ChecksModel model, Map<CheckRequest, Subject> subjects)
      implements FleetListener {

    @Override
    public void told(CheckRequest request, long conversationId, CheckEvent event) {
      switch (event) {
        case CheckStarted _ -> withCurrent(request, row -> row.checkBegan(conversationId));
        case StageStarted started ->
            withCurrent(request, row -> row.checkReached(started.stage(), started.at()));
        case StageEnded stage -> withCurrent(request, row -> row.stageEnded(stage.result()));
        default -> {
          // It is in the recording.
        }
      }
    }

    @Override
    public void checkEnded(CheckEnded ended) {
      with(
          ended.request(),
          subject -> model.ended(subject, ended.result(), ended.recording(), ended.lastSuccess()));
    }

    private void withCurrent(CheckRequest request, Consumer<PeerRow> action) {
      with(
          request,
          subject -> {
            if (subject.isCurrent()) {
              action.accept(subject.row());
            }
          });
    }

    private void with(CheckRequest request, Consumer<Subject> action) {
      Subject subject = subjects.get(request);
      if (subject != null) {
        model.fx.execute(
            () -> {
              model.hear();
              action.accept(subject);
            });
      }
    }
  }
}
