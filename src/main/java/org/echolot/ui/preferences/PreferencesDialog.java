package org.echolot.ui.preferences;

import atlantafx.base.theme.Styles;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.Theme;
import org.echolot.ui.Pages;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.preferences.PreferencesModel.Field;
import org.jspecify.annotations.Nullable;

/** The dialog with all that is chosen once: how the window looks, how checks run, who may call. */
public final class PreferencesDialog extends BorderPane {

  private static final double WIDTH = 680;
  private static final double HEIGHT = 520;

  private final PreferencesModel model;
  private final PreferencesForm form;
  private final TlsFilesCheck files;
  private final Pages pages;
  private final Runnable close;
  private @Nullable Preferences accepted;

  private PreferencesDialog(
      PreferencesModel model,
      boolean titleIsFixed,
      Region callers,
      TlsFilesCheck files,
      Runnable close) {
    this.model = model;
    this.files = files;
    this.form = new PreferencesForm(model);
    this.close = close;
    this.pages = new Pages("preferences", close);
    setId("preferences");
    getStylesheets().add(Stylesheets.look());
    pages.add("preferences-checks", "Checks", checks(titleIsFixed));
    pages.add("preferences-look", "Look", look());
    pages.add("preferences-server", "Echo server", server());
    pages.add("preferences-callers", "Who called", callers);
    pages.add("preferences-history", "History", history());
    markPage("preferences-checks", Field.CALLING_AE, Field.RELEASE_TIMEOUT);
    markPage("preferences-server", Field.LISTENER_AE, Field.LISTENER_TRUSTED);
    markPage("preferences-history", Field.KEPT_DAYS, Field.HOURS_KEPT_DAYS);
    setCenter(pages);
    setBottom(buttons());
  }

  /**
   * Shows the dialog and waits until it is closed.
   *
   * @param titleIsFixed whether our AE title can't be changed, since the peers file can't
   * @param callers tells who called the echo server
   * @param files reads the files for TLS
   * @return what is to hold from now on; empty if the user cancelled
   */
  public static Optional<Preferences> show(
      Window owner,
      PreferencesModel model,
      boolean titleIsFixed,
      Region callers,
      TlsFilesCheck files) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("Preferences");
    PreferencesDialog dialog =
        new PreferencesDialog(model, titleIsFixed, callers, files, stage::close);
    stage.setScene(new Scene(dialog, WIDTH, HEIGHT));
    stage.setMinWidth(480);
    stage.setMinHeight(360);
    Placed.over(owner, stage, WIDTH, HEIGHT);
    stage.setOnShown(
        _ -> {
          TextField first =
              dialog.form.control(titleIsFixed ? Field.PARALLELISM : Field.CALLING_AE);
          first.requestFocus();
        });
    stage.showAndWait();
    if (dialog.accepted == null) {
      model.cancel();
    }
    return Optional.ofNullable(dialog.accepted);
  }

  private void markPage(String page, Field first, Field last) {
    EnumSet<Field> fields = EnumSet.range(first, last);
    fields.forEach(
        field ->
            model
                .faultProperty(field)
                .subscribe(
                    _ ->
                        pages.setWrong(
                            page,
                            fields.stream()
                                .anyMatch(each -> model.faultProperty(each).get() != null))));
  }

  private GridPane checks(boolean titleIsFixed) {
    GridPane grid = PreferencesForm.grid();
    form.add(grid, Field.CALLING_AE, "Our AE title");
    form.control(Field.CALLING_AE).setDisable(titleIsFixed);
    PreferencesForm.addHint(
        grid,
        titleIsFixed
            ? "It is kept in the peers file, which cannot be changed now."
            : "We call peers by this title, unless a peer has its own calling AE title.");
    form.add(grid, Field.PARALLELISM, "Checks at once");
    PreferencesForm.add(
        grid,
        box("preferences-probes-tls", "Probe silent peers for TLS", model.probesTlsProperty()));
    PreferencesForm.addTitle(grid, "Timeouts, for peers without their own");
    form.add(grid, Field.CONNECT_TIMEOUT, "Connect");
    form.add(grid, Field.TLS_TIMEOUT, "TLS handshake");
    form.add(grid, Field.ASSOCIATE_TIMEOUT, "Associate");
    form.add(grid, Field.ECHO_TIMEOUT, "Echo");
    form.add(grid, Field.RELEASE_TIMEOUT, "Release");
    return grid;
  }

  private GridPane look() {
    GridPane grid = PreferencesForm.grid();
    PreferencesForm.addChoice(
        grid,
        "Theme",
        choice(
            "preferences-theme",
            List.of(Theme.values()),
            model.themeProperty(),
            PreferencesDialog::words));
    PreferencesForm.add(
        grid, box("preferences-compact", "Compact rows in the list", model.compactProperty()));
    PreferencesForm.addHint(grid, "This is shown at once; Cancel sets it back.");
    return grid;
  }

  private GridPane server() {
    GridPane grid = PreferencesForm.grid();
    form.add(grid, Field.LISTENER_AE, "AE title");
    form.add(grid, Field.LISTENER_PORT, "Port");
    PreferencesForm.addChoice(
        grid,
        "Who can call it",
        choice(
            "preferences-address",
            model.addresses(),
            model.addressProperty(),
            PreferencesDialog::who));
    Label reach = PreferencesForm.addHint(grid, "");
    reach.setId("preferences-reach");
    reach.textProperty().bind(model.reachProperty());
    PreferencesForm.add(
        grid,
        box("preferences-any-called", "Answer to any called AE title", model.anyCalledProperty()));
    PreferencesForm.add(
        grid,
        box(
            "preferences-starts-with-window",
            "Start it when Echolot opens",
            model.startsWithWindowProperty()));
    PreferencesForm.add(grid, box("preferences-tls", "Speak TLS", model.tlsProperty()));
    grid.add(security(), 0, grid.getRowCount(), 2, 1);
    return grid;
  }

  /** The files for TLS, where it is on. */
  private GridPane security() {
    GridPane grid = PreferencesForm.grid();
    grid.getStyleClass().remove("editor-form");
    form.addFile(grid, Field.LISTENER_CERTIFICATE, "Certificate to send", "PEM or PKCS #12");
    form.addFile(grid, Field.LISTENER_KEY, "Private key", "in the same file");
    form.addFile(grid, Field.LISTENER_TRUSTED, "Callers signed by", "callers are not asked");
    grid.add(filesFault(), 0, grid.getRowCount(), 2, 1);
    PreferencesForm.add(
        grid,
        box(
            "preferences-requires-certificate",
            "Refuse callers without a certificate",
            model.requiresCertificateProperty()));
    grid.visibleProperty().bind(model.tlsProperty());
    grid.managedProperty().bind(model.tlsProperty());
    return grid;
  }

  /** What only reading the files tells. It does not keep anybody from choosing them. */
  private Label filesFault() {
    Label fault = new Label();
    fault.setId("preferences-tls-fault");
    fault.getStyleClass().add("editor-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    files
        .faultProperty()
        .subscribe(
            text -> {
              fault.setText(text.isEmpty() ? "" : "✗ " + text);
              fault.setVisible(!text.isEmpty());
              fault.setManaged(!text.isEmpty());
            });
    model.follow(files);
    return fault;
  }

  private GridPane history() {
    GridPane grid = PreferencesForm.grid();
    form.add(grid, Field.KEPT_DAYS, "Days to keep each result");
    form.add(grid, Field.HOURS_KEPT_DAYS, "Days to keep hourly figures");
    PreferencesForm.addHint(
        grid,
        "Holds from the next start. What is older is deleted then; what a peer looked like when it"
            + " last worked is kept as long as the hourly figures.");
    return grid;
  }

  /** What a theme is called. */
  public static String words(Theme theme) {
    return switch (theme) {
      case SYSTEM -> "Same as the system";
      case LIGHT -> "Light";
      case DARK -> "Dark";
      case CONTRAST -> "High contrast";
    };
  }

  private static String who(String address) {
    return switch (address) {
      case ListenerSettings.LOOPBACK -> "Only this computer (127.0.0.1)";
      case ListenerSettings.ALL -> "Every computer that reaches this one (all addresses)";
      default -> "Computers that reach " + address;
    };
  }

  private static CheckBox box(String id, String words, BooleanProperty chosen) {
    CheckBox box = new CheckBox(words);
    box.setId(id);
    box.selectedProperty().bindBidirectional(chosen);
    return box;
  }

  private static <T> ComboBox<T> choice(
      String id, List<T> all, ObjectProperty<T> chosen, Function<T, String> words) {
    ComboBox<T> choice = new ComboBox<>();
    choice.setId(id);
    choice.getItems().setAll(all);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("it is chosen, not typed");
          }
        });
    choice.valueProperty().bindBidirectional(chosen);
    return choice;
  }

  private HBox buttons() {
    Button cancel = new Button("Cancel");
    cancel.setId("preferences-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> close.run());
    Button ok = new Button("OK");
    ok.setId("preferences-ok");
    ok.setDefaultButton(true);
    ok.getStyleClass().add(Styles.ACCENT);
    ok.setOnAction(_ -> accept());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, cancel, ok);
    buttons.getStyleClass().add("editor-buttons");
    return buttons;
  }

  private void accept() {
    Optional<Preferences> chosen = model.accept();
    if (chosen.isPresent()) {
      accepted = chosen.get();
      close.run();
    } else {
      model
          .firstFault()
          .map(form::control)
          .ifPresent(
              wrong -> {
                pages.showWith(wrong);
                wrong.requestFocus();
              });
    }
  }
}
