package org.echolot.check;

import org.junit.jupiter.api.Nested;

/** Our own engine keeps the contract for engines, chapter by chapter. */
class OwnEngineTest {

  private final EchoEngine engine = new OwnEngine();

  @Nested
  class OddButLegal extends OddButLegalContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class ConnectFailures extends ConnectFailuresContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class AssociateFailures extends AssociateFailuresContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class OtherServices extends OtherServicesContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class EchoFailures extends EchoFailuresContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class Release extends ReleaseContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class Stop extends StopContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }
}
