package org.echolot.peers.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, of the clipboard, or what a server sent, whose kind is to be found. To be
 * used by one thread.
 */
public final class ListContent {

  /** The longest list that is read. */
  public static final int MAX_BYTES = 16 << 20;

  private static final int MAX_JSON_TOKENS = 2_000_000;
  private static final int LOOKED_AT = 4_096;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final byte[] bytes;
  private final String text;
  private @Nullable JsonDocument json;
  private @Nullable FaultException noJson;
  private @Nullable List<String> lines;

  private ListContent(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  /**
   * Text in UTF-8, UTF-16 (with a byte order mark, or recognizably) or else Windows-1252; or a
   * binary property list.
   *
   * @throws UnreadableListException if it is empty, too long, or neither text nor such a list
   */
  public static ListContent of(byte[] bytes) throws UnreadableListException {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableListException("it is longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    if (BinaryPlist.isOne(bytes)) {
      return new ListContent(bytes, "");
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw new UnreadableListException("it is empty");
    }
    return new ListContent(bytes, text);
  }

  /**
   * Text that was pasted.
   *
   * @throws UnreadableListException if it is blank, too long, or not text
   */
  public static ListContent ofText(String text) throws UnreadableListException {
    if (text.length() > MAX_BYTES) {
      throw new UnreadableListException("it is longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The content of a file, of which no more is read than a list may have.
   *
   * @throws IOException if it can't be read
   * @throws UnreadableListException see {@link #of}
   */
  public static ListContent ofFile(Path file) throws IOException, UnreadableListException {
    try (InputStream in = Files.newInputStream(file)) {
      return ofStream(in);
    }
  }

  /**
   * The same for a stream, to its end.
   *
   * @throws IOException if it can't be read
   * @throws UnreadableListException see {@link #of}
   */
  public static ListContent ofStream(InputStream in) throws IOException, UnreadableListException {
    return of(in.readNBytes(MAX_BYTES + 1));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String text() {
    return text;
  }

  /** Without the line ends; the last one is not there if nothing follows it. */
  List<String> lines() {
    List<String> known = lines;
    if (known == null) {
      known = text.lines().toList();
      lines = known;
    }
    return known;
  }

  /** The first character that is no white space. */
  char first() {
    return text.isEmpty() ? 0 : text.charAt(indexOfFirst());
  }

  private int indexOfFirst() {
    int at = 0;
    while (at < text.length() - 1 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  boolean startsWith(String start) {
    return !text.isEmpty() && text.startsWith(start, indexOfFirst());
  }

  /** Whether it may be JSON, with or without comments before it. */
  boolean looksLikeJson() {
    return first() == '{'
        || first() == '['
        || startsWith("//")
        || startsWith("/*")
        || startsWith("\"DicomModalities\"");
  }

  /**
   * It as JSON, with comments.
   *
   * @throws UnreadableListException if it is none
   */
  JsonDocument json() throws UnreadableListException {
    if (noJson != null) {
      throw new UnreadableListException(noJson);
    }
    if (json == null) {
      // A piece of a configuration, as people copy it out of the file.
      boolean isPiece = first() == '"';
      try {
        json =
            JsonDocument.readTolerantly(
                isPiece ? "{" + withoutLastComma(text) + "}" : text, MAX_JSON_TOKENS);
      } catch (FaultException e) {
        noJson = e;
        throw new UnreadableListException(e);
      }
    }
    return json;
  }

  private static String withoutLastComma(String piece) {
    String stripped = piece.stripTrailing();
    return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  private static String decoded(byte[] bytes) throws UnreadableListException {
    String text;
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    } else if (starts(bytes, 0xFF, 0xFE)) {
      text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    } else if (starts(bytes, 0xFE, 0xFF)) {
      text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    } else if (zeros(bytes, 1) && !zeros(bytes, 0)) {
      text = new String(bytes, StandardCharsets.UTF_16LE);
    } else if (zeros(bytes, 0) && !zeros(bytes, 1)) {
      text = new String(bytes, StandardCharsets.UTF_16BE);
    } else {
      text = utf8(bytes);
      if (text == null) {
        text = new String(bytes, WINDOWS_1252);
      }
    }
    requireText(text);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether most of every second byte is zero, as in UTF-16 without a mark. */
  private static boolean zeros(byte[] bytes, int from) {
    int looked = Math.min(bytes.length, LOOKED_AT);
    int zeros = 0;
    int all = 0;
    for (int i = from; i < looked; i += 2) {
      all++;
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return all > 1 && zeros * 4 > all * 3;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static void requireText(String text) throws UnreadableListException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B) {
        throw new UnreadableListException("it is not text: a binary file");
      }
    }
  }
}
