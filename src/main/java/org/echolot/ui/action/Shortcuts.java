package org.echolot.ui.action;

import java.util.ArrayList;
import java.util.List;

/** The keys of all actions, to be listed. */
public final class Shortcuts {

  /**
   * What one or several keys do.
   *
   * @param keys all of one focus
   */
  public record Shortcut(Action action, Focus focus, List<Key> keys) {}

  private Shortcuts() {}

  /**
   * First those that do it anywhere in the window. A key that does the same anywhere is not told of
   * again for what is in the window.
   */
  public static List<Shortcut> all() {
    List<Shortcut> all = new ArrayList<>();
    for (Focus focus : Focus.values()) {
      for (Action action : Action.all()) {
        List<Key> keys =
            action.look().keys().stream()
                .filter(key -> key.focus() == focus && !isTold(key, action))
                .toList();
        if (!keys.isEmpty()) {
          all.add(new Shortcut(action, focus, keys));
        }
      }
    }
    return all;
  }

  private static boolean isTold(Key key, Action action) {
    return key.focus() != Focus.WINDOW
        && action.look().keys().stream()
            .anyMatch(
                other ->
                    other.focus() == Focus.WINDOW && other.combination().equals(key.combination()));
  }
}
