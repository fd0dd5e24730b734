package org.echolot.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask. */
class GateTest {

  private final Gate gate = new Gate(Set.of("echolot.hospital.example"));

  private int status(
      String method,
      @Nullable String query,
      @Nullable String host,
      @Nullable String fetchSite,
      @Nullable String origin,
      boolean isPage) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> gate.pass(method, query, host, fetchSite, origin, isPage));
    return refused == null ? 200 : refused.answer().status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:9104",
        "127.0.0.1",
        "localhost:9104",
        "LOCALHOST",
        "[::1]:9104",
        "[fe80::1]",
        "10.1.2.3:9104",
        "echolot.hospital.example:9104",
        "Echolot.Hospital.Example."
      })
  void ownNamesAndAddressesPass(String host) {
    assertThatCode(() -> gate.pass("GET", null, host, null, null, false))
        .doesNotThrowAnyException();
  }

  /** A page of attacker.example whose name now means 127.0.0.1 sends this. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example:9104",
        "127.0.0.1.attacker.example",
        "localhost.attacker.example",
        "",
        "[::1",
        ":9104",
        "echolot"
      })
  void othersDoNot(String host) {
    assertThat(status("GET", null, host, null, null, false)).isEqualTo(421);
  }

  @Test
  void aRequestWithoutAHostDoesNotPass() {
    assertThat(status("GET", null, null, null, null, false)).isEqualTo(421);
  }

  @Test
  void aPageOfAnotherSiteMayLinkToOurPageAndMakeNoChecks() {
    assertThat(status("GET", null, "localhost", "cross-site", null, false)).isEqualTo(403);
    assertThat(status("GET", null, "localhost", "same-site", null, false)).isEqualTo(403);
    assertThat(status("GET", null, "localhost", null, "https://attacker.example", false))
        .isEqualTo(403);
    assertThat(status("GET", null, "localhost", "cross-site", null, true)).isEqualTo(200);
    assertThat(status("GET", null, "localhost", "none", null, false)).isEqualTo(200);
    assertThat(status("GET", null, "localhost", "same-origin", null, false)).isEqualTo(200);
  }

  @Test
  void onlyPlainQuestionsPass() {
    assertThat(status("POST", null, "localhost", null, null, true)).isEqualTo(405);
    assertThat(status("DELETE", null, "localhost", null, null, true)).isEqualTo(405);
    assertThat(status("HEAD", null, "localhost", null, null, true)).isEqualTo(200);
    assertThat(status("GET", "x".repeat(2_049), "localhost", null, null, true)).isEqualTo(414);
  }
}
