package org.echolot.json;

import java.util.Locale;

/** Strings as JSON has them (RFC 8259 7), in plain ASCII. */
public final class JsonText {

  private JsonText() {}

  /** The text as a JSON string, with its quotation marks. */
  public static String of(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
