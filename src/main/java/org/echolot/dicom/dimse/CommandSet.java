package org.echolot.dicom.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

  /** Where each element began, and all of them ended, as they came; nothing of what we send. */
  private final Map<Integer, Integer> offsets;

  private final int end;

  /**
   * @param offsets where in its bytes each element begins
   * @param end the number of its bytes
   */
  CommandSet(SortedMap<Integer, Octets> elements, Map<Integer, Integer> offsets, int end) {
    this.elements = Collections.unmodifiableSortedMap(elements);
    this.offsets = Map.copyOf(offsets);
    this.end = end;
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
      if (uid.chars().anyMatch(c -> c > 0xFF)) {
        throw new IllegalArgumentException(
            nameOf(tag) + " has a character that no single byte can carry");
      }
      String padded = uid.length() % 2 == 0 ? uid : uid + '\0';
      elements.put(tag, Octets.of(padded.getBytes(StandardCharsets.ISO_8859_1)));
      return this;
    }

    /** The command set, with a group length that fits. */
    public CommandSet build() {
      SortedMap<Integer, Octets> all = new TreeMap<>(elements);
      Octets encoded = new CommandSet(all, Map.of(), 0).encode();
      // The group length comes first: 8 bytes of tag and length, 4 of value.
      all.put(GROUP_LENGTH, encoded.slice(8, 12));
      return new CommandSet(all, Map.of(), 0);
    }
  }

  /**
   * Reads a command set from its joined fragments.
   *
   * @throws MalformedCommandException if the bytes can't be read as elements
   */
  public static Decoded decode(Octets bytes) throws MalformedCommandException {
    return new CommandSetDecoder(bytes).decode();
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

  static int shortAt(Octets bytes, int index) {
    return bytes.unsignedAt(index) | bytes.unsignedAt(index + 1) << 8;
  }

  static long intAt(Octets bytes, int index) {
    return shortAt(bytes, index) | (long) shortAt(bytes, index + 2) << 16;
  }

  /** Tags are unsigned: group and element, 16 bits each. */
  static SortedMap<Integer, Octets> newElements() {
    return new TreeMap<>(Integer::compareUnsigned);
  }

  /** All elements by tag ({@code group << 16 | element}), with the bytes of their values. */
  public SortedMap<Integer, Octets> elements() {
    return elements;
  }

  /** The same with other values in the same places, each as long as it was. */
  public CommandSet withValues(UnaryOperator<Octets> change) {
    SortedMap<Integer, Octets> changed = newElements();
    elements.forEach((tag, value) -> changed.put(tag, change.apply(value)));
    return new CommandSet(changed, offsets, end);
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
          "held " + value.length() + " bytes, but it must be 2",
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
      throw new MalformedCommandException(nameOf(tag), end, "is missing", section);
    }
    return value.getAsInt();
  }

  /** The characters of an element, without trailing NULs and blanks; empty if it is missing. */
  public Optional<String> text(int tag) {
    return Optional.ofNullable(elements.get(tag)).map(ElementText::withoutPadding);
  }

  /** Where the element began in the bytes that came; 0 in a command set that did not come. */
  public int offsetOf(int tag) {
    return offsets.getOrDefault(tag, 0);
  }

  /** What PS3.7 E.1 calls a command by its number: {@code C-ECHO-RQ}. */
  public static String commandNamed(int field) {
    return CommandFields.nameOf(field);
  }

  /** Tag and name as a dump shows them: {@code (0000,0900) Status}. */
  public static String nameOf(int tag) {
    String name = ElementText.name(tag);
    return name.isEmpty() ? tagText(tag) : tagText(tag) + " " + name;
  }

  /** A tag as PS3.6 writes it: {@code (0000,0900)}. */
  static String tagText(int tag) {
    return String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
  }

  /** The value of an element as a dump shows it: a number, characters, or hex. */
  public String valueText(int tag) {
    return ElementText.value(tag, elements.getOrDefault(tag, Octets.EMPTY));
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
