package org.echolot.ui.peers;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.peers.PeerDraft.Field;
import org.jspecify.annotations.Nullable;

/** The text fields of the editor, each with what is wrong with it right below. */
final class EditorFields {

  private static final PseudoClass DANGER = Styles.STATE_DANGER;
  private static final double PORT_WIDTH = 90;

  private final PeerEditorModel model;
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final EditorFilling filling;
  private final Map<Field, TextField> controls = new EnumMap<>(Field.class);

  EditorFields(PeerEditorModel model) {
    this.model = model;
    this.filling = new EditorFilling(model);
  }

  /** Adds a field in the rows {@code 2 × row} and the next; returns the row for the next field. */
  int add(GridPane grid, int row, Field field, String name, String prompt) {
    return add(grid, row, field, name, prompt, null);
  }

  /** The same with a button beside the field. */
  int add(
      GridPane grid,
      int row,
      Field field,
      String name,
      String prompt,
      @Nullable Function<TextField, Button> beside) {
    Part part = part(field, name, prompt);
    Label label = new Label(name);
    label.setLabelFor(part.control());
    label.setMinWidth(Region.USE_PREF_SIZE);
    if (beside == null) {
      grid.addRow(row * 2, label, part.control());
    } else {
      HBox.setHgrow(part.control(), Priority.ALWAYS);
      grid.addRow(row * 2, label, new HBox(8, part.control(), beside.apply(part.control())));
    }
    grid.add(part.fault(), 1, row * 2 + 1);
    return row + 1;
  }

  /** Adds both in one row: they belong together. */
  int addHostAndPort(GridPane grid, int row, String hostPrompt, String portPrompt) {
    Part host = part(Field.HOST, "Host", hostPrompt);
    Part port = part(Field.PORT, "Port", portPrompt);
    Label hostLabel = new Label("Host");
    hostLabel.setLabelFor(host.control());
    Label portLabel = new Label("Port");
    portLabel.setLabelFor(port.control());
    portLabel.setMinWidth(Region.USE_PREF_SIZE);
    port.control().setPrefWidth(PORT_WIDTH);
    port.control().setMinWidth(PORT_WIDTH);
    HBox.setHgrow(host.control(), Priority.ALWAYS);
    HBox both = new HBox(8, host.control(), portLabel, port.control());
    both.setAlignment(Pos.CENTER_LEFT);
    grid.addRow(row * 2, hostLabel, both);
    VBox faults = new VBox(host.fault(), port.fault());
    faults
        .managedProperty()
        .bind(host.fault().managedProperty().or(port.fault().managedProperty()));
    grid.add(faults, 1, row * 2 + 1);
    return row + 1;
  }

  /** A field, and what is wrong with it. */
  private record Part(TextField control, Label fault) {}

  private Part part(Field field, String name, String prompt) {
    String id = "editor-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    TextField control = new TextField();
    control.setId(id);
    control.setPromptText(prompt);
    control.textProperty().bindBidirectional(model.text(field));
    Label fault = new Label();
    fault.setId(id + "-fault");
    fault.getStyleClass().add("editor-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    model
        .faultProperty(field)
        .subscribe(
            text -> {
              fault.setText(text == null ? "" : "✗ " + text);
              fault.setVisible(text != null);
              fault.setManaged(text != null);
              control.pseudoClassStateChanged(DANGER, text != null);
              control.setAccessibleText(text == null ? name : name + ": " + text);
            });
    control
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is && !control.getText().isEmpty()) {
                filling.fillTyped(field);
                model.leave(field);
              }
            });
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (PASTE.match(event) && filling.fill(clipboard(), "the clipboard")) {
            event.consume();
          }
        });
    controls.put(field, control);
    return new Part(control, fault);
  }

  private static String clipboard() {
    return Objects.toString(Clipboard.getSystemClipboard().getString(), "");
  }

  /** A line that says what was filled, with a way back; takes no room where nothing was. */
  Node filled() {
    Label said = new Label();
    said.setId("editor-filled");
    said.textProperty().bind(filling.saidProperty());
    Hyperlink undo = new Hyperlink("Undo");
    undo.setId("editor-filled-undo");
    undo.setOnAction(_ -> filling.undo());
    HBox line = new HBox(8, said, undo);
    line.getStyleClass().add("editor-filled");
    line.visibleProperty().bind(filling.saidProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  /**
   * Tells whether any of the fields from {@code first} to {@code last} is wrong, now and whenever
   * that changes.
   */
  void onFaults(Field first, Field last, Consumer<Boolean> taker) {
    List<Field> fields = between(first, last).toList();
    fields.forEach(
        field ->
            model
                .faultProperty(field)
                .subscribe(
                    _ ->
                        taker.accept(
                            fields.stream()
                                .anyMatch(each -> model.faultProperty(each).get() != null))));
  }

  private static Stream<Field> between(Field first, Field last) {
    return Stream.of(Field.values()).filter(f -> f.compareTo(first) >= 0 && f.compareTo(last) <= 0);
  }

  /** Where a field is typed. */
  TextField control(Field field) {
    return Objects.requireNonNull(controls.get(field));
  }
}
