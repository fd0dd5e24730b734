package org.echolot.ui.main;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.echolot.ui.action.WindowAction;
import org.echolot.ui.peers.ShownPeersModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the user types what the list is to show. */
final class FilterField extends CustomTextField {

  private static final double WIDTH = 380;
  private static final double ROOM_FOR_PROMPT = 330;
  private static final double BETWEEN = 6;
  private static final String PROMPT = "Search name, AE title, host, tag, result";
  private static final String SHORT_PROMPT = "Search peers";
  private static final String SPOKEN = "Filter peers";

  private final Tooltip tip = new Tooltip();
  private final StackPane help = new StackPane(new FontIcon(Feather.HELP_CIRCLE));
  private final FilterHelpPopup popup = new FilterHelpPopup(this);

  FilterField(ShownPeersModel shown) {
    setId("filter");
    widthProperty()
        .subscribe(
            width -> setPromptText(width.doubleValue() < ROOM_FOR_PROMPT ? SHORT_PROMPT : PROMPT));
    setTooltip(tip);
    setPrefWidth(WIDTH);
    setMinWidth(120);
    setLeft(new FontIcon(Feather.SEARCH));
    StackPane clear = new StackPane(new FontIcon(Feather.X));
    clear.setId("filter-x");
    clear.setCursor(Cursor.HAND);
    clear.setOnMouseClicked(_ -> clear());
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    help.setId("filter-help-mark");
    help.setCursor(Cursor.HAND);
    help.setOnMouseClicked(_ -> showHelp());
    HBox right = new HBox(BETWEEN, clear, help);
    right.getStyleClass().add("filter-marks");
    setRight(right);
    addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (getText().isEmpty() && event.getCharacter().equals("?")) {
            event.consume();
            showHelp();
          }
        });
    textProperty().bindBidirectional(shown.filterProperty());
    shown.filterFaultProperty().subscribe(this::showFault);
  }

  private void showFault(String fault) {
    pseudoClassStateChanged(Styles.STATE_DANGER, !fault.isEmpty());
    setAccessibleText(fault.isEmpty() ? SPOKEN : SPOKEN + ": " + fault);
    tip.setText(
        fault.isEmpty()
            ? "Shows only the peers that contain all of these words ("
                + WindowAction.FILTER.keyText()
                + "); also failing, tag:ct, cause:rejected, 10.1.2., cert<30d, slow>100ms. ? shows"
                + " all of them"
            : fault);
  }

  /** Shows the words that it knows, or hides them. */
  void showHelp() {
    popup.show(help);
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    requestFocus();
    selectAll();
  }
}
