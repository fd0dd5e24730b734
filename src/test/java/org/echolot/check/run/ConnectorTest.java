package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform's exceptions at the connection attempt stand for. */
class ConnectorTest {

  private static final Duration SOON = Duration.ofMillis(2);
  private static final Duration LATE = Duration.ofSeconds(21);

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), SOON, Cause.CONNECTION_REFUSED),
        Arguments.of(new ConnectException("Connection timed out"), LATE, Cause.CONNECT_TIMEOUT),
        Arguments.of(new SocketTimeoutException("Connect timed out"), SOON, Cause.CONNECT_TIMEOUT),
        Arguments.of(new NoRouteToHostException("No route to host"), SOON, Cause.HOST_UNREACHABLE),
        Arguments.of(new NoRouteToHostException("No route to host"), LATE, Cause.HOST_UNREACHABLE),
        Arguments.of(new SocketException("Network is unreachable"), SOON, Cause.HOST_UNREACHABLE),
        Arguments.of(new SocketException("Host is down"), SOON, Cause.HOST_UNREACHABLE),
        Arguments.of(new PortUnreachableException("no port"), SOON, Cause.HOST_UNREACHABLE),
        Arguments.of(new BindException("Permission denied"), SOON, Cause.HOST_UNREACHABLE),
        Arguments.of(new SocketException("Operation not permitted"), SOON, Cause.HOST_UNREACHABLE));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void eachExceptionHasItsCauseAndKeepsItsWords(IOException e, Duration elapsed, Cause cause) {
    Connector.Attempt attempt =
        Connector.attempt(InetAddress.getLoopbackAddress(), 104, e, elapsed, null);

    assertThat(attempt.fault().cause()).isEqualTo(cause);
    assertThat(attempt.toString()).startsWith("127.0.0.1 ");
    if (cause == Cause.HOST_UNREACHABLE) {
      assertThat(attempt.words()).containsIgnoringCase(String.valueOf(e.getMessage()));
    }
  }
}
