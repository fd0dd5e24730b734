package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.ui.action.Action;
import org.echolot.ui.action.Focus;
import org.echolot.ui.action.Key;
import org.junit.jupiter.api.Test;

/** The README's table of keys is made of the list of actions. */
class KeysTableTest {

  private static final int PAIRS_IN_A_ROW = 2;

  @Test
  void theReadmeHasTheKeysOfAllActions() throws Exception {
    String readme = Files.readString(Repository.ROOT.resolve("README.md"));

    assertThat(readme)
        .as("under \"Keys\" belongs:\n\n%s", table())
        .contains("## Keys\n\n" + table());
  }

  private static String table() {
    List<String> pairs = new ArrayList<>();
    for (Focus focus : Focus.values()) {
      for (Action action : Action.all()) {
        List<Key> keys = action.look().keys();
        if (!keys.isEmpty() && keys.getFirst().focus() == focus) {
          pairs.add(" " + name(action, focus) + " | " + keys(keys) + " |");
        }
      }
    }
    while (pairs.size() % PAIRS_IN_A_ROW != 0) {
      pairs.add(" | |");
    }
    StringBuilder table = new StringBuilder("| | | | |\n|---|---|---|---|\n");
    for (int i = 0; i < pairs.size(); i += PAIRS_IN_A_ROW) {
      table.append('|').append(String.join("", pairs.subList(i, i + PAIRS_IN_A_ROW))).append('\n');
    }
    return table + "\n";
  }

  private static String name(Action action, Focus focus) {
    String text = action.look().text().replace("…", "");
    String where = focus.words();
    return where.isEmpty()
        ? text
        : Character.toUpperCase(where.charAt(0))
            + where.substring(1)
            + ": "
            + Character.toLowerCase(text.charAt(0))
            + text.substring(1);
  }

  /** Where the keyboard must be is told where the first key does not tell it. */
  private static String keys(List<Key> keys) {
    Key first = keys.getFirst();
    return keys.stream()
        .filter(key -> key.equals(first) || !key.combination().equals(first.combination()))
        .map(
            key ->
                key.focus() == first.focus()
                    ? key.printedText()
                    : key.focus().words() + " " + key.printedText())
        .collect(Collectors.joining(", "));
  }
}
