package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.echolot.dicom.pdu.AeTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerOptionsTest {

  private static ListenerOptions options(int port, int max, Duration associate, Duration idle) {
    return new ListenerOptions(
        new AeTitle("ECHOLOT"),
        false,
        InetAddress.getLoopbackAddress(),
        port,
        Set.of(),
        Set.of(),
        max,
        associate,
        idle);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,    64,    PT10S, PT60S, the port must be from 0 to 65535",
    "65536, 64,    PT10S, PT60S, the port must be from 0 to 65535",
    "0,     0,     PT10S, PT60S, the number of associations at once must be from 1 to 10000",
    "0,     10001, PT10S, PT60S, the number of associations at once must be from 1 to 10000",
    "0,     64,    PT0S,  PT60S, the associate timeout must be more than 0",
    "0,     64,    PT2H,  PT60S, the associate timeout must be more than 0 and at most 1 hour",
    "0,     64,    PT10S, PT0S,  the idle timeout must be more than 0",
    "0,     64,    PT10S, PT2H,  the idle timeout must be more than 0 and at most 1 hour",
  })
  void whatIsOutOfRangeIsRefusedInWords(
      int port, int max, Duration associate, Duration idle, String message) {
    assertThatThrownBy(() -> options(port, max, associate, idle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void boundsThemselvesAreTaken() {
    Duration hour = ListenerOptions.MAX_TIMEOUT;

    assertThat(options(65_535, 10_000, hour, hour).port()).isEqualTo(65_535);
    assertThat(options(0, 1, Duration.ofNanos(1), Duration.ofNanos(1)).maxAssociations()).isOne();
  }

  @Test
  void listensOnLoopbackForAnyCallerWhereNobodyChose() {
    ListenerOptions options =
        ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), ListenerOptions.DEFAULT_PORT);

    assertThat(options.bind().isLoopbackAddress()).isTrue();
    assertThat(options.port()).isEqualTo(11_112);
    assertThat(options.anyCalled()).isFalse();
    assertThat(options.acceptedCallingAes()).isEmpty();
    assertThat(options.acceptedAddresses()).isEmpty();
  }

  @Test
  void listsAreCopied() {
    Set<AeTitle> callers = new HashSet<>();
    ListenerOptions options =
        new ListenerOptions(
            new AeTitle("ECHOLOT"),
            false,
            InetAddress.getLoopbackAddress(),
            0,
            callers,
            Set.of(),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    callers.add(new AeTitle("LATER"));

    assertThat(options.acceptedCallingAes()).isEmpty();
  }
}
