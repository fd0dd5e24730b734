package org.echolot.check.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.Connection;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.Transport;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/** The engine on our own upper layer. */
public final class OwnEngine implements EchoEngine {

  /** What it is chosen by. */
  public static final String NAME = "echolot";

  private final StagedEngine stages;

  /** An engine that has no secrets. */
  public OwnEngine() {
    this(new SecretBook());
  }

  private OwnEngine(SecretBook secrets) {
    this(new TlsMaterials(secrets), secrets);
  }

  /**
   * An engine that asks the platform for the addresses of names.
   *
   * @param secrets has the passcodes and tokens of user identities
   */
  public OwnEngine(TlsMaterials materials, SecretBook secrets) {
    this(NameSources.ofThisComputer(), materials, secrets);
  }

  OwnEngine(NameSources names, TlsMaterials materials, SecretBook secrets) {
    this.stages = new StagedEngine(NAME, OwnEngine::open, names, materials, secrets);
  }

  static Requestor open(
      Transport transport,
      Duration openedIn,
      ScheduledExecutorService scheduler,
      AssociationListener listener)
      throws IOException {
    Connection connection = new Connection(transport, listener, scheduler);
    connection.openedIn(openedIn);
    return new OwnRequestor(new RequestorAssociation(connection, listener));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public EchoEngine equippedWith(TlsMaterials materials, SecretBook secrets) {
    return new OwnEngine(materials, secrets);
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    return stages.check(request, listener, stop);
  }
}
