package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduType;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** Hears what a check tells, passes it on, and holds it to the rules for listeners. */
final class Story implements CheckListener {

  private final CheckListener next;
  private final List<CheckRequest> started = new ArrayList<>();
  private final List<CheckResult> ended = new ArrayList<>();
  private final List<StageResult> stages = new ArrayList<>();
  private final List<PduType> sent = new ArrayList<>();
  private final List<PduType> received = new ArrayList<>();
  private final List<Octets> unreadable = new ArrayList<>();
  private final List<String> moves = new ArrayList<>();
  private final List<TlsReport> reports = new ArrayList<>();
  private @Nullable CheckStage open;
  private AssociationState state = AssociationState.STA4;

  Story(CheckListener next) {
    this.next = next;
  }

  Story() {
    this(CheckListener.NONE);
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    started.add(request);
    next.checkStarted(request, at);
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    assertThat(open).isNull();
    assertUnderWay();
    open = stage;
    next.stageStarted(stage, at, detail);
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    boolean revised = stages.removeIf(told -> told.stage() == result.stage());
    if (revised) {
      assertThat(result.state()).isEqualTo(StageState.FAILED);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(open).isNull();
    } else {
      assertThat(open)
          .isIn(result.stage(), result.state() == StageState.SKIPPED ? null : result.stage());
    }
    assertUnderWay();
    open = null;
    stages.add(result);
    next.stageEnded(result, at);
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    assertUnderWay();
    assertThat(text).isNotBlank();
    next.remarked(stage, at, text);
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    assertUnderWay();
    assertThat(open).isEqualTo(CheckStage.TLS);
    reports.add(report);
    next.tlsShown(report, at);
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    ended.add(result);
    next.checkEnded(result, at);
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    assertUnderWay();
    sent.add(pdu.type());
    next.pduSent(pdu, bytes, at);
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    assertUnderWay();
    received.add(pdu.type());
    next.pduReceived(pdu, bytes, deviations, at);
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    assertUnderWay();
    assertThat(why).isNotBlank();
    unreadable.add(bytes);
    next.unreadableReceived(bytes, why, at);
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    assertUnderWay();
    next.unreadableCommandReceived(contextId, commandSet, fault, at);
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    assertUnderWay();
    next.stopped(stage, at);
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    next.commandSent(contextId, commandSet, at);
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    next.commandReceived(contextId, commandSet, deviations, at);
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    assertThat(from).isEqualTo(state);
    state = to;
    moves.add(from.standardName() + " → " + to.standardName() + ": " + event);
    next.stateChanged(from, to, event, at);
  }

  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {
    assertUnderWay();
    next.stackLogged(level, text, at);
  }

  private void assertUnderWay() {
    assertThat(started).hasSize(1);
    assertThat(ended).isEmpty();
  }

  void assertTells(CheckRequest request, CheckResult result) {
    assertThat(started).containsExactly(request);
    assertThat(ended).containsExactly(result);
    assertThat(open).isNull();
    assertThat(stages).doesNotHaveDuplicates().isSubsetOf(result.stages());
    assertThat(stages)
        .containsAll(
            result.stages().stream().filter(s -> s.state() != StageState.SKIPPED).toList());
    assertThat(reports).hasSize(result.tls() == null ? 0 : 1);
    if (!moves.isEmpty()) {
      assertThat(state).isEqualTo(AssociationState.STA1);
    }
  }

  List<PduType> sent() {
    return sent;
  }

  List<PduType> received() {
    return received;
  }

  List<Octets> unreadable() {
    return unreadable;
  }

  /** Each move of the state machine: {@code Sta5 → Sta6: event}. */
  List<String> moves() {
    return moves;
  }
}
