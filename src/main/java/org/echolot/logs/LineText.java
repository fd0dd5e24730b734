package org.echolot.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a line without what a terminal or a log collector did to them. */
final class LineText {

  /** Colours, as the byte ESC, or as rsyslog, a shell and JSON write that byte. */
  private static final Pattern COLOUR =
      Pattern.compile("(?:\u001B|#033|\\^\\[|\\\\x1[Bb]|\\\\?\\\\u001[bB])\\[[0-9;]{0,20}m");

  /** A field of a JSON object, of which the quotes may be escaped themselves. */
  private static final Pattern JSON = Pattern.compile("\\{\\s{0,4}\\\\{0,3}\"");

  private static final int MOST_WRAPPERS = 2;

  private LineText() {}

  /** The line without colours; of a line that is JSON, the texts as they were before. */
  static String of(String line) {
    String text = line;
    if (line.indexOf('{') >= 0 && JSON.matcher(line).find()) {
      for (int i = 0; i < MOST_WRAPPERS && text.indexOf('\\') >= 0; i++) {
        text = unescaped(text);
      }
    }
    return withoutEntities(withoutColours(text));
  }

  private static String withoutColours(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    Matcher colours = COLOUR.matcher(text);
    return colours.find() ? colours.replaceAll("") : text;
  }

  private static String withoutEntities(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
  }

  private static String unescaped(String text) {
    StringBuilder all = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\' || at == text.length()) {
        all.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      int code = escaped == 'u' ? hex(text, at) : -1;
      if (code >= 0) {
        all.append((char) code);
        at += 4;
      } else if (escaped == 'n' || escaped == 'r' || escaped == 't') {
        all.append(' ');
      } else {
        all.append(escaped);
      }
    }
    return all.toString();
  }

  /** The four hexadecimal digits there as a number; -1 if they are none. */
  private static int hex(String text, int from) {
    int code = 0;
    for (int at = from; at < from + 4; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
