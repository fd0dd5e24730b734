package org.echolot.logs;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;

/** The patterns that come with the program, in {@code log-patterns.txt}, which says how it is. */
public final class LogPatterns {

  private static final String FILE = "log-patterns.txt";
  private static final String NO_CAUSE = "none";

  private LogPatterns() {}

  /** Reads them; the first that fits a line explains it. */
  public static List<LogPattern> load() {
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
  static List<LogPattern> read(Stream<String> lines) {
    List<LogPattern> patterns = new ArrayList<>();
    Map<String, List<String>> entry = new LinkedHashMap<>();
    String id = "";
    for (String line : (Iterable<String>) lines::iterator) {
      if (line.startsWith("[")) {
        id = line.substring(1, line.length() - 1);
        entry.clear();
      } else if (line.isBlank() || line.startsWith("#")) {
        if (!entry.isEmpty()) {
          patterns.add(pattern(id, entry));
          entry.clear();
        }
      } else {
        String key = line.replaceFirst("\\s.*", "");
        entry
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(line.substring(key.length()).stripLeading());
      }
    }
    if (!entry.isEmpty()) {
      patterns.add(pattern(id, entry));
    }
    return List.copyOf(patterns);
  }

  private static LogPattern pattern(String id, Map<String, List<String>> entry) {
    String causes = one(id, entry, "cause");
    String regex = entry.containsKey("pattern") ? one(id, entry, "pattern") : null;
    return new LogPattern(
        id,
        one(id, entry, "tool"),
        values(id, entry, "sign"),
        compiled(regex),
        one(id, entry, "example"),
        causes.equals(NO_CAUSE)
            ? List.of()
            : Stream.of(causes.split(" +")).map(Cause::valueOf).toList(),
        Party.valueOf(one(id, entry, "move")),
        one(id, entry, "means"),
        one(id, entry, "next"));
  }

  private static @Nullable Pattern compiled(@Nullable String regex) {
    return regex == null ? null : Pattern.compile(regex);
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
    return values;
  }
}
