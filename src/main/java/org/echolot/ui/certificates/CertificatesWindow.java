package org.echolot.ui.certificates;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.history.CertificateCalendar.Entry;
import org.echolot.history.CertificateCalendar.Kind;
import org.echolot.text.Escapes;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The certificate calendar: what ends when, by month, beside the main window. */
public final class CertificatesWindow extends BorderPane {

  /**
   * What the window asks of the one beside it.
   *
   * @param show shows the peers of a certificate in the list
   * @param target asks where to save
   * @param save writes lines to a file
   */
  public record Deeds(
      Consumer<List<String>> show,
      Supplier<Optional<Path>> target,
      Function<Path, Consumer<List<Entry>>> save) {}

  private static final double WIDTH = 1000;
  private static final double HEIGHT = 520;
  private static final int FIND_COLUMNS = 22;
  private static final int SOON_DAYS = 30;
  private static final String ALL = "All certificates";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /**
   * A line of the table.
   *
   * @param month empty where the line above has the same
   */
  private record Line(String month, Entry entry, Instant now) {

    String left() {
      long days = entry.daysLeft(now);
      return days < 0 ? "expired" : days + (days == 1 ? " day" : " days");
    }

    String styleClass() {
      long days = entry.daysLeft(now);
      return days < 0 ? "status-failed" : days < SOON_DAYS ? "status-warning" : "status-ok";
    }
  }

  private final CertificatesModel model;
  private final Deeds deeds;
  private final TableView<Line> table = new TableView<>();
  private final Label counts = new Label();

  private CertificatesWindow(CertificatesModel model, Deeds deeds) {
    this.model = model;
    this.deeds = deeds;
    setId("certificates-window");
    getStylesheets().add(Stylesheets.look());
    counts.setId("certificates-counts");
    setTop(bar());
    setCenter(table());
    model.shownProperty().subscribe(this::show);
    model.loadingProperty().subscribe(_ -> show(model.shownProperty().get()));
  }

  private HBox bar() {
    ComboBox<String> kinds = new ComboBox<>();
    kinds.setId("certificates-kind");
    kinds.setAccessibleText("Whose certificates are shown");
    kinds.getItems().add(ALL);
    kinds.getItems().addAll(Stream.of(Kind.values()).map(CertificatesWindow::words).toList());
    kinds.setValue(ALL);
    kinds.valueProperty().subscribe(chosen -> model.kindProperty().set(kindOf(chosen)));
    TextField find = new TextField();
    find.setId("certificates-find");
    find.setPromptText("Search subject, issuer, peer");
    find.setPrefColumnCount(FIND_COLUMNS);
    find.setAccessibleText("Search the certificates");
    find.textProperty().bindBidirectional(model.findProperty());
    Button csv = new Button("Save CSV…");
    csv.setId("certificates-csv");
    csv.setTooltip(new Tooltip("Saves the certificates that are shown"));
    csv.setOnAction(
        _ ->
            deeds
                .target()
                .get()
                .ifPresent(file -> deeds.save().apply(file).accept(model.shownProperty().get())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(kinds, find, gap, counts, csv);
    bar.getStyleClass().add("events-bar");
    return bar;
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case PEER -> "Of peers";
      case ISSUER -> "Of issuers";
      case OURS -> "Our own";
    };
  }

  private static @Nullable Kind kindOf(@Nullable String words) {
    return Stream.of(Kind.values())
        .filter(kind -> words(kind).equals(words))
        .findFirst()
        .orElse(null);
  }

  private TableView<Line> table() {
    table.setId("certificates");
    table.setAccessibleText("Certificates, by when they end");
    table.getStyleClass().add(Styles.DENSE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                column("Month", 120, Line::month),
                column("Ends (UTC)", 95, line -> day(line.entry())),
                left(),
                column("Whose", 70, line -> line.entry().kind().label()),
                column("Subject", 220, line -> Escapes.oneLine(line.entry().facts().subject())),
                column("Issuer", 180, line -> Escapes.oneLine(line.entry().facts().issuer())),
                column("Peers", 160, line -> peers(line.entry()))));
    table.getColumns().forEach(column -> column.setSortable(false));
    table.setRowFactory(
        _ -> {
          TableRow<Line> row = new TableRow<>();
          row.setOnMouseClicked(
              click -> {
                if (click.getClickCount() == 2 && row.getItem() != null) {
                  deeds.show().accept(row.getItem().entry().peers());
                }
              });
          return row;
        });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Line selected = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null) {
            deeds.show().accept(selected.entry().peers());
            event.consume();
          }
        });
    return table;
  }

  private static String peers(Entry entry) {
    return Escapes.oneLine(String.join(", ", entry.peers()));
  }

  private static LocalDate end(Entry entry) {
    return LocalDate.ofInstant(entry.facts().notAfter(), ZoneOffset.UTC);
  }

  private static String day(Entry entry) {
    return end(entry).toString();
  }

  private static TableColumn<Line, String> column(
      String title, double width, Function<Line, String> text) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    return column;
  }

  private static TableColumn<Line, Line> left() {
    TableColumn<Line, Line> column = new TableColumn<>("Left");
    column.setPrefWidth(80);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                getStyleClass().removeIf(name -> name.startsWith("status-"));
                setText(empty || line == null ? null : line.left());
                if (!empty && line != null) {
                  getStyleClass().add(line.styleClass());
                }
              }
            });
    return column;
  }

  private void show(List<Entry> entries) {
    Instant now = Instant.now();
    List<Line> lines = new ArrayList<>();
    String before = "";
    for (Entry entry : entries) {
      String month = MONTH.format(end(entry));
      lines.add(new Line(month.equals(before) ? "" : month, entry, now));
      before = month;
    }
    table.getItems().setAll(lines);
    long soon = model.soon(now);
    counts.setText(
        String.format(
            Locale.ROOT,
            "%d %s, %d within %d days",
            lines.size(),
            lines.size() == 1 ? "certificate" : "certificates",
            soon,
            SOON_DAYS));
    table.setPlaceholder(
        new Label(
            model.loadingProperty().get()
                ? "Looking…"
                : "No certificate. Check a peer that uses TLS."));
  }

  /** Shows the window, and loads what it shows. */
  public static void show(Window owner, CertificatesModel model, Deeds deeds) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Certificates");
    CertificatesWindow window = new CertificatesWindow(model, deeds);
    Scene scene = new Scene(window, WIDTH, HEIGHT);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    Placed.over(owner, stage, WIDTH, HEIGHT);
    stage.show();
    window.table.requestFocus();
    model.load();
  }
}
