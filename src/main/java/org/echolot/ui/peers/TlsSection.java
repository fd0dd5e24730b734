package org.echolot.ui.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.ui.CopyableText;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.Placed;
import org.jspecify.annotations.Nullable;

/** How the peer is spoken to over TLS: a page of the editor. */
final class TlsSection extends VBox {

  /** From the one that asks most of the peer to the one that asks least. */
  private static final List<TlsProfile> PROFILES =
      List.of(TlsProfile.RUNTIME, TlsProfile.BCP195, TlsProfile.MODIFIED_BCP195, TlsProfile.LEGACY);

  private static final List<ExtensionFilter> KEY_FILES =
      List.of(
          new ExtensionFilter(
              "Certificates and keys",
              "*.pem",
              "*.crt",
              "*.cer",
              "*.der",
              "*.key",
              "*.p12",
              "*.pfx",
              "*.jks"),
          new ExtensionFilter("All files", "*"));

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  private final EditorChoices choices;
  private final Path folder;
  private final ComboBox<TlsProfile> profile = new ComboBox<>();

  /**
   * @param folder where relative paths start
   */
  TlsSection(PeerEditorModel model, EditorFields fields, Path folder) {
    this.choices = model.choices();
    this.folder = folder;
    GridPane grid = PeerEditor.grid();
    int row = 0;
    row =
        fields.add(
            grid,
            row,
            Field.TRUSTED_CERTIFICATES,
            "Trusted certificates",
            "the public authorities",
            this::browse);
    row = fields.add(grid, row, Field.TRUSTED_FINGERPRINT, "Trusted SHA-256", "none");
    // Where it would be said what is wrong with the field: it is whole, or something is.
    grid.add(fingerprint(fields.control(Field.TRUSTED_FINGERPRINT)), 1, row * 2 - 1);
    row =
        fields.add(grid, row, Field.CLIENT_CERTIFICATE, "Client certificate", "none", this::browse);
    row = fields.add(grid, row, Field.CLIENT_KEY, "Private key", "in the same file", this::browse);
    CheckBox names = new CheckBox("The certificate must name the host");
    names.setId("editor-verify-hostname");
    names.selectedProperty().bindBidirectional(choices.verifyHostnameProperty());
    PeerEditor.addPlain(grid, row++, "", names);
    row =
        fields.add(grid, row, Field.SERVER_NAME, "Server name", "the host, if it is a name (SNI)");
    PeerEditor.addPlain(grid, row++, "TLS profile", profileChoice());
    PeerEditor.addPlain(grid, row, "", legacyWarning());
    getChildren().setAll(grid);
  }

  /** All of the fingerprint as it is read out on the telephone: its field has not enough room. */
  private static CopyableText fingerprint(TextField field) {
    CopyableText whole = new CopyableText("editor-fingerprint-whole");
    whole.getStyleClass().add("fingerprint");
    whole.setPrefWidth(Region.USE_COMPUTED_SIZE); // or a grid makes it a letter wide
    field
        .textProperty()
        .subscribe(
            text -> {
              String digits = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
              boolean isWhole = FINGERPRINT.matcher(digits).matches();
              whole.show(isWhole ? CertificateFacts.inTwoLines(digits) : "", digits);
              whole.setVisible(isWhole);
              whole.setManaged(isWhole);
            });
    return whole;
  }

  private ComboBox<TlsProfile> profileChoice() {
    profile.setId("editor-profile");
    profile.getItems().setAll(PROFILES);
    profile.setMaxWidth(Double.MAX_VALUE);
    profile.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable TlsProfile value) {
            return value == null ? "" : value.label();
          }

          @Override
          public TlsProfile fromString(String text) {
            throw new UnsupportedOperationException("it is chosen, not typed");
          }
        });
    choices.profileProperty().subscribe(profile::setValue);
    profile.setOnAction(_ -> choose(profile.getValue()));
    return profile;
  }

  private void choose(@Nullable TlsProfile chosen) {
    TlsProfile before = choices.profileProperty().get();
    if (chosen == null || chosen == before) {
      return;
    }
    if (chosen == TlsProfile.LEGACY && !confirmsLegacy()) {
      profile.setValue(before);
    } else {
      choices.profileProperty().set(chosen);
    }
  }

  private boolean confirmsLegacy() {
    ButtonType allow = new ButtonType("Allow it for this peer", ButtonBar.ButtonData.OTHER);
    Alert alert =
        new Alert(
            Alert.AlertType.WARNING,
            "TLS 1.0, TLS 1.1 and CBC cipher suites can be broken: RFC 8996, RFC 9325 and PS3.15"
                + " forbid them. Allow them only for an old device that supports nothing better, on"
                + " a network that you trust.\n\n"
                + "They are used only with this peer, and every result shows this in red.",
            allow,
            ButtonType.CANCEL);
    Placed.over(getScene().getWindow(), alert);
    alert.setTitle("Legacy TLS");
    alert.setHeaderText("Allow legacy TLS?");
    alert.getDialogPane().setId("confirm-legacy");
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().lookupButton(allow).setId("confirm-legacy-allow");
    // Enter alone allows nothing.
    ((Button) alert.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
    return alert.showAndWait().filter(allow::equals).isPresent();
  }

  private Label legacyWarning() {
    Label warning = new Label("⚠ " + TlsFacts.LEGACY_WARNING);
    warning.setId("editor-legacy");
    warning.getStyleClass().add("editor-fault");
    warning.setWrapText(true);
    warning
        .visibleProperty()
        .bind(choices.profileProperty().map(chosen -> chosen == TlsProfile.LEGACY));
    warning.managedProperty().bind(warning.visibleProperty());
    return warning;
  }

  private Button browse(TextField field) {
    Button button = new Button("Browse…");
    button.setId(field.getId() + "-browse");
    button.setTooltip(new Tooltip("Chooses the file"));
    button.setAccessibleText("Choose the file");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          Window owner = getScene().getWindow();
          FileQuestions.of(owner)
              .open(owner, "Certificates and keys", folder, KEY_FILES)
              .ifPresent(chosen -> field.setText(asWritten(chosen, folder)));
        });
    return button;
  }

  /** A file in the folder of the peers file goes with it wherever the folder goes. */
  static String asWritten(Path file, Path folder) {
    Path absolute = file.toAbsolutePath().normalize();
    Path from = folder.toAbsolutePath().normalize();
    return absolute.startsWith(from) ? from.relativize(absolute).toString() : absolute.toString();
  }
}
