package org.echolot.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongWordsTest {

  @Test
  void aCipherSuiteMayGoOnInTheNextLineAfterAnUnderscoreAlone() {
    String shown = LongWords.breakable("TLS 1.3, TLS_AES_256_GCM_SHA384");
    assertThat(shown.split("[ \u200A]"))
        .containsExactly("TLS", "1.3,", "TLS_", "AES_", "256_", "GCM_", "SHA384");
    assertThat(shown.replace("\u200A", "")).isEqualTo("TLS 1.3, TLS_AES_256_GCM_SHA384");
  }

  @Test
  void soMayTheNameOfAHost() {
    assertThat(
            LongWords.breakable("main-pacs-archive-01.klinik.example → 10.1.2.30").split("\u200A"))
        .containsExactly("main-", "pacs-", "archive-", "01.", "klinik.", "example → 10.1.2.30");
  }

  @Test
  void aTitleStaysAsItIs() {
    assertThat(LongWords.breakable("accepted by MAIN_PACS_ARCHIV"))
        .isEqualTo("accepted by MAIN_PACS_ARCHIV");
  }
}
