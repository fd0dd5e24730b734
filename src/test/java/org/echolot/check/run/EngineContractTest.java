package org.echolot.check.run;

import java.util.List;
import org.echolot.check.EchoEngine;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every engine of this build keeps the contract for engines, chapter by chapter, but for the {@link
 * Differences} that are listed: our own always, and dcm4che's where the build has it.
 */
@ParameterizedClass
@MethodSource("engines")
@ExtendWith(Differences.class)
class EngineContractTest {

  private final EchoEngine engine;

  EngineContractTest(EchoEngine engine) {
    this.engine = engine;
  }

  static List<Named<EchoEngine>> engines() {
    SecretBook secrets = new SecretBook();
    return EchoEngines.installed(new TlsMaterials(secrets), secrets).all().stream()
        .map(engine -> Named.of(engine.name(), engine))
        .toList();
  }

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

  @Nested
  class Tls extends TlsContract {
    @Override
    EchoEngine engine() {
      return engine;
    }
  }

  @Nested
  class UserIdentities extends UserIdentityContract {
    @Override
    EchoEngine bare() {
      return engine;
    }
  }
}
