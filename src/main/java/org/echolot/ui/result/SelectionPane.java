package org.echolot.ui.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.CheckAction;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.PeerAction;
import org.echolot.ui.action.TicketAction;
import org.echolot.ui.peers.PeerCounts;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerRow.Status;
import org.echolot.ui.peers.ResultWords;
import org.echolot.ui.peers.StatusLook;

/**
 * How several selected peers stand, by what was found, in the place of the result of one. Not there
 * while one is selected, or none.
 */
public final class SelectionPane extends VBox {

  /** The most names that are listed behind one finding. */
  private static final int MOST_NAMES = 12;

  private final Label title = new Label();
  private final Button edit = new Button("Edit…");
  private final GridPane table = new GridPane();

  /**
   * @param selected the peers that are selected
   * @param counts change whenever one of them may stand otherwise
   */
  public SelectionPane(
      ObservableValue<List<PeerRow>> selected,
      ObservableValue<PeerCounts> counts,
      Actions actions) {
    setId("selection-pane");
    getStyleClass().add("selection-pane");
    title.setId("selection-title");
    title.getStyleClass().add("result-name");
    title.setWrapText(true);
    Button check = new Button("Check these");
    check.setId("selection-check");
    check.getStyleClass().add("accent");
    check.setOnAction(_ -> actions.perform(CheckAction.ECHO));
    Button copy = new Button("Copy with results");
    copy.setId("selection-copy");
    copy.setOnAction(_ -> actions.perform(PeerAction.COPY));
    edit.setId("selection-edit");
    edit.setOnAction(_ -> actions.perform(PeerAction.EDIT));
    if (actions.deed(PeerAction.EDIT) instanceof Deed.Command command) {
      edit.disableProperty().bind(command.enabled().map(on -> !on));
    }
    Button ticket = new Button("Copy one ticket");
    ticket.setId("selection-ticket");
    ticket.setTooltip(new Tooltip("Copies the findings about all of them, as one text"));
    ticket.setOnAction(_ -> actions.perform(TicketAction.COPY));
    FlowPane buttons = new FlowPane(8, 8, check, edit, ticket, copy);
    table.getStyleClass().add("selection-table");
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setMinWidth(32);
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints(0, 0, Double.MAX_VALUE);
    names.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(numbers, words, names);
    getChildren().setAll(title, buttons, table);
    selected.subscribe(this::show);
    counts.subscribe(_ -> show(selected.getValue()));
  }

  private void show(List<PeerRow> rows) {
    boolean several = rows.size() > 1;
    setVisible(several);
    setManaged(several);
    if (several) {
      long failing = rows.stream().filter(row -> row.verdict() == Status.FAILED).count();
      title.setText(String.format(Locale.ROOT, "%d peers · %d failing", rows.size(), failing));
      edit.setText(String.format(Locale.ROOT, "Edit %d…", rows.size()));
      fill(rows);
    }
  }

  private void fill(List<PeerRow> rows) {
    Map<String, List<PeerRow>> findings = new LinkedHashMap<>();
    List<PeerRow> worstFirst = new ArrayList<>(rows);
    worstFirst.sort(Comparator.comparingInt(row -> rank(row.verdict())));
    for (PeerRow row : worstFirst) {
      findings.computeIfAbsent(ResultWords.kind(row), _ -> new ArrayList<>()).add(row);
    }
    table.getChildren().clear();
    int line = 0;
    for (Map.Entry<String, List<PeerRow>> finding : findings.entrySet()) {
      List<PeerRow> found = finding.getValue();
      Label count = new Label(String.valueOf(found.size()));
      Label words = new Label(finding.getKey());
      words.getStyleClass().add(StatusLook.of(found.getFirst().verdict()).styleClass());
      Label names = new Label(names(found));
      names.setWrapText(true);
      table.addRow(line++, count, words, names);
      GridPane.setValignment(count, VPos.TOP);
      GridPane.setValignment(words, VPos.TOP);
    }
  }

  private static int rank(Status verdict) {
    return switch (verdict) {
      case FAILED -> 0;
      case WARNING -> 1;
      case CANCELLED, NEVER_CHECKED, WAITING, RUNNING -> 2;
      case OK -> 3;
    };
  }

  private static String names(List<PeerRow> rows) {
    String shown =
        rows.stream()
            .limit(MOST_NAMES)
            .map(row -> row.peer().name())
            .collect(Collectors.joining(", "));
    int more = rows.size() - MOST_NAMES;
    return more > 0 ? shown + String.format(Locale.ROOT, " and %d more", more) : shown;
  }
}
