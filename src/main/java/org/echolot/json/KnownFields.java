package org.echolot.json;

import java.util.Map;

/**
 * The fields of an object that this version knows, with those of the objects in them.
 *
 * @param fields by name; {@link #VALUE} where it is not an object whose unknown fields are kept
 */
public record KnownFields(Map<String, KnownFields> fields) {

  /** What is kept or changed whole. */
  public static final KnownFields VALUE = new KnownFields(Map.of());
}
