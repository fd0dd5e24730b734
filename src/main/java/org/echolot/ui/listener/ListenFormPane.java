package org.echolot.ui.listener;

import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.echolot.text.DurationText;
import org.echolot.ui.FileQuestions;
import org.jspecify.annotations.Nullable;

/** What the user sets before listening, and what keeps it from being done. */
final class ListenFormPane extends VBox {

  private static final double WIDTH = 300;

  ListenFormPane(ReverseModel model) {
    super(6);
    ListenForm form = model.form();
    setId("listen-form");
    setPadding(new Insets(12));
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    VBox fields =
        new VBox(
            6,
            named("Our AE title", field("listen-ae", form.ae)),
            checked("listen-any", "Accept every called AE title", form.anyCalled),
            named("Port", field("listen-port", form.port)),
            named("Can be called by", choice("listen-reach", Reach.all(), form.reach)),
            named("Callers are treated so", choice("listen-conduct", Conduct.all(), form.conduct)),
            named("Stops after", times(form)),
            tls(form));
    fields.disableProperty().bind(model.runningProperty());
    Label warning = wrapping("listen-warning", "status-warning");
    warning.textProperty().bind(Bindings.createStringBinding(form::warning, form.reach, form.time));
    Label fault = wrapping("listen-fault", "status-failed");
    fault
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.faultProperty().get().isEmpty()
                        ? form.fault().get()
                        : model.faultProperty().get(),
                form.fault(),
                model.faultProperty()));
    Label status = wrapping("listen-status", "status-ok");
    status.textProperty().bind(model.statusProperty());
    for (Label label : List.of(warning, fault, status)) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    getChildren()
        .setAll(fields, warning, fault, password(model), freePort(model), buttons(model), status);
  }

  private static Label wrapping(String id, String style) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static Node named(String name, Node control) {
    Label label = new Label(name);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    if (control instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    return new VBox(2, label, control);
  }

  private static TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static CheckBox checked(String id, String words, Property<Boolean> on) {
    CheckBox box = new CheckBox(words);
    box.setId(id);
    box.selectedProperty().bindBidirectional(on);
    return box;
  }

  private static <T> ComboBox<T> choice(String id, List<T> choices, Property<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private static Node times(ListenForm form) {
    ChoiceBox<Duration> box = new ChoiceBox<>();
    box.setId("listen-time");
    box.getItems().setAll(ListenForm.TIMES);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Duration time) {
            return time == null ? "" : DurationText.inWords(time);
          }

          @Override
          public Duration fromString(String text) {
            return DurationText.parse(text);
          }
        });
    box.valueProperty().bindBidirectional(form.time);
    return box;
  }

  private Node tls(ListenForm form) {
    VBox files =
        new VBox(
            6,
            named(
                "Certificate to show, with its key", file("listen-certificate", form.certificate)),
            named("Key, if it is in another file", file("listen-key", form.key)),
            named("Accept callers' certificates signed by", file("listen-trusted", form.trusted)),
            checked(
                "listen-requires",
                "Refuse callers without a certificate",
                form.requiresCertificate));
    files.visibleProperty().bind(form.tls);
    files.managedProperty().bind(form.tls);
    return new VBox(6, checked("listen-tls", "Use TLS", form.tls), files);
  }

  private Node file(String id, StringProperty path) {
    TextField field = field(id, path);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button choose = new Button("…");
    choose.setId(id + "-choose");
    choose.setAccessibleText("Choose the file");
    choose.setOnAction(
        _ -> {
          Window owner = getScene().getWindow();
          FileQuestions.of(owner)
              .open(owner, "Certificates and keys", null, List.of())
              .ifPresent(chosen -> path.set(chosen.toString()));
        });
    return new HBox(4, field, choose);
  }

  private static Node password(ReverseModel model) {
    PasswordField field = new PasswordField();
    field.setId("listen-password");
    Button use = new Button("Use the password");
    use.setId("listen-password-use");
    use.setOnAction(
        _ -> {
          char[] typed = field.getText().toCharArray();
          field.clear();
          model.startWith(typed);
        });
    VBox box = new VBox(4, named("Password of the file", field), use);
    box.visibleProperty().bind(model.lacksPasswordProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private static Node freePort(ReverseModel model) {
    Button button = new Button();
    button.setId("listen-free-port");
    model
        .freePortProperty()
        .subscribe(
            port -> {
              button.setVisible(port.isPresent());
              button.setManaged(port.isPresent());
              port.ifPresent(number -> button.setText("Listen on port " + number + " instead"));
            });
    button.setOnAction(_ -> model.startOnFreePort());
    return button;
  }

  private static Node buttons(ReverseModel model) {
    Button start = new Button();
    start.setId("listen-start");
    start.getStyleClass().add("accent");
    start
        .textProperty()
        .bind(model.form().reach.map(reach -> reach.isOpen() ? "Listen on the network" : "Listen"));
    start.disableProperty().bind(model.runningProperty().or(model.form().fault().isNotEmpty()));
    start.setOnAction(_ -> model.start());
    Button stop = new Button("Stop");
    stop.setId("listen-stop");
    stop.disableProperty().bind(model.runningProperty().not());
    stop.setOnAction(_ -> model.stop());
    return new HBox(8, start, stop);
  }
}
