package org.echolot.check.run;

import java.io.IOException;
import java.util.List;

/**
 * What a check does: its stages in their order, the last of which takes leave of the peer.
 *
 * @param steps at least one
 */
record CheckPlan(List<Step> steps) {

  /** A C-ECHO and all that it takes. */
  static final CheckPlan ECHO =
      new CheckPlan(
          List.of(
              new ResolveStep(),
              new ConnectStep(),
              new TlsStep(),
              new AssociateStep(),
              new EchoStep(),
              new ReleaseStep()));

  CheckPlan {
    steps = List.copyOf(steps);
  }

  /**
   * Takes the steps.
   *
   * @throws StageFailedException at the first stage after which there is nothing to go on with
   * @throws StoppedException if a stop came before it was known whether the peer answers
   * @throws IOException if this computer can't do its part
   */
  void follow(CheckCourse course) throws StageFailedException, StoppedException, IOException {
    Step last = steps.getLast();
    for (Step step : steps) {
      if (step.take(course) == Step.Next.LEAVE && !step.equals(last)) {
        Step.Next _ = last.take(course);
        return;
      }
    }
  }
}
