package org.echolot.ui.peers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.capture.Recording;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.history.LastSuccess;
import org.echolot.history.ResultBrief;
import org.echolot.peers.Peer;
import org.echolot.ticket.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One peer in the list, with what is known of its checks in this session. View model: to be used on
 * the FX thread, or on the test's where there is no toolkit.
 */
public final class PeerRow implements ListRow {

  /** How the peer stands. */
  public enum Status {
    NEVER_CHECKED,
    WAITING,
    RUNNING,
    OK,
    /** It answered, and something about it is worth a look. */
    WARNING,
    FAILED,
    CANCELLED
  }

  private final ReadOnlyObjectWrapper<Peer> peer;
  private final ReadOnlyObjectWrapper<Status> status =
      new ReadOnlyObjectWrapper<>(Status.NEVER_CHECKED);
  private final ReadOnlyObjectWrapper<Status> verdict =
      new ReadOnlyObjectWrapper<>(Status.NEVER_CHECKED);
  private final ReadOnlyObjectWrapper<@Nullable CheckStage> runningStage =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable CheckResult> lastResult =
      new ReadOnlyObjectWrapper<>(null);
  private final RowMarks marks = new RowMarks();
  private final ReadOnlyObjectWrapper<@Nullable CertificateEnd> certificateEnd =
      new ReadOnlyObjectWrapper<>(null);
  private final ObjectProperty<TitlesTried> titles = new SimpleObjectProperty<>(TitlesTried.NOT);

  private final ReadOnlyObjectWrapper<@Nullable ResultBrief> before =
      new ReadOnlyObjectWrapper<>(null);
  private final List<PastCheck> pastChecks = new ArrayList<>();

  private Recording lastRecording = Recording.EMPTY;
  private @Nullable LastSuccess lastGood;
  private @Nullable LastSuccess goodBeforeLast;
  private long currentConversationId;
  private long lastConversationId;
  private RunningCheck running = RunningCheck.WAITING;
  private PeerRank rank = PeerRank.of(Status.NEVER_CHECKED, null);

  public PeerRow(Peer peer) {
    this.peer = new ReadOnlyObjectWrapper<>(peer);
  }

  /** The ID of the peer, which stays through all edits. */
  public UUID id() {
    return peer().id();
  }

  public ReadOnlyObjectProperty<Peer> peerProperty() {
    return peer.getReadOnlyProperty();
  }

  public Peer peer() {
    return peer.get();
  }

  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public Status status() {
    return status.get();
  }

  /**
   * How the last check that ended left it: what lists count and sort by, so that nothing is
   * forgotten and nothing moves while it is checked again. Never {@code WAITING} or {@code
   * RUNNING}.
   */
  public ReadOnlyObjectProperty<Status> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  public Status verdict() {
    return verdict.get();
  }

  /** Whether a check of it waits or runs. */
  public boolean isBusy() {
    return status.get() == Status.WAITING || status.get() == Status.RUNNING;
  }

  /** When the last check began; null before the first, and after an edit. */
  public @Nullable Instant checkedAt() {
    CheckResult result = lastResult();
    if (result != null) {
      return result.startedAt().toInstant();
    }
    ResultBrief known = before.get();
    return known == null ? null : known.at();
  }

  PeerRank rank() {
    return rank;
  }

  /** The stage that a running check is in; null where none runs. */
  public ReadOnlyObjectProperty<@Nullable CheckStage> runningStageProperty() {
    return runningStage.getReadOnlyProperty();
  }

  /** How far the running check has come. */
  public RunningCheck running() {
    return running;
  }

  /** The result of the last check that ended; null before the first, and after an edit. */
  public ReadOnlyObjectProperty<@Nullable CheckResult> lastResultProperty() {
    return lastResult.getReadOnlyProperty();
  }

  public @Nullable CheckResult lastResult() {
    return lastResult.get();
  }

  /** What the list marks about it beside how it stands. */
  public RowMarks marks() {
    return marks;
  }

  /** When the first certificate of the peer ends; null where none was seen. */
  public ReadOnlyObjectProperty<@Nullable CertificateEnd> certificateEndProperty() {
    return certificateEnd.getReadOnlyProperty();
  }

  /**
   * The number that the journal lines of the last result carry; 0 before the first, and where its
   * check never began.
   */
  public long lastConversationId() {
    return lastConversationId;
  }

  /** The last check that answered before the last one; null where none is known. */
  public @Nullable LastSuccess goodBeforeLast() {
    return goodBeforeLast;
  }

  /** The number of its running check, or else of its last; 0 where there is none. */
  public long conversationId() {
    return isBusy() && currentConversationId != 0 ? currentConversationId : lastConversationId;
  }

  /** What a ticket on the last result is made of; null before the first, and after an edit. */
  public @Nullable Evidence evidence() {
    CheckResult result = lastResult();
    return result == null
        ? null
        : Evidence.of(result, lastRecording, goodBeforeLast).withTried(titles.get().sentences());
  }

  /** What other AE titles came to after the last result. */
  public ObjectProperty<TitlesTried> titlesProperty() {
    return titles;
  }

  /**
   * Takes in what is known from before this session. What was found since stands behind it.
   *
   * @param results oldest first
   */
  public void showBefore(List<ResultBrief> results) {
    if (!results.isEmpty()) {
      PastCheck.putBefore(pastChecks, results);
      before.set(results.getLast());
    }
  }

  /** The last result from before this session; null where none is known. */
  public ReadOnlyObjectProperty<@Nullable ResultBrief> beforeProperty() {
    return before.getReadOnlyProperty();
  }

  /** The last checks, oldest first, those of its old self included. */
  public List<PastCheck> pastChecks() {
    return List.copyOf(pastChecks);
  }

  // Commands

  /**
   * The peer was edited. Where it is now reached in another way, what was found of its old self no
   * longer holds.
   *
   * @throws IllegalArgumentException if {@code edited} is another peer, by its ID
   */
  public void edit(Peer edited) {
    if (!edited.id().equals(id())) {
      throw new IllegalArgumentException(edited.name() + " is not what this row shows");
    }
    boolean reachedAsBefore = edited.isReachedLike(peer.get());
    peer.set(edited);
    if (!reachedAsBefore) {
      forget();
    }
  }

  /** What was found no longer holds; that it once worked, and how, still does. */
  public void forget() {
    runningStage.set(null);
    rank = PeerRank.of(Status.NEVER_CHECKED, null);
    status.set(Status.NEVER_CHECKED);
    titles.set(TitlesTried.NOT);
    lastResult.set(null);
    verdict.set(Status.NEVER_CHECKED);
    certificateEnd.set(null);
    lastRecording = Recording.EMPTY;
  }

  /** A check was put into the queue. */
  public void checkQueued() {
    currentConversationId = 0;
    running = RunningCheck.WAITING;
    status.set(Status.WAITING);
  }

  /** A check left the queue. */
  public void checkBegan(long conversationId) {
    currentConversationId = conversationId;
    status.set(Status.RUNNING);
  }

  /** A check reached a stage now. */
  public void checkReached(CheckStage stage) {
    checkReached(stage, Instant.now());
  }

  /**
   * A check reached a stage.
   *
   * @param at when that was
   */
  public void checkReached(CheckStage stage, Instant at) {
    running = running.reached(stage, at);
    status.set(Status.RUNNING);
    runningStage.set(stage);
  }

  /** A stage of a check ended; the next one, or the end, is told of next. */
  public void stageEnded(StageResult result) {
    running = running.with(result);
  }

  /**
   * A check ended.
   *
   * @param recording all that happened in it
   */
  public void checkEnded(CheckResult result, Recording recording) {
    checkEnded(result, recording, null);
  }

  /**
   * A check ended.
   *
   * @param recording all that happened in it
   * @param before the last check that succeeded before it; null: the last that was seen here
   */
  public void checkEnded(CheckResult result, Recording recording, @Nullable LastSuccess before) {
    runningStage.set(null);
    lastConversationId = currentConversationId;
    lastRecording = recording;
    goodBeforeLast = before == null ? lastGood : before;
    if (result.isSuccess()) {
      lastGood = LastSuccess.of(result);
    }
    Status next = PastCheck.statusOf(result.outcome(), result.isMarked());
    rank = PeerRank.of(next, result);
    PastCheck.add(pastChecks, PastCheck.of(result, next));
    titles.set(TitlesTried.NOT);
    lastResult.set(result);
    // A check that came to no handshake tells nothing new of the certificate.
    CertificateEnd.of(result).ifPresent(certificateEnd::set);
    status.set(next);
    verdict.set(next);
  }
}
