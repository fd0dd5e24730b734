package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.peer.ScriptedPeer;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;

class EchoEnginesTest {

  private final EchoEngine own = new OwnEngine();
  private final EchoEngine second = SecondEngine.make();
  private final EchoEngines both = EchoEngines.of(List.of(own, second));

  @Test
  void ourOwnEngineIsAlwaysThereAndTheFirst() {
    SecretBook secrets = new SecretBook();

    assertThat(EchoEngines.installed(new TlsMaterials(secrets), secrets).first().name())
        .isEqualTo("echolot");
  }

  @Test
  void anEngineIsFoundByItsNameInAnyCase() {
    assertThat(both.named("SECOND")).containsSame(second);
    assertThat(both.named("third")).isEmpty();
    assertThat(both.namedOrFirst("third")).isSameAs(own);
  }

  @Test
  void anEngineThatIsMissingIsNamedWithTheWayToGetIt() {
    assertThat(both.whyNone("DCM4CHE"))
        .contains("bin/run echo --engine dcm4che", "works without", "docs/engines.md");
    assertThat(both.whyNone("third"))
        .contains("'third'", "echolot, second")
        .doesNotContain("bin/run");
  }

  @Test
  void oneEngineHasNoneToCompareWith() {
    assertThat(EchoEngines.of(own).canCompare()).isFalse();
    assertThat(both.canCompare()).isTrue();
  }

  @Test
  void thereIsNoEmptySetOfEngines() {
    assertThatThrownBy(() -> EchoEngines.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theChosenEngineMakesTheChecksUntilAnotherIsChosen() {
    ChosenEngine chosen = new ChosenEngine(both, "second");
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      CheckRequest request = EchoEngineContract.request(peer.port());

      assertThat(chosen.check(request, CheckListener.NONE, new StopSignal()).engine())
          .isEqualTo("second");
      chosen.choose(own);
      assertThat(chosen.name()).isEqualTo("echolot");
      assertThat(chosen.check(request, CheckListener.NONE, new StopSignal()).engine())
          .isEqualTo("echolot");
    }
  }
}
