package org.echolot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the system's library can't be called, nothing breaks. */
class LinuxSocketsTest {

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, aarch64",
    "Windows 11, amd64",
    "Linux, s390x",
    "Linux, arm",
    "FreeBSD, amd64"
  })
  void otherSystemsAreNotAsked(String system, String processor) {
    assertThat(LinuxSockets.of(system, processor, null)).isEmpty();
  }

  @Test
  void aLibraryWithoutTheCallsIsNotAsked() {
    assertThat(LinuxSockets.of("Linux", "amd64", _ -> Optional.empty())).isEmpty();
  }
}
