package org.echolot.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that is answered in another way than at the last probe.
 *
 * @param before what was answered then
 */
public record ProbeChange(Service service, Syntax syntax, Answer before, Answer now) {

  /** What changed between two probes, of what both have asked. Pure. */
  static List<ProbeChange> between(Map<String, Answer> before, List<Cell> now) {
    List<ProbeChange> changes = new ArrayList<>();
    for (Cell cell : now) {
      Answer was = before.get(key(cell));
      if (was != null
          && was != cell.answer()
          && was != Answer.NOT_ASKED
          && cell.answer() != Answer.NOT_ASKED) {
        changes.add(new ProbeChange(cell.service(), cell.syntax(), was, cell.answer()));
      }
    }
    return changes;
  }

  /** The answers by {@link #key}. */
  static Map<String, Answer> byKey(List<Cell> cells) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    cells.forEach(cell -> answers.put(key(cell), cell.answer()));
    return answers;
  }

  private static String key(Cell cell) {
    return cell.service().uid() + " " + cell.syntax().uid();
  }

  /** In words. */
  public String words() {
    return service.name() + ", " + syntax.name() + ": " + before.label() + " → " + now.label();
  }
}
