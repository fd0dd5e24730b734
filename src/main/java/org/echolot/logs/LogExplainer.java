package org.echolot.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Explains a log line by line. Memory does not grow with the log: it keeps a count and a few
 * samples for each kind of line. Used by one thread.
 */
public final class LogExplainer {

  private static final int MOST_SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 300;

  /** What comes before the tool's own words is at most so long in a sample. */
  private static final int LONGEST_LEAD = 120;

  /**
   * Lines of one kind that one side wrote.
   *
   * @param side null: the line does not tell
   */
  private record Key(LogPattern pattern, @Nullable Side side) {}

  private static final class Kind {
    long count;
    long firstLine;
    final List<String> samples = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
  }

  private final LogCatalog catalog;
  private final Map<Key, Kind> kinds = new LinkedHashMap<>();
  private final Set<Side> sides = EnumSet.noneOf(Side.class);
  private final List<String> unknownSamples = new ArrayList<>();
  private long number;
  private long lines;
  private long unknown;

  public LogExplainer(LogCatalog catalog) {
    this.catalog = catalog;
  }

  /** The next line of the log, without its line break. */
  public void add(String line) {
    number++;
    if (line.isBlank()) {
      return;
    }
    lines++;
    LogCatalog.Found found = catalog.find(line);
    LogPattern pattern = found.pattern();
    if (pattern != null) {
      if (found.side() == Side.CALLER || found.side() == Side.CALLED) {
        sides.add(found.side());
      }
      Key key = new Key(pattern, found.side());
      count(kinds.computeIfAbsent(key, _ -> new Kind()), found.text(), found.at());
      return;
    }
    unknown++;
    if (unknownSamples.size() < MOST_SAMPLES) {
      unknownSamples.add(sample(found.text(), 0));
    }
  }

  private void count(Kind kind, String line, int at) {
    if (kind.count++ == 0) {
      kind.firstLine = number;
    }
    if (kind.samples.size() < MOST_SAMPLES) {
      // Time stamps before it make no line a different one.
      String text = sample(line, at);
      String own = line.substring(at, Math.min(line.length(), at + LONGEST_SAMPLE));
      if (!kind.texts.contains(own)) {
        kind.texts.add(own);
        kind.samples.add(text);
      }
    }
  }

  /** The part of a line that tells something, on one line and escaped. */
  private static String sample(String line, int at) {
    int start = at > LONGEST_LEAD ? at - LONGEST_LEAD : 0;
    int end = Math.min(line.length(), start + LONGEST_SAMPLE);
    return (start > 0 ? "… " : "")
        + Escapes.oneLine(line.substring(start, end).strip())
        + (end < line.length() ? " …" : "");
  }

  /** What was found until now. */
  public Explanation explanation() {
    List<Explained> explained = new ArrayList<>();
    kinds.forEach(
        (key, kind) ->
            explained.add(
                new Explained(
                    key.pattern, meaning(key), kind.count, kind.firstLine, kind.samples)));
    // Stable: within each half, as they came up in the log.
    explained.sort(Comparator.comparing(e -> e.meaning().move() == Party.NOBODY));
    return new Explanation(lines, unknown, explained, unknownSamples);
  }

  /** Its meaning to whoever wrote it, and who that is, if the line itself tells. */
  private Meaning meaning(Key key) {
    Meaning meaning = key.pattern.meaningIn(sideOf(key));
    return key.side != null && meaning.side() == Side.EITHER
        ? meaning.writtenBy(key.side)
        : meaning;
  }

  /** A line that does not tell who wrote it is of whoever wrote all the others. */
  private Side sideOf(Key key) {
    if (key.side != null) {
      return key.side;
    }
    return sides.size() == 1 ? sides.iterator().next() : Side.EITHER;
  }
}
