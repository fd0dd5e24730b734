package org.echolot.ui.probe;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.echolot.probe.Cell;
import org.echolot.probe.Service;
import org.echolot.probe.ServiceMatrix;
import org.echolot.probe.Syntax;

/** The services of a peer by rows, and its transfer syntaxes by columns. */
final class MatrixTable extends TableView<MatrixTable.Line> {

  private static final double NAME_WIDTH = 230;
  private static final double ANSWER_WIDTH = 124;
  private static final double KIND_WIDTH = 60;

  /**
   * A service.
   *
   * @param cells one for each of its transfer syntaxes
   */
  record Line(Service service, List<Cell> cells) {

    /** What was answered, in words: the same for all of it, or that some are accepted. */
    String answer() {
      return ServiceMatrix.isAccepted(cells)
          ? "accepted"
          : cells.stream()
              .map(cell -> cell.answer().label())
              .distinct()
              .collect(Collectors.joining(", "));
    }

    /** How many transfer syntaxes of a kind are accepted, of those that were asked for. */
    String count(Syntax.Kind kind) {
      List<Cell> of = cells.stream().filter(cell -> cell.syntax().kind() == kind).toList();
      long good = of.stream().filter(cell -> cell.answer().isGood()).count();
      return of.isEmpty() ? "" : good == 0 ? "–" : good + "/" + of.size();
    }
  }

  MatrixTable() {
    setId("probe-matrix");
    setAccessibleText("Services by rows, transfer syntaxes by columns");
    setPlaceholder(new Label("Press Services to ask which services the peer accepts."));
    getColumns().add(column("Service", NAME_WIDTH, line -> line.service().name()));
    getColumns().add(column("Answer", ANSWER_WIDTH, Line::answer));
    for (Syntax.Kind kind : Syntax.Kind.values()) {
      getColumns().add(column(kind.label(), KIND_WIDTH, line -> line.count(kind)));
    }
  }

  private static TableColumn<Line, String> column(
      String head, double width, Function<Line, String> text) {
    TableColumn<Line, String> column = new TableColumn<>(head);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  /** Shows what was answered, what is accepted first. */
  void show(ServiceMatrix matrix) {
    Map<Boolean, List<Line>> lines =
        matrix.byService().entrySet().stream()
            .map(entry -> new Line(entry.getKey(), entry.getValue()))
            .collect(Collectors.partitioningBy(line -> ServiceMatrix.isAccepted(line.cells())));
    getItems().setAll(lines.getOrDefault(true, List.of()));
    getItems().addAll(lines.getOrDefault(false, List.of()));
  }
}
