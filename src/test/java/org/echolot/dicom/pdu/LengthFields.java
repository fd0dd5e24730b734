package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.List;

/** Finds every length field of a valid PDU by walking it, without our decoder. */
final class LengthFields {

  /**
   * A length field.
   *
   * @param offset its first byte
   * @param width 2 or 4 bytes
   * @param value what it holds
   * @param inside the length fields that count this one among their bytes, outermost first
   */
  record LengthField(String name, int offset, int width, long value, List<LengthField> inside) {

    /** The first byte that it counts. */
    int start() {
      return offset + width;
    }

    /** The byte behind the last that it counts. */
    int end() {
      return start() + (int) value;
    }

    /** The largest number that it can hold. */
    long max() {
      return (1L << (8 * width)) - 1;
    }

    @Override
    public String toString() {
      return name + " length at byte " + offset;
    }
  }

  private final Octets pdu;
  private final List<LengthField> found = new ArrayList<>();

  private LengthFields(Octets pdu) {
    this.pdu = pdu;
  }

  static List<LengthField> of(Octets pdu) {
    return new LengthFields(pdu).walk();
  }

  private List<LengthField> walk() {
    LengthField whole = add("PDU", 2, 4, List.of());
    switch (pdu.unsignedAt(0)) {
      case 1, 2 -> items(Wire.FIRST_ITEM, whole.end(), List.of(whole));
      case 4 -> {
        int at = whole.start();
        while (at < whole.end()) {
          at = add("PDV", at, 4, List.of(whole)).end();
        }
      }
      default -> {
        // The other PDUs have no length but their own.
      }
    }
    return found;
  }

  private void items(int from, int to, List<LengthField> outside) {
    int at = from;
    while (at < to) {
      int type = pdu.unsignedAt(at);
      LengthField length = add("%02XH".formatted(type), at + 2, 2, outside);
      List<LengthField> inside = new ArrayList<>(outside);
      inside.add(length);
      switch (type) {
        case 0x20, 0x21 -> items(length.start() + 4, length.end(), inside);
        case 0x50 -> items(length.start(), length.end(), inside);
        case 0x54, 0x56 -> add("SOP class of " + length.name(), length.start(), 2, inside);
        case 0x59 -> add("server response", length.start(), 2, inside);
        case 0x57 -> commonExtendedNegotiation(length, inside);
        case 0x58 -> {
          LengthField primary = add("primary field", length.start() + 2, 2, inside);
          add("secondary field", primary.end(), 2, inside);
        }
        default -> {
          // The others have no lengths in them.
        }
      }
      at = length.end();
    }
  }

  private void commonExtendedNegotiation(LengthField item, List<LengthField> inside) {
    LengthField sopClass = add("SOP class", item.start(), 2, inside);
    LengthField serviceClass = add("service class", sopClass.end(), 2, inside);
    LengthField related = add("related SOP classes", serviceClass.end(), 2, inside);
    List<LengthField> insideRelated = new ArrayList<>(inside);
    insideRelated.add(related);
    int at = related.start();
    while (at < related.end()) {
      at = add("related SOP class", at, 2, insideRelated).end();
    }
  }

  private LengthField add(String name, int offset, int width, List<LengthField> inside) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | pdu.unsignedAt(offset + i);
    }
    LengthField field = new LengthField(name, offset, width, value, List.copyOf(inside));
    found.add(field);
    return field;
  }
}
