package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.FieldSpan.Kind;

/**
 * Reads the fields of one bounded run of a PDU as {@link ItemReader} does, and lays a span over
 * each. Unlike that, it also reads PDUs of which only a part came.
 */
final class FieldCursor {

  /** The most spans of a PDU. 128 presentation contexts with a dozen syntaxes each have fewer. */
  static final int MAX_SPANS = 4096;

  /** The most bytes of a value that are decoded. */
  private static final int MAX_VALUE = 128;

  /** The walk can't go on, though nothing is wrong: no more bytes, or more than are looked at. */
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean full;

    private Ended(String field, boolean full) {
      super(field, null, false, false);
      this.field = field;
      this.full = full;
    }
  }

  /** What all cursors over one PDU share. */
  private static final class Sheet {
    private final Octets pdu;
    private final List<FieldSpan> spans = new ArrayList<>();
    private int position;
    private int covered;
    private int faultLength;
    private boolean guarded;

    Sheet(Octets pdu) {
      this.pdu = pdu;
    }
  }

  private final Sheet sheet;
  private final long end;
  private final int depth;
  private final String section;

  private FieldCursor(Sheet sheet, long end, int depth, String section) {
    this.sheet = sheet;
    this.end = end;
    this.depth = depth;
    this.section = section;
  }

  /** A cursor at the start of {@code pdu}, which may read a header and no more. */
  static FieldCursor over(Octets pdu) {
    return new FieldCursor(new Sheet(pdu), PduHeader.LENGTH, 0, "PS3.8 9.3.1");
  }

  /** A cursor from here to {@code newEnd}, though not all of that may have come. */
  FieldCursor to(long newEnd, String newSection) {
    return new FieldCursor(sheet, newEnd, depth, newSection);
  }

  boolean hasMore() {
    return sheet.position < end;
  }

  long remaining() {
    return end - sheet.position;
  }

  /** The part of {@link #remaining} that came. */
  int available() {
    return (int) Math.min(remaining(), sheet.pdu.length() - sheet.position);
  }

  int position() {
    return sheet.position;
  }

  int unsigned8(String field) throws MalformedPduException, Ended {
    require(field, 1);
    return sheet.pdu.unsignedAt(sheet.position++);
  }

  int unsigned16(String field) throws MalformedPduException, Ended {
    require(field, 2);
    return unsigned8(field) << 8 | unsigned8(field);
  }

  long unsigned32(String field) throws MalformedPduException, Ended {
    require(field, 4);
    return (long) unsigned16(field) << 16 | unsigned16(field);
  }

  void skip(String field, long length) throws MalformedPduException, Ended {
    require(field, length);
    sheet.position += (int) length;
  }

  /** The first bytes of a value, behind all of which this then stands. */
  Octets value(String field, long length) throws MalformedPduException, Ended {
    int from = sheet.position;
    skip(field, length);
    return sheet.pdu.slice(from, from + (int) Math.min(length, MAX_VALUE));
  }

  /** What came of the data of a PDV that ends where this does. */
  Octets rest() {
    int from = sheet.position;
    sheet.position += available();
    return sheet.pdu.slice(from, sheet.position);
  }

  /** A cursor over the next {@code length} bytes, a level deeper; see {@link ItemReader#slice}. */
  FieldCursor slice(String field, long length, int lengthBytes, String subSection)
      throws MalformedPduException {
    if (length > remaining()) {
      sheet.faultLength = lengthBytes;
      throw new MalformedPduException(
          field + " length",
          sheet.position - (long) lengthBytes,
          "held "
              + ItemReader.number(length, lengthBytes)
              + ", and "
              + remaining()
              + " bytes are left",
          subSection);
    }
    return new FieldCursor(sheet, sheet.position + length, depth + 1, subSection);
  }

  /** Fails where the run does not end with its last field; see {@link ItemReader#requireEnd}. */
  void requireEnd(String item) throws MalformedPduException {
    if (hasMore()) {
      throw fault(item, 0, available(), remaining() + " bytes more than its fields take");
    }
  }

  /**
   * A fault.
   *
   * @param back where it begins, in bytes before the position
   * @param length how many bytes are at fault
   */
  MalformedPduException fault(String field, int back, int length, String held) {
    sheet.faultLength = length;
    return new MalformedPduException(field, sheet.position - (long) back, held, section);
  }

  private void require(String field, long length) throws MalformedPduException, Ended {
    if (length > remaining()) {
      throw fault(
          field, 0, available(), "needs " + length + " bytes, and " + remaining() + " are left");
    }
    if (length > available()) {
      throw new Ended(field, false);
    }
  }

  /** From here on, what can't be read must not be shown either: a user identity may be in it. */
  void guard() {
    sheet.guarded = true;
  }

  // Spans

  /** Lays a span over what was read since the last one, if anything was. */
  void emit(String name, String meaning) throws Ended {
    emit(name, meaning, Kind.FIELD);
  }

  /** The same for what must not be shown. */
  void emitSecret(String name) throws Ended {
    emit(name, "not shown", Kind.SECRET);
  }

  private void emit(String name, String meaning, Kind kind) throws Ended {
    if (sheet.spans.size() >= MAX_SPANS) {
      throw new Ended(name, true);
    }
    lay(sheet.position, name, meaning, section, kind);
  }

  /** Takes spans over what was read since the last one. */
  void emitAll(List<FieldSpan> inside, int from) throws Ended {
    for (FieldSpan span : inside) {
      if (sheet.spans.size() >= MAX_SPANS) {
        throw new Ended(span.name(), true);
      }
      sheet.spans.add(span.at(from + span.offset(), span.length(), depth + span.depth()));
      sheet.covered = from + span.end();
    }
  }

  private void lay(int to, String name, String meaning, String where, Kind kind) {
    if (to > sheet.covered) {
      int from = sheet.covered;
      sheet.spans.add(new FieldSpan(from, to - from, depth, name, meaning, where, kind));
      sheet.covered = to;
    }
  }

  private void mark(int length, String name, String meaning, String where) {
    sheet.spans.add(new FieldSpan(sheet.covered, length, depth, name, meaning, where, Kind.FAULT));
    sheet.covered += length;
  }

  /** The spans of a walk that came to its end; what is left lies behind the PDU. */
  List<FieldSpan> spans() {
    int more = sheet.pdu.length() - sheet.covered;
    if (more > 0) {
      mark(0, "The end of the PDU", more + " bytes more than its length says", "PS3.8 9.3.1");
      layRest(Kind.UNREAD, "Not read");
    }
    return sheet.spans;
  }

  /** The spans of a walk that met a fault. */
  List<FieldSpan> spans(MalformedPduException fault) {
    lay((int) fault.offset(), "Begin of an item", "", section, Kind.FIELD);
    int left = sheet.pdu.length() - sheet.covered;
    mark(
        sheet.guarded ? 0 : Math.min(sheet.faultLength, left),
        fault.field(),
        fault.held(),
        fault.section());
    layRest(Kind.UNREAD, "Not read");
    return sheet.spans;
  }

  /**
   * The spans of a walk that ended early.
   *
   * @param missing what to say where bytes are missing
   */
  List<FieldSpan> spans(Ended end, String missing) {
    if (end.full) {
      layRest(Kind.UNREAD, "Not looked at: more than " + MAX_SPANS + " fields");
    } else {
      layRest(Kind.FIELD, end.field + ", not all of it");
      mark(0, "The end of what came", missing, "PS3.8 9.3.1");
    }
    return sheet.spans;
  }

  private void layRest(Kind kind, String name) {
    if (sheet.guarded) {
      lay(sheet.pdu.length(), name, "may hold a user identity", "", Kind.SECRET);
    } else {
      lay(sheet.pdu.length(), name, "", "", kind);
    }
  }
}
