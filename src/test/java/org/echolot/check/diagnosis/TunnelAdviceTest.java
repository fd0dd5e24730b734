package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a tunnel is thought of. */
class TunnelAdviceTest {

  private static final List<String> ADVICE = List.of("One.", "Ask for the log entry.");
  private static final String TUNNEL =
      "If the peer is reached through a tunnel on this computer (ssh -L, kubectl port-forward), ";
  private static final String FAR_END =
      "Through a tunnel, look in the peer's log for the address of the tunnel's far end, not for"
          + " 127.0.0.1:54698.";
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 54_698);

  private static List<String> added(Cause cause, @Nullable InetSocketAddress remote) {
    return TunnelAdvice.addedTo(ADVICE, cause, null, remote, HERE);
  }

  private static List<String> added(Variant variant) {
    return TunnelAdvice.addedTo(ADVICE, variant.cause(), variant, at("127.0.0.1"), HERE);
  }

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 11_112);
  }

  @Test
  void aPortThatIsClosedHereMayBeATunnelThatIsNotOpen() {
    assertThat(added(Cause.CONNECTION_REFUSED, at("127.0.0.1")))
        .containsExactly(
            "One.",
            "If the peer is reached through a tunnel on this computer (ssh -L, kubectl"
                + " port-forward), check that it is open.",
            "Ask for the log entry.");
  }

  @Test
  void whatClosesHereMayBeATunnelAndItsLogIsElsewhere() {
    assertThat(added(Cause.CLOSED_BEFORE_REPLY, at("::1")))
        .containsExactly("One.", "Ask for the log entry.", TUNNEL + "check its far end.", FAR_END);
  }

  /** A step that speaks of a log which nobody was sent to helps nobody. */
  @Test
  void wherePeersLogIsNotLookedAtNothingIsSaidOfIt() {
    List<String> vendor = List.of("Send the trace log of this check to the peer's vendor.");

    assertThat(
            TunnelAdvice.addedTo(
                vendor, Cause.ASSOCIATE_TIMEOUT, Variant.ASSOCIATE_OVERLONG, at("127.0.0.1"), HERE))
        .isEqualTo(vendor);
  }

  @ParameterizedTest
  @EnumSource
  void aPeerElsewhereIsNoTunnel(Cause cause) {
    assertThat(added(cause, at("10.77.2.20"))).isEqualTo(ADVICE);
    assertThat(added(cause, null)).isEqualTo(ADVICE);
  }

  @Test
  void aRejectionIsThePeersOwnHoweverItIsReached() {
    assertThat(added(Cause.REJECTED_CALLED_AE, at("127.0.0.1"))).isEqualTo(ADVICE);
  }

  /** What answered is the far end: only where its log is, is still worth a word. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "ALERT",
        "CLOSED_DURING_HANDSHAKE",
        "CLOSED_DURING_REPLY",
        "ASSOCIATE_DRIPS",
        "ASSOCIATE_OVERLONG",
        "ECHO_ACKNOWLEDGED"
      })
  void aFarEndThatAnsweredIsNotWhatToCheckFirst(Variant variant) {
    assertThat(added(variant))
        .startsWith("One.", "Ask for the log entry.")
        .hasSize(3)
        .last()
        .asString()
        .startsWith("Through a tunnel, look in the peer's log");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOR_SERVERS", "WEAK_CERTIFICATE", "FILE", "SERVER_NAME_MISSING"})
  void aCertificateIsThePeersOwnHoweverItIsReached(Variant variant) {
    assertThat(added(variant)).isEqualTo(ADVICE);
  }

  /** What a tunnel without a far end does comes first; a silent service is likelier than that. */
  @ParameterizedTest
  @CsvSource({
    "RESET_AT_ONCE, 0",
    "TLS_RESET_AT_ONCE, 0",
    "CLOSED_AFTER_HELLO, 2",
    "CLOSED_PROBED_IN_VAIN, 2",
    "ASSOCIATE_ACKNOWLEDGED, 2",
    "TLS_SILENCE, 2"
  })
  void aFarEndThatSaidNothingIsCheckedWhenItIsItsTurn(Variant variant, int place) {
    assertThat(added(variant)).hasSize(4).element(place).asString().contains("check its far end.");
  }
}
