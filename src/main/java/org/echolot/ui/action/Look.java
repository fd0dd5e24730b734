package org.echolot.ui.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What an action looks like, apart from what it does.
 *
 * @param id the end of its nodes' ids
 * @param text its name, as in the menu
 * @param tip one sentence on what it does
 * @param icon null: none
 * @param keys the first is the one that is told of
 * @param spots where it is offered
 * @param menu what a button of it opens besides, for what is akin to it; null: nothing
 */
public record Look(
    String id,
    String text,
    String tip,
    @Nullable Feather icon,
    List<Key> keys,
    List<Spot> spots,
    @Nullable Place menu) {

  static Look of(String id, String text, String tip) {
    return new Look(id, text, tip, null, List.of(), List.of(), null);
  }

  Look icon(Feather shown) {
    return new Look(id, text, tip, shown, keys, spots, menu);
  }

  /** With a key that does it anywhere in the window. */
  Look key(KeyCode code, KeyCombination.Modifier... held) {
    return with(Key.of(Focus.WINDOW, code, held));
  }

  Look keyIn(Focus focus, KeyCode code, KeyCombination.Modifier... held) {
    return with(Key.of(focus, code, held));
  }

  /** With a key by which JavaFX's own control does it. */
  Look keyOfControl(Focus focus, KeyCode code, KeyCombination.Modifier... held) {
    return with(Key.of(focus, code, held).ofControl());
  }

  private Look with(Key key) {
    return new Look(id, text, tip, icon, added(keys, key), spots, menu);
  }

  Look in(Place place, int group) {
    return in(place, group, text);
  }

  Look in(Place place, int group, String words) {
    return new Look(id, text, tip, icon, keys, added(spots, new Spot(place, group, words)), menu);
  }

  /** With a button that opens a menu of what is akin to it, too. */
  Look opening(Place akin) {
    return new Look(id, text, tip, icon, keys, spots, akin);
  }

  private static <T> List<T> added(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  Optional<Spot> spotIn(Place place) {
    return spots.stream().filter(spot -> spot.place() == place).findFirst();
  }

  /** The key that does it anywhere in the window, where JavaFX does not do so itself. */
  Optional<Key> accelerator() {
    return accelerators().findFirst();
  }

  /** All such keys; a menu has room for the first. */
  Stream<Key> accelerators() {
    return keys.stream().filter(key -> key.focus() == Focus.WINDOW && !key.isOfControl());
  }

  /** The sentence on what it does, with the key for it. */
  String tipWithKey() {
    return keys.isEmpty() ? tip : tip + " (" + keys.getFirst().displayText() + ")";
  }
}
