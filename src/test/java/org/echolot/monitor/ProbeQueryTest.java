package org.echolot.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeQueryTest {

  private static ProbeQuery parse(String query) throws RefusedException {
    return ProbeQuery.parse(query, null);
  }

  @Test
  void hasATargetAndWhatElseIsWanted() throws RefusedException {
    assertThat(parse("target=CT1%4010.1.2.3%3A104&calling=ME&timeout=3s&debug=true"))
        .isEqualTo(
            new ProbeQuery("CT1@10.1.2.3:104", new AeTitle("ME"), Duration.ofSeconds(3), true));
    assertThat(parse("module=dicom_echo&target=CT+1").target()).isEqualTo("CT 1");
  }

  /**
   * A scrape's time is in the field, and half a second of it is kept, as blackbox_exporter does.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, PT10S",
        "-, 10, PT9.5S",
        "-, 0.2, PT0.1S",
        "-, 999999999999, PT2M",
        "-, NaN, PT10S",
        "-, -5, PT10S",
        "-, 1e308, PT10S",
        "3s, 10, PT3S",
        "60s, 10, PT9.5S",
        "2.5, -, PT2.5S",
        "999999999999, -, PT2M",
        "1h, -, PT2M",
        "1ms, -, PT0.1S"
      })
  void itsTimeIsBounded(@Nullable String timeout, @Nullable String ofScrape, Duration expected)
      throws RefusedException {
    String query = "target=CT1" + (timeout == null ? "" : "&timeout=" + timeout);

    assertThat(ProbeQuery.parse(query, ofScrape).timeout()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "target=",
        "target=%20",
        "target=CT1&module=tcp",
        "target=CT1&target=CT2",
        "target=CT1&url=http://x",
        "target=CT1&timeout=NaN",
        "target=CT1&timeout=-1",
        "target=CT1&timeout=soon",
        "target=CT1&calling=THIS_IS_MUCH_TOO_LONG",
        "target=%zz"
      })
  void whatIsNotRightIsRefused(String query) {
    assertThatThrownBy(() -> parse(query))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.answer().status()).isEqualTo(400));
  }
}
