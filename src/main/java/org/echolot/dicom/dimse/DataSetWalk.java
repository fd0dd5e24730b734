package org.echolot.dicom.dimse;

import static org.echolot.dicom.dimse.ElementHeader.UNDEFINED_LENGTH;

import java.util.Locale;
import org.echolot.dicom.pdu.Octets;

/**
 * One walk over the elements of a data set in Implicit or Explicit VR Little Endian (PS3.5 7.1,
 * 7.5). It tells tags, VRs, lengths and values, and knows no dictionary: a sequence is an element
 * of VR SQ, or one of undefined length; in Implicit VR a sequence of a defined length is a value,
 * whose items {@link #items} reads. Encapsulated pixel data (PS3.5 A.4) are a fault.
 *
 * <p>What is looked at has bounds, and beyond them is a fault too. Tolerated: odd lengths, and tags
 * in any order. Pure; safe for use by any thread.
 */
public final class DataSetWalk {

  /** The most bytes of a data set that is looked at. */
  public static final int MAX_LENGTH = 1 << 20;

  /** The most elements, over all depths, items of sequences included. */
  public static final int MAX_ELEMENTS = 16_384;

  /** How deep sequences may stand in sequences. */
  public static final int MAX_DEPTH = 16;

  static final int ITEM = 0xFFFE_E000;
  static final int ITEM_DELIMITATION = 0xFFFE_E00D;
  static final int SEQUENCE_DELIMITATION = 0xFFFE_E0DD;

  private static final int DELIMITERS_GROUP = 0xFFFE;
  private static final String ELEMENTS = "PS3.5 7.1";
  private static final String ITEMS = "PS3.5 7.5";

  private final Octets bytes;
  private final DataSetVisitor visitor;
  private int position;
  private int count;

  private DataSetWalk(Octets bytes, DataSetVisitor visitor) {
    this.bytes = bytes;
    this.visitor = visitor;
  }

  /**
   * Goes over a whole data set.
   *
   * @throws MalformedDataSetException if it can't be read, or passes a bound; the visitor was told
   *     of what stands before
   */
  public static void elements(Octets dataSet, TransferSyntax syntax, DataSetVisitor visitor)
      throws MalformedDataSetException {
    DataSetWalk walk = of(dataSet, visitor);
    walk.readElements(syntax, dataSet.length(), 0, false);
  }

  /**
   * Goes over the items that are the value of an element, for those who know from a dictionary that
   * it is a sequence. Offsets are counted from the start of the value.
   *
   * @throws MalformedDataSetException likewise
   */
  public static void items(Octets value, TransferSyntax syntax, DataSetVisitor visitor)
      throws MalformedDataSetException {
    of(value, visitor).readItems(syntax, value.length(), 1, false);
  }

  private static DataSetWalk of(Octets bytes, DataSetVisitor visitor)
      throws MalformedDataSetException {
    if (bytes.length() > MAX_LENGTH) {
      throw new MalformedDataSetException(
          0, MAX_LENGTH, "is beyond the " + MAX_LENGTH + " bytes that are looked at", ELEMENTS);
    }
    return new DataSetWalk(bytes, visitor);
  }

  /**
   * @param delimited whether a delimitation item ends the run, and not {@code end} alone
   */
  private void readElements(TransferSyntax syntax, int end, int depth, boolean delimited)
      throws MalformedDataSetException {
    while (position < end) {
      int at = position;
      int tag = readTag(end);
      if (delimited && tag == ITEM_DELIMITATION) {
        requireEmpty(tag, at, readLength(tag, end));
        return;
      }
      if (tag >>> 16 == DELIMITERS_GROUP) {
        throw new MalformedDataSetException(tag, at, "stands where an element should", ITEMS);
      }
      readElement(syntax, readHeader(syntax, at, tag, end, depth), end);
    }
    requireDelimiter(delimited, ITEM_DELIMITATION);
  }

  private ElementHeader readHeader(TransferSyntax syntax, int at, int tag, int end, int depth)
      throws MalformedDataSetException {
    if (syntax == TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN) {
      return new ElementHeader(at, depth, tag, null, readLength(tag, end));
    }
    int vrAt = take("VR", tag, 2, end, "PS3.5 7.1.2");
    String code = bytes.slice(vrAt, position).toLatin1();
    if (!ValueRepresentation.isCode(code)) {
      throw new MalformedDataSetException(
          tag,
          vrAt,
          "VR held " + bytes.slice(vrAt, position).toHex() + ", which are no two capital letters",
          "PS3.5 6.2");
    }
    ValueRepresentation vr = new ValueRepresentation(code);
    if (vr.hasLongLength()) {
      int _ = take("reserved field", tag, 2, end, "PS3.5 7.1.2");
      return new ElementHeader(at, depth, tag, vr, readLength(tag, end));
    }
    int lengthAt = take("length", tag, 2, end, "PS3.5 7.1.2");
    return new ElementHeader(at, depth, tag, vr, CommandSet.shortAt(bytes, lengthAt));
  }

  private void readElement(TransferSyntax syntax, ElementHeader element, int end)
      throws MalformedDataSetException {
    countOne(element.tag(), element.offset());
    ValueRepresentation vr = element.vr();
    if (element.hasUndefinedLength() && vr != null && !mayBeSequence(vr)) {
      throw new MalformedDataSetException(
          element.tag(), position - 4, "has an undefined length, and VR " + vr, "PS3.5 7.1.2");
    }
    if (!element.hasUndefinedLength() && !ValueRepresentation.SQ.equals(vr)) {
      int from = position;
      position = endOf(element.tag(), element.length(), end);
      visitor.value(element, bytes.slice(from, position));
      return;
    }
    if (element.depth() == MAX_DEPTH) {
      throw new MalformedDataSetException(
          element.tag(),
          element.offset(),
          "is a sequence in more than the " + MAX_DEPTH + " that are looked into",
          ITEMS);
    }
    boolean delimited = element.hasUndefinedLength();
    int sequenceEnd = endOf(element.tag(), element.length(), end);
    // What has VR UN and an undefined length is in Implicit VR (PS3.5 6.2.2, note 2).
    TransferSyntax inside =
        ValueRepresentation.UN.equals(vr) ? TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN : syntax;
    visitor.sequence(element);
    readItems(inside, sequenceEnd, element.depth() + 1, delimited);
    visitor.sequenceEnd();
  }

  private static boolean mayBeSequence(ValueRepresentation vr) {
    return vr.equals(ValueRepresentation.SQ) || vr.equals(ValueRepresentation.UN);
  }

  /** The items of a sequence; their elements have the depth {@code depth}. */
  private void readItems(TransferSyntax syntax, int end, int depth, boolean delimited)
      throws MalformedDataSetException {
    while (position < end) {
      int at = position;
      int tag = readTag(end);
      long length = readLength(tag, end);
      if (delimited && tag == SEQUENCE_DELIMITATION) {
        requireEmpty(tag, at, length);
        return;
      }
      if (tag != ITEM) {
        throw new MalformedDataSetException(tag, at, "stands where an item should", ITEMS);
      }
      countOne(tag, at);
      int itemEnd = endOf(tag, length, end);
      visitor.item();
      readElements(syntax, itemEnd, depth, length == UNDEFINED_LENGTH);
      visitor.itemEnd();
    }
    requireDelimiter(delimited, SEQUENCE_DELIMITATION);
  }

  private void countOne(int tag, int at) throws MalformedDataSetException {
    if (++count > MAX_ELEMENTS) {
      throw new MalformedDataSetException(
          tag, at, "is one more than the " + MAX_ELEMENTS + " that are looked at", ELEMENTS);
    }
  }

  private int readTag(int end) throws MalformedDataSetException {
    int at = take("tag", 0, 4, end, ELEMENTS);
    return CommandSet.shortAt(bytes, at) << 16 | CommandSet.shortAt(bytes, at + 2);
  }

  private long readLength(int tag, int end) throws MalformedDataSetException {
    return CommandSet.intAt(bytes, take("length", tag, 4, end, ELEMENTS));
  }

  /** Goes over the next bytes, and says where they begin. */
  private int take(String field, int tag, int length, int end, String section)
      throws MalformedDataSetException {
    int at = position;
    if (length > end - at) {
      throw new MalformedDataSetException(
          tag, at, field + " needs " + length + " bytes, but " + (end - at) + " are left", section);
    }
    position += length;
    return at;
  }

  /** Where a value or an item that begins here ends; where it does not say, at the latest. */
  private int endOf(int tag, long length, int end) throws MalformedDataSetException {
    if (length == UNDEFINED_LENGTH) {
      return end;
    }
    if (length > end - position) {
      throw new MalformedDataSetException(
          tag,
          position,
          String.format(
              Locale.ROOT,
              "length held %d (%08XH), but %d bytes are left",
              length,
              length,
              end - position),
          ELEMENTS);
    }
    return position + (int) length;
  }

  private static void requireEmpty(int tag, int at, long length) throws MalformedDataSetException {
    if (length != 0) {
      throw new MalformedDataSetException(
          tag, at + 4, "length held " + length + ", but it must be 0", ITEMS);
    }
  }

  private void requireDelimiter(boolean delimited, int tag) throws MalformedDataSetException {
    if (delimited) {
      throw new MalformedDataSetException(tag, position, "is missing", ITEMS);
    }
  }
}
