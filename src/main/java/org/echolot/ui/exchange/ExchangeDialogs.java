package org.echolot.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.PeerExport;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.ui.Dialogs;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;

/** The small questions of import and export. */
final class ExchangeDialogs {

  private ExchangeDialogs() {}

  static void showRefused(Window owner, String name, String why) {
    Alert alert = new Alert(Alert.AlertType.WARNING, "", ButtonType.CLOSE);
    Placed.over(owner, alert);
    alert.setTitle("Nothing imported");
    alert.setHeaderText(null);
    Label words =
        new Label("Echolot cannot read " + name + ": " + why + ".\n\nThe peers are as they were.");
    words.setWrapText(true);
    words.setPrefWidth(420);
    words.setPadding(new Insets(16));
    alert.getDialogPane().setId("import-refused");
    alert.getDialogPane().setContent(words);
    alert.showAndWait();
  }

  /** Asks for the kind of list, and says what it can't hold before anything is written. */
  static Optional<PeerExport> askFormat(Window owner, PeerBook book) {
    Dialog<ButtonType> dialog = new Dialog<>();
    Placed.over(owner, dialog);
    dialog.setTitle("Export peers");
    dialog.setResizable(true);
    DialogPane pane = dialog.getDialogPane();
    pane.setId("export-dialog");
    pane.getStylesheets().add(Stylesheets.look());
    ComboBox<PeerListFormat> formats =
        new ComboBox<>(FXCollections.observableArrayList(PeerListFormat.written()));
    formats.setId("export-format");
    formats.setMaxWidth(Double.MAX_VALUE);
    formats.setConverter(titles());
    Label label = new Label("Write the peers as");
    label.setLabelFor(formats);
    Label lost = new Label();
    lost.setWrapText(true);
    TextArea losses = new TextArea();
    losses.setId("export-losses");
    losses.setEditable(false);
    losses.setWrapText(true);
    losses.setAccessibleText("What this format cannot hold");
    VBox.setVgrow(losses, Priority.ALWAYS);
    PeerExport[] made = new PeerExport[1];
    formats
        .valueProperty()
        .subscribe(
            format -> {
              if (format != null) {
                made[0] = PeerExport.of(format, book);
                List<String> all = made[0].losses();
                lost.setText(
                    all.isEmpty()
                        ? "This format holds everything that your peers have."
                        : "This format cannot hold:");
                losses.setText(String.join("\n", all));
                losses.setVisible(!all.isEmpty());
              }
            });
    formats.setValue(PeerListFormat.CSV);
    VBox content = new VBox(10, label, formats, lost, losses);
    content.setPadding(new Insets(16));
    content.setPrefSize(560, 320);
    pane.setContent(content);
    pane.setPrefSize(600, 420);
    pane.setMinSize(420, 300);
    ButtonType save = new ButtonType("Save as…", ButtonBar.ButtonData.OK_DONE);
    pane.getButtonTypes().setAll(save, ButtonType.CANCEL);
    return dialog.showAndWait().filter(save::equals).map(_ -> made[0]);
  }

  static Optional<Path> askTarget(Window owner, PeerListFormat format) {
    String name =
        switch (format) {
          case AE_PROPERTIES -> "ae";
          case WEASIS -> "dicomNodes";
          case DCMQRSCP -> "dcmqrscp";
          case ECHOLOT -> "peers";
          default -> "peers-" + format.word();
        };
    return new Dialogs(owner)
        .askSaveTarget(
            "Export peers",
            name + "." + format.extension(),
            List.of(new ExtensionFilter(format.title(), "*." + format.extension())));
  }

  private static StringConverter<PeerListFormat> titles() {
    return new StringConverter<>() {
      @Override
      public String toString(PeerListFormat format) {
        return format == null ? "" : format.title();
      }

      @Override
      public PeerListFormat fromString(String title) {
        return PeerListFormat.written().stream()
            .filter(format -> format.title().equals(title))
            .findFirst()
            .orElse(PeerListFormat.CSV);
      }
    };
  }
}
