package org.echolot.ui.probe;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.run.Errands;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.TitlesTried;

/**
 * Asks peers that rejected us which AE titles would work, when a person wants to know. To be used
 * on the FX thread; the peers are asked on threads of their own.
 */
public final class TitlesQuestion {

  private final Supplier<Errands> errands;
  private final Journal journal;
  private final Executor fx;
  private final StopSignal stop = new StopSignal();

  /**
   * @param errands makes what goes to peers, when it is first asked for
   * @param journal where it is told what happens on the wire
   * @param fx runs what changes rows
   */
  public TitlesQuestion(Supplier<Errands> errands, Journal journal, Executor fx) {
    this.errands = errands;
    this.journal = journal;
    this.fx = fx;
  }

  /**
   * Asks, and shows the answer in the row unless it has another result by then. Does nothing where
   * the question does not fit, or is being asked.
   *
   * @param ours all calling AE titles that we have
   */
  public void ask(PeerRow row, List<AeTitle> ours) {
    CheckResult result = row.lastResult();
    if (result == null || !AeTitleQuestion.fits(result) || row.titlesProperty().get().isAsking()) {
      return;
    }
    row.titlesProperty().set(TitlesTried.NOW);
    CheckListener listener =
        new CheckNarrator(journal, LineSource.of(result.request()), journal.newConversation());
    Thread _ =
        Threads.startVirtual(
            "other AE titles",
            () -> {
              AeTitleQuestion.Answered answered =
                  AeTitleQuestion.run(errands.get(), result, ours, listener, stop);
              fx.execute(() -> show(row, result, answered));
            });
  }

  private static void show(PeerRow row, CheckResult result, AeTitleQuestion.Answered answered) {
    if (result.equals(row.lastResult())) {
      row.titlesProperty().set(new TitlesTried(false, answered));
    }
  }

  /** Stops all questions, for good. */
  public void close() {
    stop.stop();
  }
}
