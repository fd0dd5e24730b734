package org.echolot.logs;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of log line, and what it means.
 *
 * @param id its name in the file of patterns
 * @param tool whose line it is
 * @param signs texts of which the line holds one, in lower case; at least one
 * @param pattern is found in the line too; null: the sign is enough
 * @param example a line as the tool writes it
 * @param meaning what it means if nothing tells who wrote it
 * @param meaningBySide what it means in the log of one side, if that differs
 */
public record LogPattern(
    String id,
    String tool,
    List<String> signs,
    @Nullable Pattern pattern,
    String example,
    Meaning meaning,
    Map<Side, Meaning> meaningBySide) {

  public LogPattern {
    signs = List.copyOf(signs);
    meaningBySide = Map.copyOf(meaningBySide);
  }

  /** Whether a line that holds one of the signs is of this kind. */
  boolean fits(CharSequence line) {
    return pattern == null || pattern.matcher(line).find();
  }

  /** What it means in the log of that side. */
  Meaning meaningIn(Side side) {
    return meaningBySide.getOrDefault(side, meaning);
  }
}
