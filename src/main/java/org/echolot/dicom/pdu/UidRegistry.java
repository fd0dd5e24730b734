package org.echolot.dicom.pdu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The UIDs of PS3.6 Annex A that peers negotiate, with their names. Read once, when first asked.
 */
public final class UidRegistry {

  /**
   * One of them.
   *
   * @param kind what it is for, as the list groups them, for example {@code worklist} or {@code
   *     jpeg}
   * @param name as PS3.6 has it
   */
  public record Entry(String kind, String uid, String name) {}

  private static final Map<String, Entry> BY_UID = read();

  private UidRegistry() {}

  /** All of them, in their order. */
  public static List<Entry> all() {
    return List.copyOf(BY_UID.values());
  }

  /** The UID's name; the UID itself where it has none here. */
  public static String nameOf(String uid) {
    Entry entry = BY_UID.get(uid);
    return entry == null ? uid : entry.name();
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String line : lines()) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        entries.put(parts[1], new Entry(parts[0], parts[1], parts[2]));
      }
    }
    return entries;
  }

  private static List<String> lines() {
    InputStream file =
        Objects.requireNonNull(UidRegistry.class.getResourceAsStream("uids.txt"), "uids.txt");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
