package org.echolot.ui.secrets;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.text.Escapes;
import org.echolot.ui.FxThread;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** Asks for secrets, one dialog each, without waiting for the answer. */
public final class SecretDialog implements SecretsModel.Asker {

  private static final Insets MARGIN = new Insets(16);

  private final Window main;

  /**
   * @param main what the dialog belongs to where no other window is above it
   */
  public SecretDialog(Window main) {
    this.main = main;
  }

  @Override
  public void ask(SecretQuestion question, Consumer<char @Nullable []> answer) {
    TextInputControl field = question.isLong() ? tokenField() : new PasswordField();
    field.setId("secret-field");
    Label label = new Label(question.what());
    label.setLabelFor(field);
    Label fault = wrapping(question.fault().isEmpty() ? "" : "✗ " + question.fault());
    fault.setId("secret-fault");
    fault.getStyleClass().add("secret-fault");
    fault.setManaged(!question.fault().isEmpty());
    Label purpose = wrapping(Escapes.oneLine(question.purpose()));
    purpose.setId("secret-purpose");
    Label promise =
        wrapping("It is kept in memory until Echolot is closed, and is never written to disk.");
    promise.getStyleClass().add("secret-promise");
    VBox content = new VBox(8, purpose, label, field, fault, promise);
    content.setPadding(MARGIN);
    content.setPrefWidth(420);

    Dialog<ButtonType> dialog = new Dialog<>();
    Placed.over(onTop(), dialog);
    dialog.setTitle(question.what() + " needed");
    DialogPane pane = dialog.getDialogPane();
    pane.setId("secret-dialog");
    pane.getStylesheets().add(Stylesheets.look());
    pane.setContent(content);
    pane.getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    if (question.isLong()) {
      // An empty password may be a file's; an empty token is none.
      field
          .textProperty()
          .subscribe(text -> pane.lookupButton(ButtonType.OK).setDisable(text.isBlank()));
    }
    dialog.setOnShown(_ -> new FxThread().execute(field::requestFocus));
    dialog.setOnHidden(
        _ -> {
          boolean said = dialog.getResult() == ButtonType.OK;
          char[] secret = said ? secretIn(field, question.isLong()) : null;
          field.clear();
          answer.accept(secret);
        });
    // It can be asked for within a frame, when no dialog can be waited for.
    dialog.show();
  }

  private static TextArea tokenField() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(6);
    return area;
  }

  private static char[] secretIn(TextInputControl field, boolean isToken) {
    return (isToken ? field.getText().strip() : field.getText()).toCharArray();
  }

  /** The window that the user looks at: the editor, while it is open. */
  private Window onTop() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .reduce((_, later) -> later)
        .orElse(main);
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
