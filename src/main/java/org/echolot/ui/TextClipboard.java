package org.echolot.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The system's clipboard, for text. To be used on the FX thread. */
public final class TextClipboard {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private TextClipboard() {}

  /** Puts {@code text} in the place of what is in it. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /**
   * Has the key for it copy something while a node has the focus.
   *
   * @param text asked for then; nothing is copied where it is empty
   */
  public static void copyByKey(Node node, Supplier<String> text) {
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            event.consume();
            String copied = text.get();
            if (!copied.isEmpty()) {
              copy(copied);
            }
          }
        });
  }
}
