package org.echolot.check.run;

import org.echolot.check.EchoEngine;
import org.echolot.dcm4che.Dcm4cheEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * dcm4che keeps the contract for engines, chapter by chapter, but for the {@link Differences} that
 * are listed.
 */
@ExtendWith(Differences.class)
class Dcm4cheEngineTest {

  private static final EchoEngine ENGINE = new Dcm4cheEngine();

  @Nested
  class OddButLegal extends OddButLegalContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class ConnectFailures extends ConnectFailuresContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class AssociateFailures extends AssociateFailuresContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class OtherServices extends OtherServicesContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class EchoFailures extends EchoFailuresContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Release extends ReleaseContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Stop extends StopContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }
}
