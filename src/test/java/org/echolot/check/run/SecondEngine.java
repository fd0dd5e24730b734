package org.echolot.check.run;

import org.echolot.check.EchoEngine;
import org.echolot.dicom.association.Connection;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/** Our own upper layer under another name, to stand for a second engine. */
public final class SecondEngine {

  public static final String NAME = "second";

  private SecondEngine() {}

  public static EchoEngine make() {
    SecretBook secrets = new SecretBook();
    return new StagedEngine(
        NAME,
        (transport, _, scheduler, listener) ->
            new OwnRequestor(
                new RequestorAssociation(new Connection(transport, listener, scheduler), listener)),
        new TlsMaterials(secrets),
        secrets);
  }
}
