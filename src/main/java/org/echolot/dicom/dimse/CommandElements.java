package org.echolot.dicom.dimse;

import java.util.Arrays;
import java.util.Locale;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the elements of a command set (PS3.7 6.3.1), of which more may come while it goes
 * on. No byte is gone through twice, in however many fragments they come.
 */
final class CommandElements {

  static final String SECTION = "PS3.7 6.3.1";

  /** Tag and length of an element, in bytes. */
  static final int HEADER = 8;

  /**
   * Tag and length of an element.
   *
   * @param at its first byte, counted from 0 at the start of the command set
   * @param tag {@code group << 16 | element}
   * @param length of its value, 0 to 4,294,967,295; not all of it need have come
   */
  record Header(int at, int tag, long length) {

    int valueAt() {
      return at + HEADER;
    }
  }

  private byte[] bytes = new byte[128];
  private int length;
  private int position;

  /** The next bytes of the command set. */
  void append(Octets more) {
    byte[] added = more.toByteArray();
    if (bytes.length < length + added.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + added.length));
    }
    System.arraycopy(added, 0, bytes, length, added.length);
    length += added.length;
  }

  /** How many bytes came. */
  int length() {
    return length;
  }

  /** Goes behind the next element; null if not all of it came. */
  @Nullable Header next() {
    Header header = begun();
    if (header == null || header.length() > length - header.valueAt()) {
      return null;
    }
    position = header.valueAt() + (int) header.length();
    return header;
  }

  /** The next element, of which the value need not be there; null if not even its header is. */
  @Nullable Header begun() {
    if (length - position < HEADER) {
      return null;
    }
    Octets header = Octets.copyOf(bytes, position, position + HEADER);
    int tag = CommandSet.shortAt(header, 0) << 16 | CommandSet.shortAt(header, 2);
    return new Header(position, tag, CommandSet.intAt(header, 4));
  }

  /** The value of an element, or its first bytes. */
  Octets value(Header header, int atMost) {
    int from = header.valueAt();
    return Octets.copyOf(bytes, from, from + (int) Math.min(header.length(), atMost));
  }

  /**
   * Fails where the command set has to be whole and does not end with an element.
   *
   * @throws MalformedCommandException if an element was begun and can't be read
   */
  void requireEnd() throws MalformedCommandException {
    Header header = begun();
    if (header != null) {
      throw new MalformedCommandException(
          CommandSet.nameOf(header.tag()) + " length",
          position + 4,
          String.format(
              Locale.ROOT,
              "held %d (%08XH), but %d byte%s left",
              header.length(),
              header.length(),
              length - header.valueAt(),
              length - header.valueAt() == 1 ? " is" : "s are"),
          SECTION);
    }
    if (position < length) {
      throw new MalformedCommandException(
          "Element header",
          position,
          "needs 8 bytes, but " + (length - position) + " are left",
          SECTION);
    }
  }
}
