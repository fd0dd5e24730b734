package org.echolot.check.run;

import org.echolot.check.EchoEngine;
import org.echolot.dcm4che.Dcm4cheEngine;

/** dcm4che sends user identities as our own engine does, and hands on the answer. */
class Dcm4cheUserIdentityTest extends UserIdentityTest {

  @Override
  EchoEngine bare() {
    return new Dcm4cheEngine();
  }
}
