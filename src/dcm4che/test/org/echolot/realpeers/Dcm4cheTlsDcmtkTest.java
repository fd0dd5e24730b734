package org.echolot.realpeers;

import java.nio.file.Path;
import org.echolot.check.EchoEngine;
import org.echolot.dcm4che.Dcm4cheEngine;
import org.junit.jupiter.api.io.TempDir;

/** dcm4che over our TLS against DCMTK's {@code storescp}. */
class Dcm4cheTlsDcmtkTest extends TlsDcmtkTest {

  Dcm4cheTlsDcmtkTest(@TempDir Path folder) {
    super(folder);
  }

  @Override
  EchoEngine bare() {
    return new Dcm4cheEngine();
  }
}
