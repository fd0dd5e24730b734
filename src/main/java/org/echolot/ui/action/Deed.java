package org.echolot.ui.action;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** What an action does, and whether it can be done now. To be used on the FX thread. */
public sealed interface Deed {

  /**
   * Does something.
   *
   * @param enabled whether it can be done now
   * @param offered whether a menu shows it at all
   */
  record Command(ObservableValue<Boolean> enabled, ObservableValue<Boolean> offered, Runnable run)
      implements Deed {

    /**
     * Does it, if it can be done now.
     *
     * @return whether it could
     */
    boolean perform() {
      boolean can = enabled.getValue();
      if (can) {
        run.run();
      }
      return can;
    }

    /** The same where a menu shows it only sometimes. */
    public Command offeredWhile(ObservableValue<Boolean> condition) {
      return new Command(enabled, condition, run);
    }
  }

  /** Is on or off, as the user has it. */
  record Toggle(BooleanProperty on) implements Deed {}

  /**
   * Is marked while something is so; asks for it to be so, or not, which need not come true.
   *
   * @param isOneOfSeveral whether one of several is marked, and not each by itself
   */
  record Marked(boolean isOneOfSeveral, ObservableValue<Boolean> marked, Runnable ask)
      implements Deed {}

  /**
   * Is done in one of several ways.
   *
   * @param enabled whether it can be done now
   * @param isMenu whether they stand in a menu of their own, and not in the place of the action
   */
  record Options(ObservableValue<Boolean> enabled, boolean isMenu, List<Option> options)
      implements Deed {}

  /** Opens a menu in the menu. */
  record Opens(Place place) implements Deed {}

  /** Is done by JavaFX's own control. */
  record ByControl() implements Deed {}

  /**
   * One of several ways to do an action.
   *
   * @param id comes behind the action's
   */
  record Option(String id, String text, Deed deed) {}

  /** Can be done at any time. */
  static Command always(Runnable run) {
    return when(always(), run);
  }

  static Command when(ObservableValue<Boolean> enabled, Runnable run) {
    return new Command(enabled, always(), run);
  }

  /** A menu of these; at any time. */
  static Options menuOf(List<Option> options) {
    return new Options(always(), true, options);
  }

  /** These in the place of the action, as long as {@code enabled}. */
  static Options inPlace(ObservableValue<Boolean> enabled, List<Option> options) {
    return new Options(enabled, false, options);
  }

  /** Is not to be had. */
  static Options nothing() {
    return new Options(always(), false, List.of());
  }

  private static ObservableValue<Boolean> always() {
    return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
  }
}
