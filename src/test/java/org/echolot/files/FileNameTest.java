package org.echolot.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

  @Test
  void whatNoFileMayBeCalledIsAHyphen() {
    assertThat(FileName.of("Main PACS")).isEqualTo("Main PACS");
    assertThat(FileName.of("Röntgen 1 放射")).isEqualTo("Röntgen 1 放射");
    assertThat(FileName.of("A@[::1]:104")).isEqualTo("A@-1-104");
    assertThat(FileName.of("../../etc/passwd")).isEqualTo("..-..-etc-passwd");
    assertThat(FileName.of("CT\u0000\t1\u202e")).isEqualTo("CT-1-");
  }

  @Test
  void itIsNeitherEmptyNorLongNorEndsWithADot() {
    assertThat(FileName.of("")).isEqualTo("-");
    assertThat(FileName.of("..")).isEqualTo("-");
    assertThat(FileName.of("Archive. ")).isEqualTo("Archive");
    assertThat(FileName.of("x".repeat(60))).hasSize(40);
    assertThat(FileName.of("x".repeat(39) + "😀")).isEqualTo("x".repeat(39) + "-");
    assertThat(FileName.of("x".repeat(39) + "𠀀")).isEqualTo("x".repeat(39));
  }
}
