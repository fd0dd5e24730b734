package org.echolot.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.listener.Expectation;
import org.echolot.listener.Expectation.Misfit;
import org.echolot.text.Escapes;

/**
 * Tells of each call whether it is the expected one, and what does not fit. Safe for use by any
 * thread.
 */
final class ExpectedCalls implements Consumer<Call> {

  private final Expectation expectation;
  private final PrintStream out;
  private final CountDownLatch over;
  private boolean arrived;

  /**
   * @param over is counted down when it came
   */
  ExpectedCalls(Expectation expectation, PrintStream out, CountDownLatch over) {
    this.expectation = expectation;
    this.out = out;
    this.over = over;
  }

  @Override
  public synchronized void accept(Call call) {
    if (!call.isOver() || arrived) {
      return;
    }
    if (expectation.isFulfilledBy(call)) {
      arrived = true;
      say("✓ " + expectation.peer() + " reaches us: " + CallFacts.summary(call) + ".");
      over.countDown();
      return;
    }
    List<Misfit> misfits = expectation.misfitsOf(call);
    say("✗ Somebody called, but not as expected: " + CallFacts.summary(call) + ".");
    misfits.forEach(
        misfit -> {
          say("    " + misfit.fact());
          say("    → " + misfit.advice());
        });
  }

  private void say(String line) {
    out.println(Escapes.oneLine(line));
  }

  /** Whether it came. */
  synchronized boolean hasArrived() {
    return arrived;
  }
}
