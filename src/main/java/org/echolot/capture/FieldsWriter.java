package org.echolot.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.dicom.pdu.Octets;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * Puts an object together, field by field, in the order in which they are put. What is null is left
 * out, and so is an empty list. Used once, by one thread.
 */
final class FieldsWriter {

  private final Map<String, JsonValue> fields = new LinkedHashMap<>();

  FieldsWriter put(String name, @Nullable JsonValue value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  FieldsWriter put(String name, @Nullable String text) {
    return put(name, text == null ? null : new Text(text));
  }

  FieldsWriter put(String name, @Nullable Enum<?> constant) {
    return put(name, constant == null ? null : constant.name());
  }

  FieldsWriter put(String name, Instant at) {
    return put(name, at.toString());
  }

  FieldsWriter put(String name, Octets bytes) {
    return put(name, bytes.toHex());
  }

  FieldsWriter put(String name, boolean value) {
    return put(name, new Bool(value));
  }

  FieldsWriter put(String name, long number) {
    return put(name, new Num(Long.toString(number)));
  }

  /** A time that something took, as far as it is believed when it is read. */
  FieldsWriter putNanos(String name, Duration time) {
    Duration most = Duration.ofNanos(RecordedFields.MOST_NANOS);
    return put(name, time.compareTo(most) < 0 ? time.toNanos() : most.toNanos());
  }

  FieldsWriter putTexts(String name, List<String> texts) {
    return putAll(name, texts.stream().map(Text::new).toList());
  }

  FieldsWriter putAll(String name, List<? extends JsonValue> values) {
    return put(name, values.isEmpty() ? null : new Arr(List.copyOf(values)));
  }

  Obj object() {
    return new Obj(fields);
  }
}
