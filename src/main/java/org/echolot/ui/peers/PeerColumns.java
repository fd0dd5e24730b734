package org.echolot.ui.peers;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.echolot.check.CheckResult;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;

/** The columns of the list of peers. */
final class PeerColumns {

  private PeerColumns() {}

  /** How the peer stands, as a mark. */
  static TableColumn<PeerRow, Status> status() {
    TableColumn<PeerRow, Status> column = new TableColumn<>();
    column.setId("status");
    Label title = new Label("");
    title.setTooltip(new Tooltip("Status of the peer"));
    column.setGraphic(title);
    column.setText("State"); // for the menu of columns; the header has no room for it
    column.setReorderable(false);
    column.setMinWidth(34);
    column.setMaxWidth(34);
    column.setCellValueFactory(features -> features.getValue().statusProperty());
    column.setCellFactory(_ -> new StatusCell());
    // What fails comes first.
    column.setComparator(Comparator.comparingInt(PeerColumns::urgency));
    return column;
  }

  private static int urgency(Status status) {
    return switch (status) {
      case FAILED -> 0;
      case WARNING -> 1;
      case RUNNING, WAITING -> 2;
      case CANCELLED -> 3;
      case NEVER_CHECKED -> 4;
      case OK -> 5;
    };
  }

  /** Something of the peer, as text. */
  static TableColumn<PeerRow, String> text(String id, String title, Function<Peer, String> textOf) {
    return text(id, title, textOf, OverrunStyle.ELLIPSIS);
  }

  /** The same, where the end of a text that has no room is worth as much as its beginning. */
  static TableColumn<PeerRow, String> textWithEnd(
      String id, String title, Function<Peer, String> textOf) {
    return text(id, title, textOf, OverrunStyle.CENTER_ELLIPSIS);
  }

  private static TableColumn<PeerRow, String> text(
      String id, String title, Function<Peer, String> textOf, OverrunStyle overrun) {
    TableColumn<PeerRow, String> column = new TableColumn<>(title);
    column.setId(id);
    column.setCellValueFactory(features -> features.getValue().peerProperty().map(textOf));
    column.setCellFactory(_ -> new TextCell(overrun));
    column.setComparator(new NaturalOrder());
    return column;
  }

  static String hostAndPort(Peer peer) {
    return peer.hostAndPort() + tlsMark(peer);
  }

  static String tlsMark(Peer peer) {
    PeerTls tls = peer.tls();
    if (tls == null) {
      return "";
    }
    return tls.profile() == TlsProfile.LEGACY ? "  legacy TLS" : "  TLS";
  }

  /** When the first certificate of the peer's chain ends. */
  static TableColumn<PeerRow, CertificateEnd> certificate() {
    TableColumn<PeerRow, CertificateEnd> column = new TableColumn<>("Certificate");
    column.setId("certificate");
    column.setMinWidth(84);
    column.setCellValueFactory(features -> features.getValue().certificateEndProperty());
    column.setCellFactory(_ -> new CertificateCell());
    column.setComparator(CertificateEnd::compare);
    return column;
  }

  /** What the last check found, with the recent echo times. */
  static TableColumn<PeerRow, PeerRow> lastResult() {
    TableColumn<PeerRow, PeerRow> column = new TableColumn<>("Last result");
    column.setId("lastResult");
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new ResultCell());
    column.setComparator(
        Comparator.comparingInt((PeerRow row) -> urgency(row.status()))
            .thenComparing(PeerColumns::echoTime)
            .thenComparing(row -> ResultWords.of(row).toLowerCase(Locale.ROOT)));
    return column;
  }

  /** Zero where the peer did not answer: those are told apart by their words. */
  private static Duration echoTime(PeerRow row) {
    CheckResult result = row.lastResult();
    boolean answers = row.status() == Status.OK || row.status() == Status.WARNING;
    return answers && result != null ? result.echoTime().orElse(Duration.ZERO) : Duration.ZERO;
  }

  private static final class StatusCell extends TableCell<PeerRow, Status> {

    private final Tooltip tooltip = new Tooltip();

    @Override
    protected void updateItem(@Nullable Status status, boolean empty) {
      super.updateItem(status, empty);
      getStyleClass().removeIf(name -> name.startsWith("status-"));
      if (empty || status == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      StatusLook look = StatusLook.of(status);
      setText(look.mark());
      setAccessibleText(look.words());
      tooltip.setText(look.words());
      setTooltip(tooltip);
      getStyleClass().add(look.styleClass());
    }
  }

  private static final class CertificateCell extends TableCell<PeerRow, CertificateEnd> {

    private final Tooltip tooltip = new Tooltip();

    @Override
    protected void updateItem(@Nullable CertificateEnd end, boolean empty) {
      super.updateItem(end, empty);
      getStyleClass().removeIf(name -> name.startsWith("status-"));
      if (empty || end == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      setText(end.text());
      setAccessibleText(end.explanation());
      tooltip.setText(end.explanation());
      setTooltip(tooltip);
      getStyleClass().add(end.styleClass());
    }
  }

  private static final class TextCell extends TableCell<PeerRow, String> {

    private final Tooltip tooltip = new Tooltip();

    TextCell(OverrunStyle overrun) {
      setTextOverrun(overrun);
      textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      tooltip.setText(empty ? "" : text);
    }
  }

  /** Follows the row that it shows while it is shown. */
  private static final class ResultCell extends TableCell<PeerRow, PeerRow> {

    private final Label words = new Label();
    private final Label legacy = new Label("legacy TLS", new Label("⚠"));
    private final Sparkline sparkline = new Sparkline();
    private final HBox content;
    private Subscription toRow = Subscription.EMPTY;

    ResultCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      words.setMinWidth(40);
      Tooltip tooltip = new Tooltip();
      tooltip.textProperty().bind(words.textProperty());
      words.textTruncatedProperty().subscribe(cut -> words.setTooltip(cut ? tooltip : null));
      legacy.getStyleClass().add("status-failed");
      legacy.getGraphic().getStyleClass().add("status-failed");
      legacy.setTooltip(new Tooltip(TlsFacts.LEGACY_WARNING));
      // Where there is no room for the words, their sign stays.
      legacy.setMinWidth(24);
      content = new HBox(6, words, legacy, gap, sparkline);
      content.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PeerRow row, boolean empty) {
      super.updateItem(row, empty);
      toRow.unsubscribe();
      toRow = Subscription.EMPTY;
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      setGraphic(content);
      toRow =
          Subscription.combine(
              row.statusProperty().subscribe(_ -> show(row)),
              row.runningStageProperty().subscribe((_, _) -> show(row)),
              row.lastResultProperty().subscribe((_, _) -> show(row)));
    }

    private void show(PeerRow row) {
      StatusLook look = StatusLook.of(row.status());
      words.setText(ResultWords.of(row));
      words.getStyleClass().setAll("label", look.styleClass());
      legacy.setVisible(ResultWords.isLegacy(row));
      legacy.setManaged(legacy.isVisible());
      sparkline.show(row.recentEchoTimes());
      boolean answers = row.status() == Status.OK || row.status() == Status.WARNING;
      sparkline.setVisible(answers && row.recentEchoTimes().size() >= Sparkline.LEAST);
      sparkline.setManaged(sparkline.isVisible());
    }
  }
}
