package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How many lines were dropped, and how the saving goes. Takes no room where there is nothing. */
final class NoticeBar extends HBox {

  private final Label dropped = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Label notice = new Label();
  private final Button dismiss;

  NoticeBar(ConsoleModel model) {
    LogSave saving = model.saving();
    dismiss = Controls.button("console-notice-dismiss", "", Feather.X, "Dismiss", saving::dismiss);
    getStyleClass().add("console-notices");
    setAlignment(Pos.CENTER_LEFT);
    dropped.setId("console-dropped");
    dropped.getStyleClass().add(Styles.TEXT_MUTED);
    progress.setId("console-save-progress");
    progress.setAccessibleText("Saving");
    notice.setId("console-notice");
    notice.setWrapText(true);
    getChildren().addAll(dropped, progress, notice, dismiss);
    getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    visibleProperty()
        .bind(
            dropped.visibleProperty().or(progress.visibleProperty()).or(notice.visibleProperty()));
    managedProperty().bind(visibleProperty());
    dismiss.visibleProperty().bind(notice.visibleProperty());

    model.droppedProperty().subscribe(count -> showDropped(count.longValue()));
    saving.progressProperty().subscribe(done -> showProgress(done.doubleValue()));
    saving.noticeProperty().subscribe(this::show);
  }

  private void showDropped(long count) {
    dropped.setVisible(count > 0);
    dropped.setText(
        String.format(
            Locale.ROOT,
            "… %,d older lines dropped; the last %,d are kept",
            count,
            ConsoleModel.CAPACITY));
  }

  private void showProgress(double done) {
    progress.setVisible(done != LogSave.IDLE);
    progress.setProgress(done);
  }

  private void show(LogSave.@Nullable Notice shown) {
    notice.setVisible(shown != null);
    notice.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS);
    if (shown != null) {
      notice.setText((shown.failed() ? "✗ " : "✓ ") + shown.text());
      notice.getStyleClass().add(shown.failed() ? Styles.DANGER : Styles.SUCCESS);
    }
  }
}
