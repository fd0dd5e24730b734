package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.Approach.ProxyHeader;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What we sent otherwise than the plainest check is left out before anybody else is asked. */
class ApproachAdviceTest {

  private static final List<String> ADVICE = List.of("Ask.");

  private static Approach approach(int contexts, @Nullable ProxyHeader header) {
    return new Approach(contexts, 1, 16_384, false, null, header, true);
  }

  private static List<String> advice(Cause cause, CheckStage stage, Approach approach) {
    return ApproachAdvice.addedTo(ADVICE, cause, stage, approach);
  }

  @Test
  void aHeaderOfTheProxyProtocolIsTheFirstSuspectBeforeAndAfterTls() {
    Approach header = approach(1, ProxyHeader.V1);

    assertThat(advice(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, header).getFirst())
        .contains("without the header of the PROXY protocol");
    assertThat(advice(Cause.TLS_FAILED, CheckStage.TLS, header)).hasSize(2);
    assertThat(
            ApproachAdvice.moveOf(
                Move.PEER_ADMINISTRATOR, Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, header))
        .isEqualTo(Move.OURS_OR_PEER);
    assertThat(advice(Cause.ECHO_TIMEOUT, CheckStage.ECHO, header)).isEqualTo(ADVICE);
  }

  @Test
  void aHeaderThatThePeerGotPastIsNoSuspect() {
    Approach header = approach(1, ProxyHeader.V2);
    OwnManner past =
        new OwnManner(
            Cause.TLS_NO_COMMON_PROTOCOL, Variant.LEGACY_OFFERS_IT, CheckStage.TLS, header, null);
    OwnManner unread =
        new OwnManner(
            Cause.TLS_NO_COMMON_PROTOCOL, Variant.NO_VERSION, CheckStage.TLS, header, null);

    assertThat(past.addedTo(ADVICE)).isEqualTo(ADVICE);
    assertThat(past.moveOf(Move.PEER_ADMINISTRATOR)).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(unread.addedTo(ADVICE).getFirst()).contains("without the header");
  }

  @Test
  void moreContextsThanOneAreASuspectWhereARequestIsRefused() {
    assertThat(advice(Cause.ABORTED, CheckStage.ASSOCIATE, approach(4, null)).getFirst())
        .contains("one presentation context: we proposed 4");
    assertThat(advice(Cause.ABORTED, CheckStage.ECHO, approach(4, null))).isEqualTo(ADVICE);
    assertThat(advice(Cause.REJECTED_CALLED_AE, CheckStage.ASSOCIATE, approach(4, null)))
        .isEqualTo(ADVICE);
  }

  /** Its log shows who did, which nothing else does. */
  @Test
  void aProxyIsAskedWhoEndedTheConnection() {
    Approach byProxy =
        Approach.PLAIN.withProxy(new Approach.Proxy(Approach.Proxy.Kind.HTTP, "10.1.2.9", 3128));

    assertThat(advice(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, byProxy).getFirst())
        .contains("log entry of the proxy 10.1.2.9:3128");
    assertThat(
            ApproachAdvice.moveOf(
                Move.OURS_OR_PEER, Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, byProxy))
        .isEqualTo(Move.NETWORK);
    assertThat(advice(Cause.REJECTED_CALLED_AE, CheckStage.ASSOCIATE, byProxy)).isEqualTo(ADVICE);
  }

  @Test
  void thePlainestCheckIsNoSuspect() {
    assertThat(advice(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, Approach.PLAIN))
        .isEqualTo(ADVICE);
    assertThat(
            ApproachAdvice.moveOf(
                Move.PEER_ADMINISTRATOR,
                Cause.CLOSED_BEFORE_REPLY,
                CheckStage.ASSOCIATE,
                Approach.PLAIN))
        .isEqualTo(Move.PEER_ADMINISTRATOR);
  }
}
