package org.echolot.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.Octets;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.ObjectFields;
import org.echolot.text.SafeLine;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a recording, by name and type, each held to what it can be: a file
 * may come from anywhere. Every method throws {@link FaultException} if the field is wrong, or is
 * missing where it has to be there.
 */
record RecordedFields(ObjectFields fields) {

  /** Later moments would not fit what is reckoned and written with them, in nanoseconds. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * What nothing in a check takes: a month. Only where the clock of a computer was set meanwhile,
   * something may seem to.
   */
  static final long MOST_NANOS = Duration.ofDays(30).toNanos();

  private static final int MOST_QUOTED = 40;

  /**
   * @param what what it is, to begin a sentence with
   * @param place where it is, to end a sentence with
   */
  static RecordedFields of(JsonDocument document, JsonValue value, String what, String place)
      throws FaultException {
    return new RecordedFields(ObjectFields.of(document, value, what, place));
  }

  String text(String name) throws FaultException {
    return fields.requiredText(name);
  }

  @Nullable String textOrNull(String name) throws FaultException {
    return fields.text(name);
  }

  /** Empty where it is missing. */
  List<String> texts(String name) throws FaultException {
    return fields.texts(name);
  }

  boolean bool(String name) throws FaultException {
    boolean _ = fields.required(name) instanceof JsonValue.Bool;
    return fields.bool(name, false);
  }

  long number(String name, long least, long most) throws FaultException {
    long number = fields.requiredInteger(name);
    if (number < least || number > most) {
      throw fault(name, number + " is not from " + least + " to " + most);
    }
    return number;
  }

  int number(String name, int least, int most) throws FaultException {
    return (int) number(name, (long) least, most);
  }

  @Nullable Long numberOrNull(String name, long most) throws FaultException {
    return fields.value(name) == null ? null : number(name, 0, most);
  }

  @Nullable Integer numberOrNull(String name, int most) throws FaultException {
    return fields.value(name) == null ? null : number(name, 0, most);
  }

  /** A time that something took, in nanoseconds. */
  Duration nanos(String name) throws FaultException {
    return Duration.ofNanos(number(name, 0, MOST_NANOS));
  }

  Instant at() throws FaultException {
    try {
      return possible("at", Instant.parse(text("at")));
    } catch (DateTimeException _) {
      throw noMoment("at");
    }
  }

  OffsetDateTime localTime(String name) throws FaultException {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text(name));
      Instant _ = possible(name, time.toInstant());
      return time;
    } catch (DateTimeException _) {
      throw noMoment(name);
    }
  }

  private Instant possible(String name, Instant at) throws FaultException {
    if (at.isBefore(Instant.EPOCH) || !at.isBefore(LATEST)) {
      throw fault(name, "no check was made before 1970 or after 2199");
    }
    return at;
  }

  private FaultException noMoment(String name) {
    return fault(name, "it must be a moment as 2026-07-01T10:15:30.123456789Z");
  }

  /** White space between digits does not count. */
  Octets octets(String name) throws FaultException {
    try {
      return Octets.parseHex(text(name));
    } catch (IllegalArgumentException _) {
      throw fault(name, "it must be bytes in hexadecimal digits");
    }
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) throws FaultException {
    String word = text(name);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(name, word));
  }

  <E extends Enum<E>> @Nullable E constantOrNull(String name, Class<E> type) throws FaultException {
    return fields.value(name) == null ? null : constant(name, type);
  }

  /** Nothing else may stand for a word that a newer version has: it would tell another story. */
  FaultException unknown(String name, String word) {
    String shown = SafeLine.of(word);
    return fault(
        name,
        "this version does not know \""
            + (shown.codePointCount(0, shown.length()) <= MOST_QUOTED
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, MOST_QUOTED)) + "…")
            + "\"");
  }

  RecordedFields object(String name) throws FaultException {
    return of(fields.document(), fields.required(name), "\"" + name + "\"", fields.place());
  }

  @Nullable RecordedFields objectOrNull(String name) throws FaultException {
    return fields.value(name) == null ? null : object(name);
  }

  /**
   * The objects of a list; none where it is missing.
   *
   * @param what what each is, to begin a sentence with
   * @param place with its number behind it where the object is, to end a sentence with
   */
  List<RecordedFields> objects(String name, String what, String place) throws FaultException {
    JsonValue value = fields.value(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Arr array)) {
      throw fields.wrongType(value, name, "a list");
    }
    List<RecordedFields> objects = new ArrayList<>();
    for (JsonValue item : array.items()) {
      String where = place.isEmpty() ? fields.place() : place + (objects.size() + 1);
      objects.add(of(fields.document(), item, what, where));
    }
    return objects;
  }

  /** A fault of a field that is there, or of the object where it is not. */
  FaultException fault(String name, String words) {
    JsonValue value = fields.object().fields().get(name);
    return new FaultException(
        fields.document().positionOf(value == null ? fields.object() : value),
        "\"" + name + "\": " + words + fields.place());
  }
}
