package org.echolot.ui;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A dialog that asks for one line of text, and says what is wrong with it as it is typed. */
public final class TextQuestion {

  private static final Insets MARGIN = new Insets(16);
  private static final double WIDTH = 360;

  private TextQuestion() {}

  /**
   * Asks, and waits for the answer.
   *
   * @param id of the field; what is wrong has it with {@code -fault} behind
   * @param hint a sentence above the field
   * @param start in the field at first
   * @param faultOf says what is wrong; null: nothing
   * @return empty if the user cancelled
   */
  public static Optional<String> ask(
      Window owner,
      String id,
      String title,
      String hint,
      String start,
      Function<String, @Nullable String> faultOf) {
    TextField field = new TextField(start);
    field.setId(id);
    field.setAccessibleText(title);
    Label fault = new Label();
    fault.setId(id + "-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    Label above = new Label(hint);
    above.setWrapText(true);
    above.setMinHeight(Region.USE_PREF_SIZE);
    VBox content = new VBox(8, above, field, fault);
    content.setPadding(MARGIN);
    content.setPrefWidth(WIDTH);
    Dialog<String> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    DialogPane pane = dialog.getDialogPane();
    pane.setContent(content);
    pane.getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    field
        .textProperty()
        .subscribe(
            text -> {
              String wrong = faultOf.apply(text);
              fault.setText(wrong == null ? "" : "✗ " + wrong);
              pane.lookupButton(ButtonType.OK).setDisable(wrong != null);
            });
    dialog.setResultConverter(button -> button == ButtonType.OK ? field.getText() : null);
    // A dialog gives the focus to its default button after it says that it is shown.
    dialog.setOnShown(_ -> new FxThread().execute(field::requestFocus));
    return dialog.showAndWait();
  }
}
