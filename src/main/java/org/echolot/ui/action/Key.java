package org.echolot.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key, alone or with others held.
 *
 * @param focus where the keyboard must be
 * @param isOfControl whether JavaFX's own control already does what the key is for
 */
public record Key(KeyCombination combination, Focus focus, boolean isOfControl) {

  private static final KeyCombination QUESTION_MARK =
      new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHIFT_DOWN);

  static Key of(Focus focus, KeyCode code, KeyCombination.Modifier... held) {
    return new Key(new KeyCodeCombination(code, held), focus, false);
  }

  Key ofControl() {
    return new Key(combination, focus, true);
  }

  /** Whether {@code event} is of this key, and of no others that are held. */
  public boolean matches(KeyEvent event) {
    return combination.match(event);
  }

  /** Where keyboards have the question mark differs: what is typed counts, not its key. */
  private boolean isQuestionMark() {
    return combination.equals(QUESTION_MARK);
  }

  /** As this system writes it, such as {@code Ctrl+N}. */
  public String displayText() {
    if (isQuestionMark()) {
      return "?";
    }
    // Where all others have a name, a sign for one of them is not understood.
    return combination.getDisplayText().replace("↵", "Enter");
  }

  /** The same wherever it is read: as it is written where keyboards have a Ctrl. */
  public String printedText() {
    if (isQuestionMark()) {
      return "?";
    }
    return combination
        .getName()
        .replace("Shift+Shortcut", "Ctrl+Shift")
        .replace("Shortcut", "Ctrl")
        .replace("Left", "←")
        .replace("Right", "→")
        .replace("Up", "↑")
        .replace("Down", "↓");
  }
}
