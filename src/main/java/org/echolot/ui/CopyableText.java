package org.echolot.ui;

import atlantafx.base.controls.SelectableTextFlow;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Text that wraps, and that can be selected and copied, with the mouse or with the keyboard. */
public final class CopyableText extends SelectableTextFlow {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final Text words = new Text();
  private String whole = "";

  public CopyableText(String id) {
    setId(id);
    getStyleClass().add("copyable");
    words.getStyleClass().add("copyable-words");
    setText(words);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(_ -> copy());
    setContextMenu(new ContextMenu(copy));
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    // What is selected is marked only as long as it is what Ctrl+C copies.
    focusedProperty().subscribe((_, focused) -> endSelection(focused));
  }

  private void endSelection(boolean focused) {
    if (!focused) {
      clearSelection();
    }
  }

  /** Shows other words. */
  public void show(String text) {
    show(text, text);
  }

  /**
   * Shows other words.
   *
   * @param copied what is copied where all of it is meant: the same without what is shown for the
   *     eye alone
   */
  public void show(String text, String copied) {
    whole = copied;
    if (!text.equals(words.getText())) {
      clearSelection();
      words.setText(text);
      setAccessibleText(text);
    }
  }

  /** What is shown. */
  public String text() {
    return words.getText();
  }

  private void keyPressed(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
      event.consume();
    } else if (ALL.match(event)) {
      selectAll();
      event.consume();
    }
  }

  private void copy() {
    String selected = getSelectedRangeAsString();
    boolean isAll = selected == null || selected.isEmpty() || selected.equals(text());
    TextClipboard.copy(isAll ? whole : selected);
  }
}
