package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void numbersInTextsCountAsNumbers() {
    List<String> texts =
        List.of("CT 10", "ct 2", "CT 1", "10.0.0.10:104", "10.0.0.9:104", "CT", "");

    assertThat(texts.stream().sorted(new NaturalOrder()).toList())
        .containsExactly("", "10.0.0.9:104", "10.0.0.10:104", "CT", "CT 1", "ct 2", "CT 10");
  }
}
