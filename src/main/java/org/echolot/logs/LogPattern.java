package org.echolot.logs;

import java.util.List;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;

/**
 * One kind of log line, and what it means.
 *
 * @param id its name in the file of patterns
 * @param tool whose line it is
 * @param signs texts of which the line holds one; at least one
 * @param pattern is found in the line too; null: the sign is enough
 * @param example a line as the tool writes it
 * @param causes what Echolot calls the failures that show like this; empty where the line is of no
 *     failed call, or does not tell
 * @param move whose move it is
 * @param meaning what happened
 * @param next what to do first
 */
public record LogPattern(
    String id,
    String tool,
    List<String> signs,
    @Nullable Pattern pattern,
    String example,
    List<Cause> causes,
    Party move,
    String meaning,
    String next) {

  public LogPattern {
    signs = List.copyOf(signs);
    causes = List.copyOf(causes);
  }

  /** Where in the line it shows, counted from 0; -1 if it is no such line. */
  int find(String line) {
    for (String sign : signs) {
      int at = line.indexOf(sign);
      if (at >= 0) {
        return pattern == null || pattern.matcher(line).find() ? at : -1;
      }
    }
    return -1;
  }
}
