package org.echolot.dicom.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;

/**
 * A DIMSE command set: the elements of group 0000H in Implicit VR Little Endian, whatever the
 * transfer syntax of the context (PS3.7 6.3.1). Immutable.
 */
public final class CommandSet {

  public static final int GROUP_LENGTH = 0x0000_0000;
  public static final int AFFECTED_SOP_CLASS_UID = 0x0000_0002;
  public static final int COMMAND_FIELD = 0x0000_0100;
  public static final int MESSAGE_ID = 0x0000_0110;
  public static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0000_0120;
  public static final int COMMAND_DATA_SET_TYPE = 0x0000_0800;
  public static final int STATUS = 0x0000_0900;
  public static final int ERROR_COMMENT = 0x0000_0902;

  /** Command Data Set Type: no data set follows (PS3.7 9.3.5). */
  public static final int NO_DATA_SET = 0x0101;

  /** The most bytes that are taken for one command set, over all its fragments. */
  public static final int MAX_LENGTH = 1 << 16;

  private static final String SECTION = "PS3.7 6.3.1";

  /** Tag and length of an element, in bytes. */
  private static final int ELEMENT_HEADER = 8;

  /**
   * A command set that was read.
   *
   * @param deviations what was tolerated in it
   */
  public record Decoded(CommandSet commandSet, List<Deviation> deviations) {
    public Decoded {
      deviations = List.copyOf(deviations);
    }
  }

  private final SortedMap<Integer, Octets> elements;

  private CommandSet(SortedMap<Integer, Octets> elements) {
    this.elements = Collections.unmodifiableSortedMap(elements);
  }

  /** Puts a command set together, element by element, in any order. */
  public static final class Builder {
    private final SortedMap<Integer, Octets> elements = newElements();

    /** An element of VR US, 0 to 65,535. */
    public Builder unsignedShort(int tag, int value) {
      if (value < 0 || value > 0xFFFF) {
        throw new IllegalArgumentException(nameOf(tag) + " is " + value + ", not from 0 to 65535");
      }
      elements.put(tag, Octets.of((byte) value, (byte) (value >>> 8)));
      return this;
    }

    /** An element of VR UI, padded to an even length with NUL. */
    public Builder uid(int tag, String uid) {
      String padded = uid.length() % 2 == 0 ? uid : uid + '\0';
      elements.put(tag, Octets.of(padded.getBytes(StandardCharsets.ISO_8859_1)));
      return this;
    }

    public CommandSet build() {
      return new CommandSet(new TreeMap<>(elements));
    }
  }

  /**
   * Reads a command set from its joined fragments.
   *
   * @throws MalformedCommandException if the bytes can't be read as elements
   */
  public static Decoded decode(Octets bytes) throws MalformedCommandException {
    SortedMap<Integer, Octets> elements = newElements();
    List<Deviation> deviations = new ArrayList<>();
    int position = 0;
    int previous = -1;
    while (position < bytes.length()) {
      if (bytes.length() - position < ELEMENT_HEADER) {
        throw new MalformedCommandException(
            "Element header",
            position,
            "needs 8 bytes, and " + (bytes.length() - position) + " are left",
            SECTION);
      }
      int tag = shortAt(bytes, position) << 16 | shortAt(bytes, position + 2);
      long length = shortAt(bytes, position + 4) | (long) shortAt(bytes, position + 6) << 16;
      int value = position + ELEMENT_HEADER;
      if (length > bytes.length() - value) {
        throw new MalformedCommandException(
            nameOf(tag) + " length",
            position + 4,
            "held %d (%08XH), and %d bytes are left"
                .formatted(length, length, bytes.length() - value),
            SECTION);
      }
      note(deviations, tag, previous, length, position);
      previous = tag;
      position = value + (int) length;
      elements.putIfAbsent(tag, bytes.slice(value, position));
    }
    noteGroupLength(elements, bytes.length(), deviations);
    return new Decoded(new CommandSet(elements), deviations);
  }

  private static void note(
      List<Deviation> deviations, int tag, int previous, long length, int position) {
    if (deviations.size() >= 16) {
      return;
    }
    if (tag >>> 16 != 0) {
      // Tolerated: an element that is no command element is kept and not looked at.
      deviations.add(new Deviation(nameOf(tag), position, "is not of group 0000H", SECTION));
    }
    if (Integer.compareUnsigned(tag, previous) <= 0 && previous != -1) {
      // Tolerated: elements are found by their tags.
      deviations.add(
          new Deviation(nameOf(tag), position, "does not stand in the order of the tags", SECTION));
    }
    if (length % 2 != 0) {
      // Tolerated: the length says where the value ends.
      deviations.add(
          new Deviation(nameOf(tag), position + 4, "has an odd length, " + length, "PS3.5 7.1"));
    }
  }

  private static void noteGroupLength(
      SortedMap<Integer, Octets> elements, int length, List<Deviation> deviations) {
    Octets value = elements.get(GROUP_LENGTH);
    if (value == null) {
      // Tolerated: the fragments say where the command set ends.
      deviations.add(new Deviation(nameOf(GROUP_LENGTH), 0, "is missing", "PS3.7 E.1"));
      return;
    }
    long rest = length - (long) ELEMENT_HEADER - value.length();
    long held = value.length() == 4 ? shortAt(value, 0) | (long) shortAt(value, 2) << 16 : -1;
    if (held != rest) {
      // Tolerated, for the same reason.
      deviations.add(
          new Deviation(
              nameOf(GROUP_LENGTH),
              0,
              "held " + (held < 0 ? value.toHex() : held) + ", and " + rest + " bytes follow",
              "PS3.7 E.1"));
    }
  }

  /** The bytes of this command set, with a group length that fits. */
  public Octets encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    elements.forEach(
        (tag, value) -> {
          if (tag != GROUP_LENGTH) {
            writeElement(out, tag, value);
          }
        });
    int length = out.size();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(length + 12);
    writeElement(
        whole,
        GROUP_LENGTH,
        Octets.of(
            (byte) length, (byte) (length >>> 8), (byte) (length >>> 16), (byte) (length >>> 24)));
    whole.writeBytes(out.toByteArray());
    return Octets.of(whole.toByteArray());
  }

  private static void writeElement(ByteArrayOutputStream out, int tag, Octets value) {
    writeShort(out, tag >>> 16);
    writeShort(out, tag);
    writeShort(out, value.length());
    writeShort(out, value.length() >>> 16);
    out.writeBytes(value.toByteArray());
  }

  private static void writeShort(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  private static int shortAt(Octets bytes, int index) {
    return bytes.unsignedAt(index) | bytes.unsignedAt(index + 1) << 8;
  }

  /** Tags are unsigned: group and element, 16 bits each. */
  private static SortedMap<Integer, Octets> newElements() {
    return new TreeMap<>(Integer::compareUnsigned);
  }

  /** All elements by tag ({@code group << 16 | element}), with the bytes of their values. */
  public SortedMap<Integer, Octets> elements() {
    return elements;
  }

  /**
   * The value of an element of VR US; empty if the element is missing.
   *
   * @throws MalformedCommandException if its value is not two bytes
   */
  public OptionalInt unsignedShort(int tag) throws MalformedCommandException {
    Octets value = elements.get(tag);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value.length() != 2) {
      throw new MalformedCommandException(
          nameOf(tag),
          offsetOf(tag),
          "held " + value.length() + " bytes, and it must be 2",
          "PS3.5 6.2");
    }
    return OptionalInt.of(shortAt(value, 0));
  }

  /**
   * The value of an element of VR US that has to be there.
   *
   * @param section where the standard asks for it
   * @throws MalformedCommandException if it is missing, or its value is not two bytes
   */
  int requiredShort(int tag, String section) throws MalformedCommandException {
    OptionalInt value = unsignedShort(tag);
    if (value.isEmpty()) {
      throw new MalformedCommandException(nameOf(tag), encode().length(), "is missing", section);
    }
    return value.getAsInt();
  }

  /** The characters of an element, without trailing NULs and blanks; empty if it is missing. */
  public Optional<String> text(int tag) {
    return Optional.ofNullable(elements.get(tag))
        .map(value -> value.toLatin1().replaceFirst("[\\x00 ]+$", ""));
  }

  /** Where an element begins, in bytes from the start of the command set. */
  public int offsetOf(int tag) {
    return elements.headMap(tag).values().stream()
        .mapToInt(value -> ELEMENT_HEADER + value.length())
        .sum();
  }

  /** Tag and name as a dump shows them: {@code (0000,0900) Status}. */
  public static String nameOf(int tag) {
    String name =
        switch (tag) {
          case GROUP_LENGTH -> " Command Group Length";
          case AFFECTED_SOP_CLASS_UID -> " Affected SOP Class UID";
          case COMMAND_FIELD -> " Command Field";
          case MESSAGE_ID -> " Message ID";
          case MESSAGE_ID_BEING_RESPONDED_TO -> " Message ID Being Responded To";
          case COMMAND_DATA_SET_TYPE -> " Command Data Set Type";
          case STATUS -> " Status";
          case ERROR_COMMENT -> " Error Comment";
          default -> "";
        };
    return String.format(Locale.ROOT, "(%04X,%04X)%s", tag >>> 16, tag & 0xFFFF, name);
  }

  /** The value of an element as a dump shows it: a number, characters, or hex. */
  public String valueText(int tag) {
    Octets value = elements.getOrDefault(tag, Octets.EMPTY);
    return switch (tag) {
      case AFFECTED_SOP_CLASS_UID, ERROR_COMMENT -> text(tag).orElse("");
      case GROUP_LENGTH -> value.length() == 4 ? String.valueOf(shortAt(value, 0)) : value.toHex();
      case MESSAGE_ID, MESSAGE_ID_BEING_RESPONDED_TO ->
          value.length() == 2 ? String.valueOf(shortAt(value, 0)) : value.toHex();
      default ->
          value.length() == 2
              ? String.format(Locale.ROOT, "%04XH", shortAt(value, 0))
              : value.slice(0, Math.min(value.length(), 64)).toHex();
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommandSet that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    elements.keySet().forEach(tag -> texts.add(nameOf(tag) + " " + valueText(tag)));
    return String.join(", ", texts);
  }
}
