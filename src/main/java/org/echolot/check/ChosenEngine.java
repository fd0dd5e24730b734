package org.echolot.check;

import org.echolot.dicom.association.StopSignal;

/**
 * The engine that a user chose among those of this build, and may change at any time: each check is
 * made by the one that is chosen when it begins.
 */
public final class ChosenEngine implements EchoEngine {

  private final Engines engines;
  private volatile EchoEngine chosen;

  /**
   * @param name the one that is chosen at first; our own where there is none of that name
   */
  public ChosenEngine(Engines engines, String name) {
    this.engines = engines;
    this.chosen = engines.namedOrFirst(name);
  }

  /** What can be chosen. */
  public Engines engines() {
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
