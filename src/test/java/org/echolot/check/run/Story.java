package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.LeftOut;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.pdu.Octets;
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
  private final List<AssertionError> broken = new ArrayList<>();
  private @Nullable CheckStage open;
  private AssociationState state = AssociationState.STA4;

  Story(CheckListener next) {
    this.next = next;
  }

  Story() {
    this(CheckListener.NONE);
  }

  @Override
  public void told(CheckEvent event) {
    try {
      hold(event);
    } catch (AssertionError e) {
      broken.add(e);
    }
    next.told(event);
  }

  private void hold(CheckEvent event) {
    switch (event) {
      case CheckStarted start -> started.add(start.request());
      case StageStarted start -> {
        assertThat(open).isNull();
        assertUnderWay();
        open = start.stage();
      }
      case StageEnded end -> stageEnded(end.result());
      case Remarked remarked -> {
        assertUnderWay();
        assertThat(remarked.text()).isNotBlank();
      }
      case TlsShown shown -> {
        assertUnderWay();
        assertThat(open).isEqualTo(CheckStage.TLS);
        reports.add(shown.report());
      }
      case Stopped _ -> assertUnderWay();
      case InAssociation(AssociationEvent inside) -> {
        assertUnderWay();
        hold(inside);
      }
      case LeftOut left -> throw new AssertionError(left + ", though nobody was slow");
      case CheckEnded end -> ended.add(end.result());
    }
  }

  private void stageEnded(StageResult result) {
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
  }

  private void hold(AssociationEvent event) {
    switch (event) {
      case PduSent pdu -> sent.add(pdu.pdu().type());
      case PduReceived pdu -> received.add(pdu.pdu().type());
      case UnreadableReceived bytes -> {
        assertThat(bytes.why()).isNotBlank();
        unreadable.add(bytes.bytes());
      }
      case StateChanged changed -> {
        assertThat(changed.from()).isEqualTo(state);
        state = changed.to();
        moves.add(
            changed.from().standardName()
                + " → "
                + changed.to().standardName()
                + ": "
                + changed.event());
      }
      case CommandSent _, CommandReceived _, UnreadableCommandReceived _, StackLogged _ -> {
        // They say what the PDUs say.
      }
    }
  }

  private void assertUnderWay() {
    assertThat(started).hasSize(1);
    assertThat(ended).isEmpty();
  }

  void assertTells(CheckRequest request, CheckResult result) {
    assertThat(broken).isEmpty();
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
