package org.echolot.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

/**
 * Actions, each with its deed: makes menus and buttons of them, and has keys do them. To be used on
 * the FX thread.
 */
public final class Actions {

  private final SequencedMap<Action, Deed> deeds = new LinkedHashMap<>();

  /**
   * @param actions in the order in which menus have them
   * @param binding says what each does
   */
  public <A extends Action> Actions(List<A> actions, Function<A, Deed> binding) {
    actions.forEach(action -> deeds.put(action, binding.apply(action)));
  }

  /** What {@code action} does, which must be one of these. */
  public Deed deed(Action action) {
    return Objects.requireNonNull(deeds.get(action));
  }

  /** Does it, if it can be done now. */
  public void perform(Action action) {
    boolean _ = performs(deed(action));
  }

  private static boolean performs(Deed deed) {
    return switch (deed) {
      case Deed.Command command -> command.perform();
      case Deed.Toggle(var on) -> {
        on.set(!on.get());
        yield true;
      }
      case Deed.Marked marked -> {
        marked.ask().run();
        yield true;
      }
      // There is more to choose.
      case Deed.Options _, Deed.Opens _, Deed.ByControl _ -> false;
    };
  }

  /**
   * Has the keys of a focus do what they are for, before the control sees them; what can't be done
   * now is left to the control.
   *
   * @param node has the focus, or has in it what has it
   */
  public void takeKeys(Node node, Focus focus) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (deeds.entrySet().stream()
              .filter(bound -> isFor(bound.getKey(), focus, event))
              .anyMatch(bound -> performs(bound.getValue()))) {
            event.consume();
          }
        });
  }

  /** Has the keys that do something anywhere in the window do so, as far as no menu tells them. */
  public void takeOtherKeys(Scene scene) {
    deeds.forEach(
        (action, deed) ->
            action
                .look()
                .accelerators()
                .skip(1)
                .forEach(
                    key -> scene.getAccelerators().put(key.combination(), () -> performs(deed))));
  }

  private static boolean isFor(Action action, Focus focus, KeyEvent event) {
    return action.look().keys().stream()
        .anyMatch(key -> key.focus() == focus && !key.isOfControl() && key.matches(event));
  }

  // What is made of them

  /** New items for a menu, with separators between the groups. */
  public List<MenuItem> menuItems(Place place) {
    ActionItems items = new ActionItems(this, place);
    return items.grouped(groups(place));
  }

  /** The actions that are offered in a place, by group. */
  List<List<Action>> groups(Place place) {
    Map<Integer, List<Action>> groups = new TreeMap<>();
    for (Action action : deeds.keySet()) {
      action
          .look()
          .spotIn(place)
          .ifPresent(
              spot ->
                  groups.merge(
                      spot.group(),
                      List.of(action),
                      (before, one) -> Stream.concat(before.stream(), one.stream()).toList()));
    }
    return List.copyOf(groups.values());
  }

  /** New buttons for a bar, by group. */
  public List<List<ButtonBase>> buttons(Place place) {
    return groups(place).stream()
        .map(group -> group.stream().map(action -> button(action, place)).toList())
        .toList();
  }

  /** The actions that are offered in a place. */
  public List<Action> offeredIn(Place place) {
    return groups(place).stream().flatMap(List::stream).toList();
  }

  /** A new button for an action, which must be offered in {@code place}. */
  public ButtonBase button(Action action, Place place) {
    return ActionButtons.of(action.look(), deed(action), place, this::menuItems);
  }
}
