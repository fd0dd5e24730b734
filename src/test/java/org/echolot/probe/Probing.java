package org.echolot.probe;

import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.Errands;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/** What tests of probes have in common. */
public final class Probing {

  private Probing() {}

  public static Errands errands() {
    SecretBook secrets = new SecretBook();
    return new Errands(new TlsMaterials(secrets), secrets);
  }

  public static CheckRequest peer(String calledAe, int port) {
    return CheckRequest.of(
        "peer", new AeTitle(calledAe), new AeTitle("ECHOLOT"), "127.0.0.1", port);
  }

  /** All services, from a peer on this computer. */
  public static ServiceMatrix services(String calledAe, int port) {
    return new ServiceProbe(errands(), peer(calledAe, port), CheckListener.NONE, new StopSignal())
        .run(Catalogue.services());
  }
}
