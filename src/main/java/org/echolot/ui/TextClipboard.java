package org.echolot.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The system's clipboard, for text. To be used on the FX thread. */
public final class TextClipboard {

  private TextClipboard() {}

  /** Puts {@code text} in the place of what is in it. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
