package org.echolot.ui.logs;

import java.io.File;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.logs.Explanation;
import org.echolot.logs.ExplanationText;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.TextClipboard;

/** A box to paste log lines into, and below it what they mean. */
public final class ExplainWindow extends BorderPane {

  private static final String HINT =
      "Paste lines of a log here, or drop a log file: of DICOM software, or of a proxy or firewall"
          + " in front of it.";

  private static final String NOTHING = "Nothing to explain yet.";

  private final ExplainModel model;
  private final TextArea box = new PasteArea();
  private final VBox results = new VBox();

  /** Takes pasted text of any size; a plain text area would stand still with it. */
  private final class PasteArea extends TextArea {
    @Override
    public void paste() {
      String pasted = Clipboard.getSystemClipboard().getString();
      if (pasted != null && pasted.length() > ExplainModel.MOST_SHOWN) {
        model.take(pasted);
      } else {
        super.paste();
      }
    }
  }

  private ExplainWindow(ExplainModel model) {
    this.model = model;
    setId("explain-window");
    getStyleClass().add("explain");
    getStylesheets().add(Stylesheets.look());
    box.setId("explain-box");
    box.setAccessibleText("Log lines");
    box.setPromptText(HINT);
    box.getStyleClass().add("explain-box");
    box.textProperty().bindBidirectional(model.textProperty());
    results.setId("explain-results");
    results.getStyleClass().add("explain-results");
    ScrollPane scroll = new ScrollPane(results);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    SplitPane split = new SplitPane(box, scroll);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.36);
    setTop(toolbar());
    setCenter(split);
    model.explanationProperty().subscribe(this::show);
    // Before the box, which takes text alone.
    addEventFilter(DragEvent.DRAG_OVER, ExplainWindow::over);
    addEventFilter(DragEvent.DRAG_DROPPED, this::drop);
  }

  private static void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.read(files.getFirst().toPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /** Shows the window beside the main one, which goes on. */
  public static void show(Window owner, ExplainModel model) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Explain log lines");
    ExplainWindow window = new ExplainWindow(model);
    Scene scene = new Scene(window, 860, 640);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    Placed.over(owner, stage, 860, 640);
    stage.setMinWidth(480);
    stage.setMinHeight(360);
    stage.show();
    window.box.requestFocus();
  }

  private Node toolbar() {
    Button paste = button("paste", "Paste", "Replaces the text by the clipboard");
    paste.setOnAction(
        _ -> {
          String pasted = Clipboard.getSystemClipboard().getString();
          model.take(pasted == null ? "" : pasted);
        });
    Button open =
        button("open", "Open file…", "Explains the log file that you choose, of any size");
    open.setOnAction(_ -> open());
    Button clear = button("clear", "Clear", "Empties the box");
    clear.setOnAction(
        _ -> {
          model.take("");
          box.requestFocus();
        });
    Button copy = button("copy", "Copy explanation", "Copies the explanation as text");
    copy.setOnAction(
        _ ->
            TextClipboard.copy(
                String.join("\n", ExplanationText.of(model.explanationProperty().get())) + "\n"));
    Label status = new Label();
    status.setId("explain-status");
    status.textProperty().bind(model.statusProperty());
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(paste, open, clear, copy, status);
    bar.getStyleClass().add("explain-bar");
    return bar;
  }

  private static Button button(String id, String text, String tip) {
    Button button = new Button(text);
    button.setId("explain-" + id);
    button.setTooltip(new Tooltip(tip));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void open() {
    Window owner = getScene().getWindow();
    FileQuestions.of(owner)
        .open(owner, "Explain a log file", null, List.of())
        .ifPresent(model::read);
  }

  private void show(Explanation explanation) {
    results.getChildren().clear();
    Label summary = new Label(explanation.lines() == 0 ? NOTHING : explanation.summary());
    summary.setId("explain-summary");
    summary.getStyleClass().add("explain-summary");
    summary.setWrapText(true);
    results.getChildren().add(summary);
    explanation.explained().forEach(e -> results.getChildren().add(new ExplainedCard(e)));
    if (!explanation.unknownSamples().isEmpty()) {
      results.getChildren().add(ExplainedCard.ofUnknown(explanation.unknownSamples()));
    }
  }
}
