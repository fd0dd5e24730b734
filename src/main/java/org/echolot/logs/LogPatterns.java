package org.echolot.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.check.Cause;

/** The patterns that come with the program, in {@code log-patterns.txt}, which says how it is. */
public final class LogPatterns {

  private static final String FILE = "log-patterns.txt";
  private static final String NO_CAUSE = "none";

  /** Stands for a blank at the edge of a text, where nobody would see it. */
  private static final char BLANK = '\u2423';

  private final List<LogPattern> patterns = new ArrayList<>();
  private final Map<String, Map<String, List<String>>> meanings = new HashMap<>();
  private final Map<Side, List<String>> sideSigns = new EnumMap<>(Side.class);
  private String tool = "";

  private LogPatterns() {}

  /** Reads them; the first that fits a line explains it. */
  public static LogCatalog load() {
    InputStream file = Objects.requireNonNull(LogPatterns.class.getResourceAsStream(FILE), FILE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return read(reader.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " can't be read", e);
    }
  }

  /**
   * @throws IllegalArgumentException if an entry is not whole; the message names it
   */
  static LogCatalog read(Stream<String> lines) {
    LogPatterns read = new LogPatterns();
    Map<String, List<String>> entry = new LinkedHashMap<>();
    String head = "";
    for (String line : (Iterable<String>) Stream.concat(lines, Stream.of(""))::iterator) {
      if (line.startsWith("== ")) {
        read.tool = line.substring(3);
      } else if (line.startsWith("[") || line.startsWith("(") || line.startsWith("{")) {
        head = line;
        entry.clear();
      } else if (line.isBlank() || line.startsWith("#")) {
        if (!entry.isEmpty()) {
          read.add(head.charAt(0), head.substring(1, head.length() - 1), Map.copyOf(entry));
          entry.clear();
        }
      } else {
        String key = line.replaceFirst("\\s.*", "");
        entry
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(line.substring(key.length()).stripLeading().replace(BLANK, ' '));
      }
    }
    return new LogCatalog(read.patterns, read.sideSigns);
  }

  private void add(char kind, String name, Map<String, List<String>> entry) {
    switch (kind) {
      case '(' -> meanings.put(name, entry);
      case '{' -> sideSigns.put(Side.valueOf(name), values(name, entry, "sign"));
      default -> patterns.add(pattern(name, entry));
    }
  }

  private LogPattern pattern(String id, Map<String, List<String>> entry) {
    Map<Side, Meaning> bySide = new EnumMap<>(Side.class);
    for (Side side : List.of(Side.CALLER, Side.CALLED)) {
      String key = side.name().toLowerCase(Locale.ROOT);
      if (entry.containsKey(key)) {
        bySide.put(side, meaning(id, named(id, one(id, entry, key))));
      }
    }
    return new LogPattern(
        id,
        tool,
        values(id, entry, "sign"),
        entry.containsKey("pattern") ? Pattern.compile(one(id, entry, "pattern")) : null,
        one(id, entry, "example"),
        meaning(id, whole(id, entry)),
        bySide);
  }

  /** The entry with what the meaning has that it refers to; its own values stay. */
  private Map<String, List<String>> whole(String id, Map<String, List<String>> entry) {
    if (!entry.containsKey("as")) {
      return entry;
    }
    Map<String, List<String>> whole = new HashMap<>(named(id, one(id, entry, "as")));
    whole.putAll(entry);
    return whole;
  }

  private Map<String, List<String>> named(String id, String name) {
    Map<String, List<String>> meaning = meanings.get(name);
    if (meaning == null) {
      throw new IllegalArgumentException("[" + id + "] refers to a missing (" + name + ")");
    }
    return meaning;
  }

  private static Meaning meaning(String id, Map<String, List<String>> entry) {
    String causes = one(id, entry, "cause");
    return new Meaning(
        causes.equals(NO_CAUSE)
            ? List.of()
            : Stream.of(causes.split(" +")).map(Cause::valueOf).toList(),
        Side.valueOf(one(id, entry, "side")),
        Party.valueOf(one(id, entry, "move")),
        one(id, entry, "means"),
        one(id, entry, "next"));
  }

  private static String one(String id, Map<String, List<String>> entry, String key) {
    List<String> values = values(id, entry, key);
    if (values.size() != 1) {
      throw new IllegalArgumentException("[" + id + "] has " + key + " more than once");
    }
    return values.getFirst();
  }

  private static List<String> values(String id, Map<String, List<String>> entry, String key) {
    List<String> values = entry.get(key);
    if (values == null || values.contains("")) {
      throw new IllegalArgumentException("[" + id + "] has no " + key);
    }
    return List.copyOf(values);
  }
}
