package org.echolot.monitor;

import org.echolot.text.Escapes;

/** Writes HTML. What comes from elsewhere goes in as text alone. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Markup of our own. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, in an element or in the value of an attribute in double quotes. */
  Html text(String text) {
    for (char c : Escapes.oneLine(text).toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** A cell of a table. */
  Html cell(String text) {
    return raw("<td>").text(text).raw("</td>");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
