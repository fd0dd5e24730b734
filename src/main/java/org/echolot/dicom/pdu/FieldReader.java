package org.echolot.dicom.pdu;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Reads fields by name inside one bounded run of a PDU, and tells a {@link FieldVisitor} of each.
 * Nothing outside the run can be reached, and each fault names the field, its place in the PDU and
 * the section.
 *
 * <p>All readers over a PDU stand at the same place: whoever takes a {@link #slice} reads it to its
 * end before the run around it is read on.
 */
final class FieldReader {

  /** Reads what stands behind the header of an item. */
  @FunctionalInterface
  interface ItemReading {
    void read(ItemHeader header) throws MalformedPduException;
  }

  /** What all readers over one PDU share. */
  private static final class Walk {
    private final Octets pdu;
    private final FieldVisitor visitor;
    private int position;
    private int items;

    Walk(Octets pdu, FieldVisitor visitor) {
      this.pdu = pdu;
      this.visitor = visitor;
    }
  }

  private final Walk walk;
  private final long end;
  private final int depth;
  private final String section;

  private FieldReader(Walk walk, long end, int depth, String section) {
    this.walk = walk;
    this.end = end;
    this.depth = depth;
    this.section = section;
  }

  /** A reader at the start of {@code pdu}, which reads a header and no more. */
  static FieldReader over(Octets pdu, FieldVisitor visitor) {
    return new FieldReader(new Walk(pdu, visitor), PduHeader.LENGTH, 0, "PS3.8 9.3.1");
  }

  /** A reader of the {@code length} bytes behind the header, though not all may have come. */
  FieldReader body(long length, String bodySection) {
    long bodyEnd = walk.position + length;
    walk.visitor.counts(walk.position - 4, 4, bodyEnd);
    return new FieldReader(walk, bodyEnd, depth, bodySection);
  }

  /** The same run with fields that another section defines. */
  FieldReader under(String otherSection) {
    return new FieldReader(walk, end, depth, otherSection);
  }

  /** The next byte, counted from 0 at the start of the PDU. */
  int position() {
    return walk.position;
  }

  /** 0 for the PDU's own fields and its items, 1 for what is inside an item, and so on. */
  int depth() {
    return depth;
  }

  String section() {
    return section;
  }

  boolean hasMore() {
    return walk.position < end;
  }

  private long remaining() {
    return end - walk.position;
  }

  /** The part of {@link #remaining} that came. */
  private int available() {
    return (int) Math.min(remaining(), walk.pdu.length() - walk.position);
  }

  // Values

  int unsigned8(String field) throws MalformedPduException {
    require(field, 1);
    return walk.pdu.unsignedAt(walk.position++);
  }

  int unsigned16(String field) throws MalformedPduException {
    require(field, 2);
    return unsigned8(field) << 8 | unsigned8(field);
  }

  long unsigned32(String field) throws MalformedPduException {
    require(field, 4);
    return (long) unsigned16(field) << 16 | unsigned16(field);
  }

  Octets octets(String field, long length) throws MalformedPduException {
    require(field, length);
    int from = walk.position;
    walk.position += (int) length;
    return walk.pdu.slice(from, walk.position);
  }

  /** All that is left of the run. */
  Octets rest(String field) throws MalformedPduException {
    return octets(field, remaining());
  }

  /** Bytes that are not tested. */
  void reserved(String field, long length) throws MalformedPduException {
    require(field, length);
    walk.position += (int) length;
    tell("Reserved", () -> "");
  }

  /** Likewise, all that is left. */
  void reservedRest(String field) throws MalformedPduException {
    reserved(field, remaining());
  }

  /**
   * All that is left, as a UID. Tolerated: NULs or blanks behind it, which PS3.5 allows in data
   * sets and PS3.8 F.1 does not allow here.
   */
  String uid(String field) throws MalformedPduException {
    int from = walk.position;
    String text = uncheckedUid(field).toLatin1();
    String uid = FieldText.trimmed(text);
    if (uid.length() < text.length()) {
      int padding = text.length() - uid.length();
      tolerate(
          field, from + uid.length(), "is padded with NULs or blanks: " + padding, "PS3.8 F.1");
    }
    return uid;
  }

  /** All that is left, which should be a UID and need not. */
  Octets uncheckedUid(String field) throws MalformedPduException {
    Octets octets = rest(field);
    tell(field, () -> FieldText.uid(octets));
    return octets;
  }

  /** All that is left, which must not be shown. */
  Octets secretRest(String field) throws MalformedPduException {
    int from = walk.position;
    Octets octets = rest(field);
    walk.visitor.secret(this, from, field);
    return octets;
  }

  /** All that is left, as the data of a PDV. */
  Pdv fragment(String field, int contextId, int control) throws MalformedPduException {
    int from = walk.position;
    boolean complete = available() == remaining();
    walk.position += available();
    Pdv fragment = new Pdv(contextId, control, walk.pdu.slice(from, walk.position));
    walk.visitor.fragment(this, fragment, complete);
    require(field, remaining());
    return fragment;
  }

  // Runs

  /** Reads item after item, to the end of the run. */
  void items(String kind, ItemReading reading) throws MalformedPduException {
    String type = kind + " type";
    String reserved = kind + " reserved byte";
    String length = kind + " length";
    while (hasMore()) {
      countItem(kind);
      ItemHeader header =
          new ItemHeader(walk.position, unsigned8(type), unsigned8(reserved), unsigned16(length));
      try {
        reading.read(header);
      } catch (MalformedPduException fault) {
        if (header.end() > end) {
          throw fault;
        }
        passOver(fault, header.type());
        walk.position = header.end();
      }
    }
  }

  /** One more of what there may be thousands of. */
  void countItem(String kind) throws MalformedPduException {
    if (++walk.items > AssociateGrammar.MAX_ITEMS) {
      throw fault(
          kind, 0, "is one more than the " + AssociateGrammar.MAX_ITEMS + " items that are read");
    }
  }

  /** Leaves a fault to the visitor, who may want to see what stands behind it. */
  void passOver(MalformedPduException fault, int itemType) throws MalformedPduException {
    if (fault instanceof CutShortException || !walk.visitor.passesOver(fault, itemType)) {
      throw fault;
    }
  }

  /** A reader of what stands behind the header of an item, which was just read. */
  FieldReader item(ItemHeader header, String name, String itemSection)
      throws MalformedPduException {
    return item(header, name, itemSection, "");
  }

  /**
   * @param more what is shown beside the type
   */
  FieldReader item(ItemHeader header, String name, String itemSection, String more)
      throws MalformedPduException {
    FieldReader item = slice(name, header.length(), 2, itemSection);
    under(itemSection).tellHeader(header, name, more);
    return item;
  }

  /** Tells of type, reserved byte and length of an item. */
  void tellHeader(ItemHeader header, String name, String more) {
    tell(
        name,
        () ->
            String.format(
                Locale.ROOT, "type %02XH%s, length %d", header.type(), more, header.length()));
  }

  /**
   * A reader of the next {@code length} bytes, a level deeper.
   *
   * @param field what they are
   * @param lengthBytes how many bytes the length took, which was just read
   * @param subSection where the standard defines them
   * @throws MalformedPduException if they are not all in the run; the fault is put at the length
   *     field
   */
  FieldReader slice(String field, long length, int lengthBytes, String subSection)
      throws MalformedPduException {
    if (length > remaining()) {
      throw under(subSection)
          .fault(
              field + " length",
              lengthBytes,
              "held "
                  + FieldText.number(length, lengthBytes)
                  + ", but "
                  + FieldText.left(remaining()));
    }
    walk.visitor.counts(walk.position - lengthBytes, lengthBytes, walk.position + length);
    return new FieldReader(walk, walk.position + length, depth + 1, subSection);
  }

  /** Fails where the run does not end with its last field. */
  void requireEnd(String item) throws MalformedPduException {
    if (hasMore()) {
      throw atFault(item, remaining() + " bytes more than its fields take");
    }
  }

  private void require(String field, long length) throws MalformedPduException {
    if (length > remaining()) {
      throw atFault(field, FieldText.needs(length) + ", but " + remaining() + " are left");
    }
    if (length > available()) {
      throw new CutShortException(field, walk.position, length, available(), section);
    }
  }

  /** A fault in the rest of the run. */
  private MalformedPduException atFault(String field, String held) {
    return new MalformedPduException(field, walk.position, available(), held, section);
  }

  /** A fault in a field of {@code length} bytes that was just read. */
  MalformedPduException fault(String field, int length, String held) {
    return new MalformedPduException(field, (long) walk.position - length, length, held, section);
  }

  // Telling

  /** Tells of the field that ends here. */
  void tell(String name, Supplier<String> meaning) {
    walk.visitor.field(this, name, meaning);
  }

  /** Tells of an item that holds a user identity, or may hold one. */
  void tellIdentity(ItemHeader header) {
    walk.visitor.identity(header);
  }

  /** Tells of something that breaks the standard and does no harm. */
  void tolerate(String field, int offset, String description, String where) {
    walk.visitor.tolerated(new Deviation(field, offset, description, where));
  }
}
