package org.echolot.ui.peers;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/**
 * What opens at the end of the headers: which columns there are. It stays open while several are
 * chosen, which JavaFX's own menu does not. For the keyboard there is a menu in the menu bar. To be
 * used on the FX thread.
 */
final class ColumnChooser {

  private final PeerTable table;
  private final Popup popup = new Popup();
  private final VBox boxes = new VBox();

  private ColumnChooser(PeerTable table) {
    this.table = table;
    boxes.setId("column-chooser");
    boxes.getStyleClass().add("column-chooser");
    popup.getContent().setAll(boxes);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
  }

  /** Has the button at the end of the headers open it. */
  static void takeOver(PeerTable table) {
    table
        .skinProperty()
        .subscribe(
            skin -> {
              Node button = skin == null ? null : table.lookup(".show-hide-columns-button");
              if (button != null) {
                button.setOnMousePressed(
                    event -> {
                      if (event.getButton() == MouseButton.PRIMARY) {
                        new ColumnChooser(table).show(button);
                      }
                      event.consume();
                    });
              }
            });
  }

  private void show(Node button) {
    boxes.getChildren().setAll(table.getColumns().stream().map(ColumnChooser::box).toList());
    Bounds place = button.localToScreen(button.getLayoutBounds());
    popup.show(button, place.getMaxX(), place.getMaxY());
    boxes.getChildren().getFirst().requestFocus(); // for the arrows
  }

  private static CheckBox box(TableColumn<ListRow, ?> column) {
    CheckBox box = new CheckBox(column.getText());
    box.setId("column-chooser-" + column.getId());
    box.selectedProperty().bindBidirectional(column.visibleProperty());
    return box;
  }
}
