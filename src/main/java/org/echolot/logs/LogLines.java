package org.echolot.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a log, whatever is in it: a byte that is no text becomes U+FFFD, and of an endless line
 * only the beginning is kept. UTF-16 is told by its byte order mark, as PowerShell writes it; all
 * else is read as UTF-8. Used by one thread.
 */
public final class LogLines {

  /** The most characters of a line that are kept. */
  static final int LONGEST_LINE = 4_096;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private boolean lastWasReturn;

  /**
   * @throws IOException if its beginning can't be read
   */
  public LogLines(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 2);
    this.in = new BufferedReader(new InputStreamReader(start, charsetOf(start)));
  }

  public LogLines(Reader in) {
    this.in = in;
  }

  private static Charset charsetOf(PushbackInputStream in) throws IOException {
    byte[] mark = new byte[2];
    int length = in.readNBytes(mark, 0, 2);
    in.unread(mark, 0, length);
    int first = length < 2 ? 0 : ((mark[0] & 0xFF) << 8) | (mark[1] & 0xFF);
    return first == 0xFFFE || first == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /**
   * The next line without its line break; null at the end.
   *
   * @throws IOException if it can't be read
   */
  public @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      boolean second = c == '\n' && lastWasReturn;
      lastWasReturn = c == '\r';
      if (second) {
        continue;
      }
      if (c == '\n' || c == '\r') {
        return line.toString();
      }
      any = true;
      if (line.length() < LONGEST_LINE && c != BYTE_ORDER_MARK) {
        line.append((char) c);
      }
    }
    return any ? line.toString() : null;
  }
}
