package org.echolot.ui.listener;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** Who called, a row for each, the newest first. */
final class CallTable extends TableView<Call> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final double ROW_HEIGHT = 30;

  /**
   * @param peerOf the name of the saved peer that calls; empty where it is none
   */
  CallTable(ObservableList<Call> calls, Function<Call, String> peerOf) {
    super(calls);
    setId("calls");
    setFixedCellSize(ROW_HEIGHT);
    setAccessibleText("Who called, the newest first");
    setPlaceholder(
        new Label("Nobody has called yet. Start to listen, and have a device call this computer."));
    getColumns().add(column("Time", 84, call -> TIME.format(call.startedAt())));
    TableColumn<Call, String> result = column("Result", 176, CallLook::result);
    result.setCellFactory(_ -> new ResultCell());
    getColumns().add(result);
    getColumns().add(column("Peer", 120, peerOf));
    getColumns().add(column("From", 150, call -> AddressText.of(call.from())));
    getColumns().add(column("Calling AE", 120, Call::callingAe));
    getColumns().add(column("Called AE", 120, Call::calledAe));
    getColumns().add(column("Implementation", 150, Call::implementation));
    getColumns().add(column("Answer", 420, CallFacts::summary));
  }

  private static TableColumn<Call, String> column(
      String head, double width, Function<Call, String> text) {
    TableColumn<Call, String> column = new TableColumn<>(head);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Escapes.oneLine(text.apply(row.getValue()))));
    return column;
  }

  private static final class ResultCell extends TableCell<Call, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      Call call = empty ? null : getTableRow().getItem();
      getStyleClass().removeIf(style -> style.startsWith("status-"));
      if (call != null) {
        getStyleClass().add(CallLook.style(call));
      }
    }
  }
}
