package org.echolot.check.run;

import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.StopSignal;

/**
 * The engine that a user chose among those of this build, and may change at any time: each check is
 * made by the one that is chosen when it begins.
 */
public final class ChosenEngine implements EchoEngine {

  private final EchoEngines engines;
  private volatile EchoEngine chosen;

  /**
   * @param name the one that is chosen at first; our own where there is none of that name
   */
  public ChosenEngine(EchoEngines engines, String name) {
    this.engines = engines;
    this.chosen = engines.namedOrFirst(name);
  }

  /** What can be chosen. */
  public EchoEngines engines() {
    return engines;
  }

  /** Lets this engine make the checks from now on. */
  public void choose(EchoEngine engine) {
    chosen = engine;
  }

  /** The name of the engine that is chosen. */
  @Override
  public String name() {
    return chosen.name();
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    return chosen.check(request, listener, stop);
  }
}
