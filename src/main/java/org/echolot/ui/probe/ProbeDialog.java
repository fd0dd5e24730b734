package org.echolot.ui.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.echolot.probe.BigResult;
import org.echolot.probe.ProbeResult;
import org.echolot.probe.ProbeText;
import org.echolot.probe.ServiceMatrix;
import org.echolot.text.Escapes;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.probe.ProbeModel.Question;
import org.jspecify.annotations.Nullable;

/** A window of its own in which a person asks a peer beyond an echo; closing it stops that. */
public final class ProbeDialog {

  private static final double WIDTH = 1_060;
  private static final double HEIGHT = 640;
  private static final int WORDS_ROWS = 9;

  private ProbeDialog() {}

  /**
   * Shows it; nothing is asked until somebody presses a button.
   *
   * @param peer the name of who is asked
   */
  public static void show(Window owner, String peer, ProbeModel model) {
    MatrixTable table = new MatrixTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    TextArea words = new TextArea();
    words.setId("probe-words");
    words.setEditable(false);
    words.setWrapText(true);
    words.setPrefRowCount(WORDS_ROWS);
    words.setAccessibleText("What was found out, in words");
    model
        .resultProperty()
        .subscribe(
            result -> {
              ServiceMatrix matrix = result == null ? null : result.services();
              if (matrix != null) {
                table.show(matrix);
              }
              words.setText(words(result));
            });
    VBox content = new VBox(12, bar(model), table, words);
    content.setPadding(new Insets(16));
    Alert dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
    Placed.over(owner, dialog);
    dialog.initModality(Modality.NONE);
    dialog.setTitle("Beyond an echo: " + Escapes.oneLine(peer));
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(Stylesheets.look());
    dialog.setOnHidden(_ -> model.stop());
    dialog.show();
    // The theme bounds what an alert would take by itself; the matrix needs room.
    Placed.resize(owner, dialog, WIDTH, HEIGHT);
  }

  private static Node bar(ProbeModel model) {
    Label status = new Label();
    status.setId("probe-status");
    status.textProperty().bind(model.statusProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button stop = new Button("Stop");
    stop.setId("probe-stop");
    stop.disableProperty().bind(model.runningProperty().not());
    stop.setOnAction(_ -> model.stop());
    HBox bar =
        new HBox(
            8,
            button(
                model,
                Question.SERVICES,
                "Services",
                "Asks by negotiation alone which services the peer accepts; no data is sent"),
            button(
                model,
                Question.LARGE_PACKETS,
                "Large packets",
                "Sends association requests of 8, 14 and 34 KB, to find paths that lose large"
                    + " packets. A request that hangs occupies the peer for a few seconds"),
            button(
                model,
                Question.QUERY,
                "Query",
                "Asks for a study that cannot exist, to see whether the peer lets us query"),
            stop,
            gap,
            status);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Button button(ProbeModel model, Question question, String text, String help) {
    Button button = new Button(text);
    button.setId("probe-" + question.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    button.setTooltip(new Tooltip(help));
    button.setAccessibleHelp(help);
    button.disableProperty().bind(model.runningProperty());
    button.setOnAction(_ -> model.ask(question));
    return button;
  }

  /** All that the matrix does not show. */
  private static String words(@Nullable ProbeResult result) {
    if (result == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    ServiceMatrix matrix = result.services();
    if (matrix != null) {
      lines.addAll(ProbeText.beyondTheMatrix(matrix, result.changes()));
    }
    BigResult big = result.big();
    if (big != null) {
      lines.addAll(ProbeText.ofLargeRequests(big));
    }
    if (result.find() != null) {
      lines.addAll(ProbeText.ofQuery(result.find()));
    }
    return String.join("\n", lines);
  }
}
