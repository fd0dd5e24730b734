package org.echolot.check;

import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.StopSignal;

/** The engine on our own upper layer. */
public final class OwnEngine implements EchoEngine {

  static final String NAME = "echolot";

  /**
   * What all checks of one engine share.
   *
   * @param scheduler closes connections on which a write passed its deadline
   * @param stalls the peers that hold their replies back
   */
  record Tools(
      NameResolver resolver,
      ScheduledExecutorService scheduler,
      CauseTexts texts,
      KnownStalls stalls) {}

  private final Tools tools;

  /** An engine that asks the platform for the addresses of names. */
  public OwnEngine() {
    this(InetAddress::getAllByName);
  }

  OwnEngine(NameResolver.LookUp lookUp) {
    this.tools =
        new Tools(
            new NameResolver(lookUp),
            Threads.newScheduler("write deadlines"),
            CauseTexts.load(),
            new KnownStalls(System::nanoTime));
  }

  @Override
  public String name() {
    return NAME;
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
