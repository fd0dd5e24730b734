package org.echolot.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text of a file that must be UTF-8. */
public final class Utf8Text {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8Text() {}

  /** The bytes are not UTF-8. */
  public static final class NotUtf8Exception extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String problem;

    NotUtf8Exception(int line, int column, String problem) {
      super(line + ":" + column + " " + problem);
      this.problem = problem;
      this.line = line;
      this.column = column;
    }

    /** The line of the first wrong byte, from 1. */
    public int line() {
      return line;
    }

    /** What is wrong, in plain words. */
    public String problem() {
      return problem;
    }

    /** The column of the first wrong byte, in characters, from 1. */
    public int column() {
      return column;
    }
  }

  /**
   * The text without a byte order mark at its start.
   *
   * @throws NotUtf8Exception if the bytes are something else
   */
  public static String decode(byte[] bytes) throws NotUtf8Exception {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new NotUtf8Exception(1, 1, "the file is UTF-16; it must be saved as UTF-8");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult end = decoder.decode(in, out, true);
    String text = withoutMark(out.flip().toString());
    if (end.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      throw new NotUtf8Exception(
          line,
          column,
          String.format(
              Locale.ROOT,
              "the byte %02XH is not UTF-8; the file must be saved as UTF-8",
              in.get(in.position())));
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
