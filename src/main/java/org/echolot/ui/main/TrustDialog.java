package org.echolot.ui.main;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.ui.Placed;

/** Asks whether the certificate of a peer is to be trusted though nobody vouches for it. */
final class TrustDialog {

  private static final int MAX_LENGTH = 300;

  private TrustDialog() {}

  /**
   * Shows the certificate and waits for the answer.
   *
   * @param at when validity is judged
   * @return whether the user said to trust it, on purpose
   */
  static boolean confirms(Window owner, String peer, X509Certificate certificate, Instant at) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    Label warning =
        wrapping(
            "No authority that this computer trusts has signed this certificate. Anyone could have"
                + " made it. Trust it only if the peer's administrator has given you the same"
                + " fingerprint, by telephone or on paper.");
    warning.getStyleClass().add("danger-text");
    CheckBox compared =
        new CheckBox("I have compared the fingerprint with the peer's administrator");
    compared.setId("trust-compared");
    compared.setWrapText(true);
    compared.setMinHeight(Region.USE_PREF_SIZE);
    Label scope =
        wrapping(
            "The certificate is trusted only for "
                + peer
                + ", until it is replaced. Undo, or the editor, reverses this.");
    scope.getStyleClass().add("muted-text");
    VBox content = new VBox(12, warning, grid(facts, at), compared, scope);
    content.setPadding(new Insets(16));
    content.setPrefWidth(560);

    ButtonType trust = new ButtonType("Trust this certificate", ButtonBar.ButtonData.OTHER);
    Dialog<ButtonType> dialog = new Dialog<>();
    Placed.over(owner, dialog);
    dialog.setTitle("Trust the certificate of " + peer + "?");
    dialog.setResizable(true);
    DialogPane pane = dialog.getDialogPane();
    pane.setId("trust-dialog");
    pane.setContent(content);
    pane.getButtonTypes().setAll(trust, ButtonType.CANCEL);
    pane.lookupButton(trust).setId("trust-confirm");
    pane.lookupButton(trust).disableProperty().bind(compared.selectedProperty().not());
    // Enter alone trusts nobody.
    ((Button) pane.lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
    return dialog.showAndWait().filter(trust::equals).isPresent();
  }

  private static GridPane grid(CertificateFacts facts, Instant at) {
    GridPane grid = new GridPane(12, 6);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    TextArea fingerprint = new TextArea(CertificateFacts.inTwoLines(facts.fingerprint()));
    fingerprint.setId("trust-fingerprint");
    fingerprint.setEditable(false);
    fingerprint.setPrefRowCount(2);
    fingerprint.getStyleClass().add("fingerprint");
    add(grid, 0, "SHA-256", fingerprint);
    int row = 1;
    for (CertificateFacts.Line line : facts.lines(at)) {
      if (List.of("Subject", "Issuer", "Names", "Valid").contains(line.name())) {
        add(grid, row++, line.name(), wrapping(cut(Escapes.oneLine(line.value()))));
      }
    }
    return grid;
  }

  private static void add(GridPane grid, int row, String name, Region value) {
    Label label = new Label(name);
    label.setLabelFor(value);
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(row, label, value);
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
