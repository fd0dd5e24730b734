package org.echolot.ui.peers;

import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.echolot.check.UserIdentity;
import org.echolot.peers.PeerDraft.Field;
import org.jspecify.annotations.Nullable;

/** The user to come as (PS3.7 D.3.3.7): a page of the editor. */
final class UserSection extends VBox {

  private final EditorChoices choices;

  UserSection(PeerEditorModel model, EditorFields fields) {
    this.choices = model.choices();
    GridPane type = PeerEditor.grid();
    PeerEditor.addPlain(type, 0, "Authenticate as", typeChoice());
    GridPane name = PeerEditor.grid();
    fields.add(name, 0, Field.USERNAME, "Username", "as registered at the peer");
    shownFor(name, UserIdentity.Type::hasUsername);
    GridPane rest = PeerEditor.grid();
    CheckBox response = new CheckBox("Ask the peer to confirm the user");
    response.setId("editor-positive-response");
    response.selectedProperty().bindBidirectional(choices.positiveResponseProperty());
    PeerEditor.addPlain(rest, 0, "", response);
    shownFor(rest, _ -> true);
    GridPane secret = PeerEditor.grid();
    Label hint = new Label();
    hint.setId("editor-secret-hint");
    hint.setWrapText(true);
    hint.getStyleClass().add("test-advice");
    choices
        .userTypeProperty()
        .subscribe(
            chosen ->
                hint.setText(
                    chosen == null
                        ? ""
                        : "The "
                            + chosen.secretLabel()
                            + " is requested when a check needs it. It is kept in memory until"
                            + " Echolot is closed, and is never written to disk."));
    PeerEditor.addPlain(secret, 0, "", hint);
    shownFor(secret, UserIdentity.Type::hasSecret);
    getStyleClass().add("editor-stack");
    getChildren().setAll(type, name, rest, secret);
  }

  private void shownFor(GridPane part, Predicate<UserIdentity.Type> needed) {
    part.visibleProperty().bind(choices.userTypeProperty().map(needed::test).orElse(false));
    part.managedProperty().bind(part.visibleProperty());
  }

  /** A type, or that nobody comes: a box has no words for a value that is null. */
  private record Choice(UserIdentity.@Nullable Type type) {}

  private ComboBox<Choice> typeChoice() {
    ComboBox<Choice> box = new ComboBox<>();
    box.setId("editor-user-type");
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().add(new Choice(null));
    for (UserIdentity.Type type : UserIdentity.Type.values()) {
      box.getItems().add(new Choice(type));
    }
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Choice choice) {
            return choice == null ? "" : words(choice.type());
          }

          @Override
          public Choice fromString(String text) {
            throw new UnsupportedOperationException("it is chosen, not typed");
          }
        });
    choices.userTypeProperty().subscribe(type -> box.setValue(new Choice(type)));
    box.setOnAction(_ -> choices.userTypeProperty().set(box.getValue().type()));
    return box;
  }

  private static String words(UserIdentity.@Nullable Type type) {
    if (type == null) {
      return "nobody";
    }
    String words =
        switch (type) {
          case USERNAME -> "a user, by name";
          case USERNAME_AND_PASSCODE -> "a user, by name and passcode";
          case KERBEROS, SAML, JWT -> "the bearer of a " + type.secretLabel();
        };
    return words + " (type " + type.code() + ")";
  }
}
