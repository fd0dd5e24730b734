package org.echolot.ui.probe;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.Errands;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.probe.BigProbe;
import org.echolot.probe.Catalogue;
import org.echolot.probe.FindProbe;
import org.echolot.probe.ProbeChange;
import org.echolot.probe.ProbeMemory;
import org.echolot.probe.ProbeResult;
import org.echolot.probe.ServiceMatrix;
import org.echolot.probe.ServiceProbe;
import org.jspecify.annotations.Nullable;

/**
 * One peer, asked beyond an echo: one question at a time. View model: to be used on the FX thread;
 * the questions run on threads of their own.
 */
public final class ProbeModel {

  /** What can be asked. */
  enum Question {
    SERVICES("Asking which services the peer accepts …"),
    LARGE_PACKETS("Sending large association requests …"),
    QUERY("Asking for a study that cannot exist …");

    private final String progress;

    Question(String progress) {
      this.progress = progress;
    }
  }

  private final Errands errands;
  private final CheckRequest request;
  private final Journal journal;
  private final ProbeMemory memory;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<@Nullable ProbeResult> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status =
      new ReadOnlyStringWrapper(
          "Nothing was asked yet. No question sends or receives patient data.");
  private StopSignal stop = new StopSignal();

  /**
   * @param journal where it is told what happens on the wire
   * @param memory has the last probe of each peer
   * @param fx runs what changes the view model
   */
  public ProbeModel(
      Errands errands, CheckRequest request, Journal journal, ProbeMemory memory, Executor fx) {
    this.errands = errands;
    this.request = request;
    this.journal = journal;
    this.memory = memory;
    this.fx = fx;
    this.result.set(
        new ProbeResult(
            request, OffsetDateTime.now(ZoneId.systemDefault()), null, null, null, null, null));
  }

  /** What was found out until now. */
  ReadOnlyObjectProperty<@Nullable ProbeResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Whether a question is under way. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Where it stands, in a sentence. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Asks; does nothing while another question is under way. */
  void ask(Question question) {
    if (running.get()) {
      return;
    }
    running.set(true);
    status.set(question.progress);
    StopSignal signal = new StopSignal();
    stop = signal;
    Thread _ = Threads.startVirtual("probe", () -> answer(question, signal));
  }

  private void answer(Question question, StopSignal signal) {
    CheckListener listener =
        new CheckNarrator(journal, LineSource.of(request), journal.newConversation());
    UnaryOperator<ProbeResult> change =
        switch (question) {
          case SERVICES -> services(listener, signal);
          case LARGE_PACKETS -> {
            var big = new BigProbe(errands, request, listener, signal).run(BigProbe.SIZES);
            yield before ->
                new ProbeResult(
                    request,
                    before.startedAt(),
                    before.services(),
                    before.changes(),
                    big,
                    before.find(),
                    before.aeTitles());
          }
          case QUERY -> {
            var found = FindProbe.run(errands, request, listener, signal);
            yield before ->
                new ProbeResult(
                    request,
                    before.startedAt(),
                    before.services(),
                    before.changes(),
                    before.big(),
                    found,
                    before.aeTitles());
          }
        };
    fx.execute(() -> ended(change, signal));
  }

  private UnaryOperator<ProbeResult> services(CheckListener listener, StopSignal signal) {
    ServiceMatrix matrix =
        new ServiceProbe(errands, request, listener, signal).run(Catalogue.services());
    var changes = changes(matrix);
    return before ->
        new ProbeResult(
            request,
            before.startedAt(),
            matrix,
            changes,
            before.big(),
            before.find(),
            before.aeTitles());
  }

  private @Nullable List<ProbeChange> changes(ServiceMatrix matrix) {
    try {
      return memory.exchange(request.peerId(), matrix);
    } catch (IOException _) {
      return null; // It was not kept, so the next probe has nothing to compare with.
    }
  }

  private void ended(UnaryOperator<ProbeResult> change, StopSignal signal) {
    running.set(false);
    ProbeResult before = result.get();
    if (before != null) {
      result.set(change.apply(before));
    }
    status.set(signal.isStopped() ? "Stopped." : "Done.");
  }

  /** Stops the question under way. */
  void stop() {
    stop.stop();
  }
}
