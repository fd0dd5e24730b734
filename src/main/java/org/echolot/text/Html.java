package org.echolot.text;

/** Writes HTML. What comes from elsewhere goes in as text alone. Used by one thread. */
public final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Markup of our own. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, in an element or in the value of an attribute in double quotes. */
  public Html text(String text) {
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
  public Html cell(String text) {
    return raw("<td>").text(text).raw("</td>");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
