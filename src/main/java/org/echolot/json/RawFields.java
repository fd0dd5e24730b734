package org.echolot.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.echolot.json.JsonValue.Obj;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a value was read from, kept so that fields unknown to this version survive a save,
 * and that what did not change is written as it was. Immutable. Two are equal if their unknown
 * fields are.
 */
public final class RawFields {

  /** Made here, not read. */
  public static final RawFields NONE = new RawFields(KnownFields.VALUE, Obj.EMPTY, Obj.EMPTY);

  private final Obj read;
  private final Obj asWritten;
  private final Obj unknown;

  /**
   * @param read the object in the file
   * @param asWritten what this version would write for what it understood of it
   */
  public RawFields(KnownFields known, Obj read, Obj asWritten) {
    this.read = read;
    this.asWritten = asWritten;
    this.unknown = unknown(known, read);
  }

  /** What to write for a value that is {@code now}, of those fields that this version knows. */
  public Obj merge(KnownFields known, Obj now) {
    return merge(known, read, asWritten, now);
  }

  /** A text as it was read, before this version understood it; null: there was none. */
  public @Nullable String textAsRead(String field) {
    return read.fields().get(field) instanceof JsonValue.Text text ? text.value() : null;
  }

  private static Obj merge(KnownFields known, Obj read, Obj asWritten, Obj now) {
    Map<String, JsonValue> merged = new LinkedHashMap<>();
    read.fields()
        .forEach(
            (name, raw) -> {
              KnownFields inner = known.fields().get(name);
              JsonValue value = now.fields().get(name);
              JsonValue before = asWritten.fields().get(name);
              if (inner == null || Objects.equals(value, before)) {
                merged.put(name, raw);
              } else if (raw instanceof Obj rawObject && value instanceof Obj object) {
                Obj old = before instanceof Obj written ? written : Obj.EMPTY;
                Obj innerMerged = merge(inner, rawObject, old, object);
                if (!innerMerged.fields().isEmpty()) {
                  merged.put(name, innerMerged);
                }
              } else if (value != null) {
                merged.put(name, value);
              }
            });
    now.fields()
        .forEach(
            (name, value) -> {
              @Nullable JsonValue before = asWritten.fields().get(name);
              if (!value.equals(before) && !value.equals(Obj.EMPTY)) {
                merged.putIfAbsent(name, value);
              }
            });
    return new Obj(merged);
  }

  private static Obj unknown(KnownFields known, Obj read) {
    Map<String, JsonValue> unknown = new LinkedHashMap<>();
    read.fields()
        .forEach(
            (name, value) -> {
              KnownFields inner = known.fields().get(name);
              if (inner == null) {
                unknown.put(name, value);
              } else if (value instanceof Obj object && !inner.fields().isEmpty()) {
                Obj innerUnknown = unknown(inner, object);
                if (!innerUnknown.fields().isEmpty()) {
                  unknown.put(name, innerUnknown);
                }
              }
            });
    return new Obj(unknown);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawFields raw && unknown.equals(raw.unknown);
  }

  @Override
  public int hashCode() {
    return unknown.hashCode();
  }

  /** Only names: what is not known may be a secret. */
  @Override
  public String toString() {
    return unknown.fields().keySet().toString();
  }
}
