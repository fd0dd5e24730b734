package org.echolot.ui.watch;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.text.Escapes;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** What happened to the watched peers, the newest first, beside the main window. */
public final class EventsWindow extends BorderPane {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private EventsWindow(WatchModel model) {
    setId("events-window");
    getStylesheets().add(Stylesheets.look());
    ListView<WatchEvent> list = new ListView<>(model.events());
    list.setId("events");
    list.setAccessibleText("What happened to the watched peers");
    list.setPlaceholder(
        new Label("Nothing yet. Select peers and choose Peer > Watch to have them checked."));
    list.setCellFactory(_ -> new EventCell());
    setCenter(list);
  }

  /** Shows the window. */
  public static void show(Window owner, WatchModel model) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Watch events");
    Scene scene = new Scene(new EventsWindow(model), 760, 420);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    Placed.over(owner, stage, 760, 420);
    stage.show();
  }

  private static final class EventCell extends ListCell<WatchEvent> {
    @Override
    protected void updateItem(@Nullable WatchEvent event, boolean empty) {
      super.updateItem(event, empty);
      setText(
          empty || event == null
              ? null
              : TIME.format(event.at()) + "   " + Escapes.oneLine(event.text()));
    }
  }
}
