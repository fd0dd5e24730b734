package org.echolot.ui.peers;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.peers.PeersEdit;
import org.echolot.text.Escapes;
import org.echolot.ui.Dialogs;
import org.echolot.ui.FxThread;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The dialog in which several peers are edited at once: what is ticked is set for all of them. */
public final class SeveralEditor {

  private static final String VARIOUS = "various";
  private static final String ON = "On";
  private static final String OFF = "Off";

  private final List<Peer> peers;
  private final Map<Field, CheckBox> ticks = new EnumMap<>(Field.class);
  private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
  private final TextField addedTags = new TextField();
  private final TextField removedTags = new TextField();
  private final CheckBox tlsTick = new CheckBox("TLS");
  private final ComboBox<String> tls = new ComboBox<>();
  private final Label fault = new Label();
  private final DialogPane pane;
  private final Node save;
  private final Node first;

  private SeveralEditor(List<Peer> peers, String defaultCallingAe, DialogPane pane) {
    this.peers = peers;
    this.pane = pane;
    ButtonType change =
        new ButtonType(
            String.format(Locale.ROOT, "Change %d peers", peers.size()),
            ButtonBar.ButtonData.OK_DONE);
    pane.getButtonTypes().setAll(change, ButtonType.CANCEL);
    pane.setId("several-editor");
    pane.getStylesheets().add(Stylesheets.look());
    save = pane.lookupButton(change);
    save.setId("several-save");
    Label hint = new Label("What is ticked is set for all of them. The rest stays as it is.");
    hint.setWrapText(true);
    fault.setId("several-fault");
    fault.getStyleClass().add("editor-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    VBox content = new VBox(10, hint, form(defaultCallingAe), fault);
    content.getStyleClass().add("editor-form");
    content.setPrefWidth(460);
    pane.setContent(content);
    first = Objects.requireNonNull(fields.get(PeersEdit.FIELDS.getFirst()));
    update();
  }

  /**
   * Shows the dialog and waits until it is closed.
   *
   * @param peers two or more
   * @param defaultCallingAe the AE title to come as where a peer has none of its own
   * @return empty if the user cancelled
   */
  public static Optional<PeersEdit> show(Window owner, List<Peer> peers, String defaultCallingAe) {
    Dialog<PeersEdit> dialog = new Dialog<>();
    Placed.over(owner, dialog);
    dialog.setTitle(String.format(Locale.ROOT, "Edit %d peers", peers.size()));
    SeveralEditor editor = new SeveralEditor(peers, defaultCallingAe, dialog.getDialogPane());
    dialog.setResultConverter(
        button ->
            button != null && button.getButtonData() == ButtonBar.ButtonData.OK_DONE
                ? editor.edit()
                : null);
    dialog.setOnCloseRequest(
        request -> {
          if (dialog.getResult() == null
              && !editor.edit().isNothing()
              && !new Dialogs(editor.pane.getScene().getWindow()).confirmDiscard()) {
            request.consume();
          }
        });
    // A dialog gives the focus to its default button after it says that it is shown.
    dialog.setOnShown(_ -> new FxThread().execute(editor.first::requestFocus));
    return dialog.showAndWait();
  }

  private GridPane form(String defaultCallingAe) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("editor-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    int row = 0;
    for (Field field : PeersEdit.FIELDS) {
      add(grid, row++, field, prompt(field, defaultCallingAe));
      if (field == Field.CALLING_AE) {
        row = addTags(grid, row);
        addTls(grid, row++);
      }
    }
    return grid;
  }

  private void add(GridPane grid, int row, Field field, String prompt) {
    String id = "several-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Optional<String> common = PeersEdit.common(peers, field);
    CheckBox tick = new CheckBox(label(field));
    tick.setId(id + "-tick");
    TextField text = new TextField(common.orElse(""));
    text.setId(id);
    text.setAccessibleText(label(field));
    text.setPromptText(common.isPresent() ? prompt : VARIOUS);
    ticks.put(field, tick);
    fields.put(field, text);
    text.textProperty()
        .subscribe(
            (_, _) -> {
              tick.setSelected(true);
              update();
            });
    tick.selectedProperty().subscribe((_, _) -> update());
    grid.addRow(row, tick, text);
  }

  /** Tags are added and removed: those of a peer alone stay. */
  private int addTags(GridPane grid, int row) {
    StringJoiner have = new StringJoiner(", ", "Now: ", "");
    have.setEmptyValue("None of them has a tag.");
    PeersEdit.tagsOf(peers)
        .forEach(
            (tag, count) ->
                have.add(
                    Escapes.oneLine(tag)
                        + (count == peers.size()
                            ? " (all)"
                            : " (" + count + " of " + peers.size() + ")")));
    addTags(grid, row, "add", "Add tags", addedTags);
    addTags(grid, row + 1, "remove", "Remove tags", removedTags);
    Label now = new Label(have.toString());
    now.setId("several-tags-now");
    now.getStyleClass().add("muted-text");
    now.setWrapText(true);
    now.setMinHeight(Region.USE_PREF_SIZE);
    grid.add(now, 1, row + 2);
    return row + 3;
  }

  private void addTags(GridPane grid, int row, String id, String words, TextField text) {
    text.setId("several-" + id + "-tags");
    text.setPromptText("none");
    text.textProperty().subscribe((_, _) -> update());
    Label label = new Label(words);
    label.setLabelFor(text);
    grid.addRow(row, label, text);
  }

  private void addTls(GridPane grid, int row) {
    tlsTick.setId("several-tls-tick");
    tls.setId("several-tls");
    tls.setAccessibleText("TLS");
    tls.getItems().setAll(ON, OFF);
    tls.setPromptText(VARIOUS);
    tls.setMaxWidth(Double.MAX_VALUE);
    PeersEdit.commonTls(peers).ifPresent(on -> tls.setValue(on ? ON : OFF));
    tls.valueProperty()
        .subscribe(
            (_, _) -> {
              tlsTick.setSelected(true);
              update();
            });
    tlsTick.selectedProperty().subscribe((_, _) -> update());
    grid.addRow(row, tlsTick, tls);
  }

  private static String label(Field field) {
    return switch (field) {
      case CALLING_AE -> "Calling AE title";
      case TAGS -> "Tags";
      case WATCH -> "Check every";
      case CONNECT_TIMEOUT -> "Timeout: connect";
      case TLS_TIMEOUT -> "Timeout: TLS handshake";
      case ASSOCIATE_TIMEOUT -> "Timeout: associate";
      case ECHO_TIMEOUT -> "Timeout: echo";
      case RELEASE_TIMEOUT -> "Timeout: release";
      default -> throw new IllegalArgumentException(field.toString());
    };
  }

  private static String prompt(Field field, String defaultCallingAe) {
    return switch (field) {
      case CALLING_AE -> defaultCallingAe + " (for all peers)";
      case WATCH -> "off; from 10s to 1h";
      default -> "as for all peers";
    };
  }

  /** What is ticked. */
  private PeersEdit edit() {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    fields.forEach(
        (field, text) -> {
          CheckBox tick = ticks.get(field);
          if (tick != null && tick.isSelected()) {
            texts.put(field, text.getText());
          }
        });
    return new PeersEdit(texts, addedTags.getText(), removedTags.getText(), chosenTls());
  }

  private @Nullable Boolean chosenTls() {
    String chosen = tls.getValue();
    if (!tlsTick.isSelected() || chosen == null) {
      return null;
    }
    return ON.equals(chosen);
  }

  private void update() {
    PeersEdit edit = edit();
    Map<Field, String> faults = edit.faults(peers);
    fault.setText(
        faults.entrySet().stream()
            .findFirst()
            .map(wrong -> "✗ " + label(wrong.getKey()) + ": " + wrong.getValue())
            .orElse(""));
    save.setDisable(edit.isNothing() || !faults.isEmpty());
  }
}
