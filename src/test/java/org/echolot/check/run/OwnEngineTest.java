package org.echolot.check.run;

import org.echolot.check.EchoEngine;
import org.junit.jupiter.api.Nested;

/** Our own engine keeps the contract for engines, chapter by chapter. */
class OwnEngineTest {

  private static final EchoEngine ENGINE = new OwnEngine();

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

  @Nested
  class Tls extends TlsContract {
    @Override
    EchoEngine engine() {
      return ENGINE;
    }
  }
}
