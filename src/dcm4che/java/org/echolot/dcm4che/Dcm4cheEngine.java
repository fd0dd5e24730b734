package org.echolot.dcm4che;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Association;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.Requestor;
import org.echolot.check.run.StagedEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.Transport;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.slf4j.Logger;

/**
 * The engine on dcm4che-net, the stack that many PACS run on. The connection and TLS are opened as
 * in our own engine, by our own deadlines; from the A-ASSOCIATE-RQ to the A-RELEASE-RP dcm4che
 * speaks. What it tells differently from our own engine is listed in docs/engines.md.
 */
public final class Dcm4cheEngine implements EchoEngine {

  /** What it is chosen by. */
  public static final String NAME = "dcm4che";

  private final StagedEngine stages;

  /** For what dcm4che does: threads of the platform, which read at once what comes. */
  private final Executor pool = Threads.newPlatformPool(NAME);

  /** For dcm4che's own time-outs, which stand behind ours. */
  private final ScheduledExecutorService scheduler = Threads.newScheduler("dcm4che time-outs");

  /** An engine that has no secrets. */
  public Dcm4cheEngine() {
    this(new SecretBook());
  }

  private Dcm4cheEngine(SecretBook secrets) {
    this(new TlsMaterials(secrets), secrets);
  }

  private Dcm4cheEngine(TlsMaterials materials, SecretBook secrets) {
    requireStack();
    stages = new StagedEngine(NAME, this::open, materials, secrets);
  }

  /**
   * Looks for dcm4che itself: without it nobody is offered an engine that would fail at each check.
   *
   * @throws NoClassDefFoundError if it is not there
   */
  private static void requireStack() {
    Class<?> _ = Association.class;
    Class<?> _ = Attributes.class;
    Class<?> _ = Logger.class;
  }

  @Override
  public EchoEngine equippedWith(TlsMaterials materials, SecretBook secrets) {
    return new Dcm4cheEngine(materials, secrets);
  }

  private Requestor open(
      Transport transport,
      Duration openedIn,
      ScheduledExecutorService deadlines,
      AssociationListener listener)
      throws IOException {
    return new Dcm4cheAssociation(transport, listener, pool, scheduler);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    return stages.check(request, listener, stop);
  }
}
