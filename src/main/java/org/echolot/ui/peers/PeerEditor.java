package org.echolot.ui.peers;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.fleet.CheckEnded;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.text.DurationText;
import org.echolot.ui.Dialogs;
import org.echolot.ui.Pages;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The dialog in which a peer is typed, tested and saved. */
public final class PeerEditor extends BorderPane {

  private static final double WIDTH = 720;
  private static final double HEIGHT = 560;

  /** The same on all pages, so that the fields stand in one line. */
  private static final double NAMES_WIDTH = 132;

  private final PeerEditorModel model;
  private final EditorFields fields;
  private final Surroundings surroundings;
  private final Stage stage;
  private final Pages pages;
  private @Nullable Edited saved;

  /**
   * What was typed and saved.
   *
   * @param tested what the check of it found; null where none was made
   */
  public record Edited(Peer peer, @Nullable CheckEnded tested) {}

  /**
   * What the editor knows beside the peer.
   *
   * @param callingAe the AE title to come as where none is typed
   * @param timeouts those that hold where none are typed
   * @param folder where relative paths start
   * @param drafts what was typed and kept
   * @param remedies what can be done about what a check finds
   */
  public record Surroundings(
      String callingAe,
      Timeouts timeouts,
      Path folder,
      KeptDrafts drafts,
      EditorRemedies remedies) {}

  private PeerEditor(PeerEditorModel model, Surroundings surroundings, Stage stage) {
    this.model = model;
    this.surroundings = surroundings;
    this.stage = stage;
    this.fields = new EditorFields(model);
    this.pages = new Pages("editor", this::leave);
    setId("peer-editor");
    getStyleClass().add("peer-editor");
    getStylesheets().add(Stylesheets.look());
    TlsSection tls = new TlsSection(model, fields, surroundings.folder());
    pages.add("editor-peer-page", "Peer", peerPage());
    pages.add("editor-tls-page", "TLS", tls);
    pages.add("editor-user-page", "User identity", new UserSection(model, fields));
    pages.add("editor-timeouts-page", "Timeouts", timesPage(surroundings.timeouts()));
    markPage("editor-peer-page", Field.NAME, Field.WATCH);
    markPage("editor-tls-page", Field.TRUSTED_CERTIFICATES, Field.SERVER_NAME);
    markPage("editor-user-page", Field.USERNAME, Field.USERNAME);
    markPage("editor-timeouts-page", Field.SOURCE, Field.RELEASE_TIMEOUT);
    model.choices().tlsProperty().subscribe(on -> pages.setOffered("editor-tls-page", on));
    setTop(new DraftBar(model, surroundings.drafts().like(model.draft())));
    setCenter(pages);
    setBottom(new VBox(fields.filled(), new TestOutcome(model, this::remedy), buttons()));
  }

  /**
   * Shows the dialog and waits until it is closed.
   *
   * @param start has the focus at first
   * @return the peer to be saved; empty if the user cancelled
   */
  public static Optional<Edited> show(
      Window owner, PeerEditorModel model, Surroundings surroundings, Field start) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(model.isNew() ? "Add a peer" : "Edit " + model.text(Field.NAME).get());
    PeerEditor editor = new PeerEditor(model, surroundings, stage);
    stage.setOnCloseRequest(
        request -> {
          request.consume();
          editor.leave();
        });
    stage.setScene(new Scene(editor, WIDTH, HEIGHT));
    stage.setMinWidth(520);
    stage.setMinHeight(400);
    Placed.over(owner, stage, WIDTH, HEIGHT);
    stage.setOnHidden(_ -> model.stopTest());
    stage.setOnShown(_ -> editor.focus(start));
    stage.showAndWait();
    return Optional.ofNullable(editor.saved);
  }

  /** How the editor writes a file: one beside the peers file without its folder. */
  public static String written(Path file, Path folder) {
    return TlsSection.asWritten(file, folder);
  }

  /** What is typed. */
  public PeerEditorModel model() {
    return model;
  }

  /** Goes to a field, on whichever page it is. */
  public void focus(Field field) {
    Node control = fields.control(field);
    pages.showWith(control);
    control.requestFocus();
  }

  private Optional<EditorRemedies.Offer> remedy(CheckResult result) {
    return surroundings.remedies().of(result, this);
  }

  private void markPage(String page, Field first, Field last) {
    fields.onFaults(first, last, wrong -> pages.setWrong(page, wrong));
  }

  /** Closes it; what was typed is lost or kept as the user says. */
  private void leave() {
    if (!model.isChanged()) {
      stage.close();
      return;
    }
    switch (new Dialogs(stage).askAboutDraft()) {
      case DISCARD -> {
        surroundings.drafts().forget(model.draft());
        stage.close();
      }
      case KEEP_AS_DRAFT -> {
        surroundings.drafts().keep(model.draft());
        stage.close();
      }
      case KEEP_EDITING -> {
        // As if nobody had wanted to leave.
      }
    }
  }

  private GridPane peerPage() {
    GridPane main = grid();
    int row = 0;
    row = fields.add(main, row, Field.NAME, "Name", "Main PACS");
    row = fields.add(main, row, Field.CALLED_AE, "Called AE title", "ORTHANC");
    row = fields.addHostAndPort(main, row, "pacs.example or 10.1.2.3", "11112");
    row =
        fields.add(
            main,
            row,
            Field.CALLING_AE,
            "Calling AE title",
            surroundings.callingAe() + " (for all peers)");
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
    return main;
  }

  private GridPane timesPage(Timeouts defaults) {
    GridPane times = grid();
    int row = 0;
    row = fields.add(times, row, Field.SOURCE, "Source address", "any address of this computer");
    row = fields.add(times, row, Field.PROXY, "Proxy", "none, or socks5://host:port");
    row = fields.add(times, row, Field.CONNECT_TIMEOUT, "Connect", text(defaults.connect()));
    row = fields.add(times, row, Field.TLS_TIMEOUT, "TLS handshake", text(defaults.tls()));
    row = fields.add(times, row, Field.ASSOCIATE_TIMEOUT, "Associate", text(defaults.associate()));
    row = fields.add(times, row, Field.ECHO_TIMEOUT, "Echo", text(defaults.echo()));
    fields.add(times, row, Field.RELEASE_TIMEOUT, "Release", text(defaults.release()));
    return times;
  }

  private static String text(Duration time) {
    return DurationText.format(time) + " (for all peers)";
  }

  static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("editor-grid", "editor-form");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(NAMES_WIDTH);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    return grid;
  }

  static void addPlain(GridPane grid, int row, String name, Region field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    label.getStyleClass().add("field-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
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
    cancel.setOnAction(_ -> leave());
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
      surroundings.drafts().forget(model.draft());
      stage.close();
    } else {
      model.firstFault().ifPresent(this::focus);
    }
  }
}
