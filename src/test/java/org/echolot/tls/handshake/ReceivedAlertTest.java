package org.echolot.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.echolot.tls.TlsAlert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that this runtime has for the alerts of peers are still those that we know. */
class ReceivedAlertTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        10, 20, 22, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 109, 110, 112, 113,
        116, 120
      })
  void fatalAlert(int code) throws Exception {
    assertThat(ReceivedAlert.in(thrownFor(2, code))).isEqualTo(new TlsAlert(2, code));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 42, 48, 112})
  void warningThatEndsAHandshake(int code) throws Exception {
    assertThat(ReceivedAlert.in(thrownFor(1, code))).isEqualTo(new TlsAlert(1, code));
  }

  private static SSLException thrownFor(int level, int code) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    ByteBuffer buffer = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), buffer);
    ByteBuffer record = ByteBuffer.wrap(new byte[] {21, 3, 3, 0, 2, (byte) level, (byte) code});
    SSLException thrown =
        catchThrowableOfType(
            SSLException.class, () -> engine.unwrap(record, ByteBuffer.allocate(32_768)));
    return Objects.requireNonNull(thrown);
  }

  /** It takes a number above 127 for one with a sign. */
  @ParameterizedTest
  @CsvSource({"116, 116", "-34, 222"})
  void alertOfBouncyCastle(short told, int number) {
    assertThat(ReceivedAlert.in(new SSLException("around", new TlsFatalAlertReceived(told))))
        .isEqualTo(new TlsAlert(2, number));
  }

  @Test
  void anotherFaultIsNoAlert() {
    assertThat(ReceivedAlert.in(new SSLException("Connection reset"))).isNull();
  }

  /** The engine has no name for these, or tells another alert that came behind them. */
  @ParameterizedTest
  @CsvSource({
    "(unexpected_message) Unknown alert description (-56), 200, 2",
    "(unexpected_message) Unknown alert description (7), 7, 2",
    "(user_canceled) Received fatal close_notify alert, 90, 1"
  })
  void anAlertInTheEnginesOwnWordsIsFound(String words, int description, int level) {
    assertThat(ReceivedAlert.in(new SSLException(words)))
        .isEqualTo(new TlsAlert(level, description));
  }
}
