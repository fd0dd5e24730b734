package org.echolot.ui.listener;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.echolot.ui.TextClipboard;

/** Words that wrap, in a grid too, and can be copied with the other button. */
final class CopyableLabel extends Label {

  CopyableLabel(String id, String text) {
    super(text);
    setId(id);
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(_ -> TextClipboard.copy(getText()));
    setContextMenu(new ContextMenu(copy));
  }
}
