package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTextTest {

  @Test
  void coloursAreTakenOutHoweverTheyAreWritten() {
    assertThat(LineText.of("\u001B[31mE: \u001B[0mNo \u001B[1;4mroute")).isEqualTo("E: No route");
    assertThat(LineText.of("#033[31mE:#033[0m x")).isEqualTo("E: x");
    assertThat(LineText.of("\\x1b[31mE:\\x1B[0m x ^[[0m")).isEqualTo("E: x ");
  }

  @Test
  void textInsideOfJsonIsAsItWas() {
    assertThat(LineText.of("{\"log\":\"A \\u003e\\u003e B \\\"C\\\"\\n\"}"))
        .isEqualTo("{\"log\":\"A >> B \"C\" \"}");
    assertThat(LineText.of("{\"m\":\"{\\\"log\\\":\\\"A \\\\u003c B\\\"}\"}")).contains("A < B");
    assertThat(LineText.of("{\"log\":\"\\u001b[31mE:\\u001b[0m x\"}")).contains("E: x");
  }

  @Test
  void aPathWithBackslashesThatIsNotJsonStays() {
    assertThat(LineText.of("C:\\new\\temp {x}")).isEqualTo("C:\\new\\temp {x}");
  }

  @Test
  void charactersOfHtmlAreAsTheyWere() {
    assertThat(LineText.of("A -&gt; B &lt;x&gt;")).isEqualTo("A -> B <x>");
  }

  @Test
  void anEscapeThatIsCutOffStays() {
    assertThat(LineText.of("{\"a\":\"x\\")).isEqualTo("{\"a\":\"x\\");
  }
}
