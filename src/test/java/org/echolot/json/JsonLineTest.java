package org.echolot.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.echolot.text.Escapes;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonLineTest {

  @Test
  void writesFieldsInTheirOrderWithoutBlanks() {
    String line =
        JsonLine.of(
            to ->
                to.text("a", "x")
                    .text("b", null)
                    .number("c", 7)
                    .number("d", (Integer) null)
                    .number("e", new BigDecimal("0.000"))
                    .bool("f", false)
                    .nothing("g")
                    .object("h", _ -> {})
                    .object("i", in -> in.object("j", deep -> deep.bool("k", true)).nothing("l"))
                    .texts("m", List.of())
                    .texts("n", List.of("1", "2"))
                    .objects("o", List.of(1, 2), (in, n) -> in.number("p", n).bool("q", true))
                    .number("r", -1L));

    assertThat(line)
        .isEqualTo(
            """
            {"a":"x","b":null,"c":7,"d":null,"e":0.000,"f":false,"g":null,"h":{},\
            "i":{"j":{"k":true},"l":null},"m":[],"n":["1","2"],\
            "o":[{"p":1,"q":true},{"p":2,"q":true}],"r":-1}\
            """);
    assertThat(JsonLine.of(_ -> {})).isEqualTo("{}");
  }

  /** Users' scripts read these lines; until lately they were written by Jackson. */
  @Test
  void writesEachCharacterAsJacksonDoes() {
    List<String> texts = new ArrayList<>(List.of("", "\uD83D\uDE00", "a\uD83D", "\uDE00b"));
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      texts.add("<" + (char) c + ">");
    }
    StringWriter expected = new StringWriter();
    try (JsonGenerator to =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), expected)) {
      to.writeStartObject();
      to.writeStringProperty("\"name\"", "x");
      to.writeArrayPropertyStart("texts");
      texts.forEach(to::writeString);
      to.writeEndArray();
      for (String number : List.of("0.000", "1.412", "0.0000001", "123456789012.345")) {
        to.writeNumberProperty("millis", new BigDecimal(number));
      }
      to.writeEndObject();
    }

    assertThat(
            JsonLine.of(
                to -> {
                  to.text("\"name\"", "x").texts("texts", texts);
                  for (String number : List.of("0.000", "1.412", "0.0000001", "123456789012.345")) {
                    to.number("millis", new BigDecimal(number));
                  }
                }))
        .isEqualTo(Escapes.inJson(expected.toString()));
  }
}
