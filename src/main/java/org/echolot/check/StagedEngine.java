package org.echolot.check;

import java.net.InetAddress;
import java.time.Instant;
import org.echolot.dicom.association.StopSignal;

/**
 * An engine that takes a check through its stages in the one way that all engines have in common,
 * and leaves the association to a stack of choice.
 */
public final class StagedEngine implements EchoEngine {

  /**
   * What all checks of one engine share.
   *
   * @param engine its name
   * @param stalls the peers that hold their replies back
   */
  record Tools(
      String engine,
      UpperLayer upperLayer,
      NameResolver resolver,
      CauseTexts texts,
      KnownStalls stalls) {}

  private final Tools tools;

  /** An engine that asks the platform for the addresses of names. */
  public StagedEngine(String name, UpperLayer upperLayer) {
    this(name, upperLayer, InetAddress::getAllByName);
  }

  StagedEngine(String name, UpperLayer upperLayer, NameResolver.LookUp lookUp) {
    this.tools =
        new Tools(
            name,
            upperLayer,
            new NameResolver(lookUp),
            CauseTexts.load(),
            new KnownStalls(System::nanoTime));
  }

  @Override
  public String name() {
    return tools.engine();
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    CheckListener shielded = new ShieldedListener(listener);
    shielded.checkStarted(request, Instant.now());
    CheckResult result = new CheckRun(tools, request, shielded, stop).run();
    shielded.checkEnded(result, Instant.now());
    return result;
  }
}
