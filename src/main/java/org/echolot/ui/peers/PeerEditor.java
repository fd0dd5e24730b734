package org.echolot.ui.peers;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.fleet.CheckEnded;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.Dialogs;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The dialog in which a peer is typed, tested and saved. */
public final class PeerEditor extends BorderPane {

  private final PeerEditorModel model;
  private final EditorFields fields;
  private final Path folder;
  private final Runnable close;
  private final ScrollPane scroll;

  /** Closes it, unless what was typed would be lost and the user goes on. */
  private final Runnable leave;

  private @Nullable Edited saved;

  /**
   * What was typed and saved.
   *
   * @param tested what the check of it found; null where none was made
   */
  public record Edited(Peer peer, @Nullable CheckEnded tested) {}

  private PeerEditor(
      PeerEditorModel model, String defaultCallingAe, Path folder, Runnable close, Runnable leave) {
    this.model = model;
    this.folder = folder;
    this.close = close;
    this.leave = leave;
    this.fields = new EditorFields(model);
    setId("peer-editor");
    getStyleClass().add("peer-editor");
    getStylesheets().add(Stylesheets.look());
    scroll = new ScrollPane(form(defaultCallingAe));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    setBottom(new VBox(fields.filled(), new TestOutcome(model), buttons()));
  }

  /**
   * Shows the dialog and waits until it is closed.
   *
   * @param defaultCallingAe the AE title to come as where none is typed
   * @param folder where relative paths start
   * @param start has the focus at first
   * @return the peer to be saved; empty if the user cancelled
   */
  public static Optional<Edited> show(
      Window owner, PeerEditorModel model, String defaultCallingAe, Path folder, Field start) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(model.isNew() ? "Add a peer" : "Edit " + model.text(Field.NAME).get());
    Runnable leave =
        () -> {
          if (!model.isChanged() || new Dialogs(stage).confirmDiscard()) {
            stage.close();
          }
        };
    PeerEditor editor = new PeerEditor(model, defaultCallingAe, folder, stage::close, leave);
    stage.setOnCloseRequest(
        request -> {
          request.consume();
          leave.run();
        });
    Scene scene = new Scene(editor, 560, 640);
    stage.setScene(scene);
    stage.setMinWidth(420);
    stage.setMinHeight(360);
    Placed.over(owner, stage, 560, 640);
    stage.setOnHidden(_ -> model.stopTest());
    stage.setOnShown(_ -> editor.goTo(start));
    stage.showAndWait();
    return Optional.ofNullable(editor.saved);
  }

  /** Gives a field the focus, and scrolls to it. */
  private void goTo(Field field) {
    fields.focus(field);
    Node focused = getScene().getFocusOwner();
    Node form = scroll.getContent();
    Bounds at = form.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
    double shown = scroll.getViewportBounds().getHeight();
    double hidden = form.getLayoutBounds().getHeight() - shown;
    if (hidden > 0 && at.getMaxY() > shown) {
      scroll.setVvalue(Math.clamp((at.getMaxY() - shown / 2) / hidden, 0, 1));
    }
  }

  private Node form(String defaultCallingAe) {
    GridPane main = grid();
    int row = 0;
    row = fields.add(main, row, Field.NAME, "Name", "Main PACS");
    row = fields.add(main, row, Field.CALLED_AE, "Called AE title", "ORTHANC");
    row = fields.add(main, row, Field.HOST, "Host", "pacs.example or 10.1.2.3");
    row = fields.add(main, row, Field.PORT, "Port", "104, 11112, 4242 …");
    row =
        fields.add(
            main, row, Field.CALLING_AE, "Calling AE title", defaultCallingAe + " (for all peers)");
    row = fields.add(main, row, Field.TAGS, "Tags", "radiology, berlin");
    row = fields.add(main, row, Field.WATCH, "Check every", "off; from 10s to 1h, for example 60s");
    TextArea notes = new TextArea();
    notes.setId("editor-notes");
    notes.setPrefRowCount(2);
    notes.setWrapText(true);
    notes.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // Whoever goes through the fields comes out of this one too; Ctrl+Tab writes a tab.
          if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            notes.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
    notes.textProperty().bindBidirectional(model.notesProperty());
    addPlain(main, row++, "Notes", notes);
    CheckBox tls = new CheckBox("Use TLS with this peer");
    tls.setId("editor-tls");
    tls.selectedProperty().bindBidirectional(model.choices().tlsProperty());
    addPlain(main, row, "", tls);

    GridPane times = grid();
    row = 0;
    row = fields.add(times, row, Field.SOURCE, "Source address", "any address of this computer");
    row = fields.add(times, row, Field.CONNECT_TIMEOUT, "Connect", "5s");
    row = fields.add(times, row, Field.TLS_TIMEOUT, "TLS handshake", "10s");
    row = fields.add(times, row, Field.ASSOCIATE_TIMEOUT, "Associate", "10s");
    row = fields.add(times, row, Field.ECHO_TIMEOUT, "Echo", "10s");
    fields.add(times, row, Field.RELEASE_TIMEOUT, "Release", "3s");
    TitledPane timeouts = new TitledPane("Source address and timeouts", times);
    timeouts.setId("editor-timeouts");
    timeouts.getStyleClass().add(Styles.DENSE);
    timeouts.setExpanded(fields.hasText(Field.SOURCE, Field.RELEASE_TIMEOUT));
    fields.expandWith(timeouts, Field.SOURCE, Field.RELEASE_TIMEOUT);
    VBox form =
        new VBox(
            main, new TlsSection(model, fields, folder), new UserSection(model, fields), timeouts);
    form.getStyleClass().add("editor-form");
    return form;
  }

  static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("editor-grid");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(120);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    return grid;
  }

  static void addPlain(GridPane grid, int row, String name, Region field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    GridPane.setValignment(label, VPos.TOP);
    field.setMinHeight(Region.USE_PREF_SIZE);
    grid.addRow(row * 2, label, field);
  }

  private Node buttons() {
    Button test = new Button("Check (F5)");
    test.setId("editor-test");
    test.setOnAction(_ -> model.test());
    Button cancel = new Button("Cancel");
    cancel.setId("editor-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> leave.run());
    Button save = new Button("Save");
    save.setId("editor-save");
    save.setDefaultButton(true);
    save.getStyleClass().add(Styles.ACCENT);
    save.setOnAction(_ -> save());
    model
        .testProperty()
        .subscribe(
            tested -> {
              if (tested instanceof PeerEditorModel.Test.Ended(var result) && result.isSuccess()) {
                save.requestFocus();
              }
            });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(test, gap, cancel, save);
    buttons.getStyleClass().add("editor-buttons");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                KeyCombination key = new KeyCodeCombination(KeyCode.F5);
                scene.getAccelerators().put(key, model::test);
              }
            });
    return buttons;
  }

  private void save() {
    Optional<Peer> peer = model.finish();
    if (peer.isPresent()) {
      saved = new Edited(peer.get(), model.tested());
      close.run();
    } else {
      model.firstFault().ifPresent(fields::focus);
    }
  }
}
