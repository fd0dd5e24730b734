package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Timeouts;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.HeldPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers to which no connection can be made. */
abstract class ConnectFailuresContract extends EchoEngineContract {

  @Test
  void nothingListens() throws IOException {
    try (HeldPort port = HeldPort.open()) {
      CheckResult result = check(request(port.number()));

      assertThatResult(result)
          .failedBy(Cause.CONNECTION_REFUSED, CheckStage.CONNECT, EndedBy.NEVER_BEGAN)
          .hasNoWarnings()
          .says("127.0.0.1");
      assertThat(result.localAddress()).isNull();
      assertThat(Objects.requireNonNull(result.remoteAddress()).getPort()).isEqualTo(port.number());
    }
  }

  @Test
  void nobodyAnswers() throws IOException {
    try (BlackHole hole = BlackHole.open()) {
      CheckResult result =
          check(
              request(hole.port())
                  .withTimeouts(
                      new Timeouts(
                          SHORT, AMPLE.tls(), AMPLE.associate(), AMPLE.echo(), AMPLE.release())));

      assertThatResult(result)
          .failedBy(Cause.CONNECT_TIMEOUT, CheckStage.CONNECT, EndedBy.OUR_DEADLINE);
      assertThat(result.total()).isBetween(Duration.ofMillis(290), SHORT.plus(GRACE));
    }
  }

  /** The second: a way is known to it, and TCP is told that the network is unreachable. */
  @ParameterizedTest
  @ValueSource(strings = {"255.255.255.255", "224.0.0.1"})
  void noNetworkLeadsThere(String host) {
    CheckResult result =
        check(
            CheckRequest.of("Nowhere", new AeTitle("SCRIPTED"), new AeTitle("ECHOLOT"), host, 104)
                .withTimeouts(AMPLE));

    assertThatResult(result)
        .failedBy(Cause.HOST_UNREACHABLE, CheckStage.CONNECT, EndedBy.NEVER_BEGAN)
        .says(host);
  }
}
