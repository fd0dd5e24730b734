package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Place;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How many lines were dropped, and how the saving goes. Takes no room where there is nothing. */
final class ConsoleNoticeBar extends HBox {

  private final Label only = new Label();
  private final Label dropped = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Label notice = new Label();
  private final Button dismiss;

  ConsoleNoticeBar(ConsoleModel model, Actions actions) {
    LogSave saving = model.saving();
    dismiss = Controls.button("console-notice-dismiss", "", Feather.X, "Dismiss", saving::dismiss);
    ButtonBase all = Controls.button(actions, ConsoleAction.ALL_CHECKS, Place.CONSOLE_NOTICE);
    only.setId("console-only");
    getStyleClass().add("console-notices");
    setAlignment(Pos.CENTER_LEFT);
    dropped.setId("console-dropped");
    dropped.getStyleClass().add(Styles.TEXT_MUTED);
    progress.setId("console-save-progress");
    progress.setAccessibleText("Saving");
    notice.setId("console-notice");
    notice.setWrapText(true);
    getChildren().addAll(only, all, dropped, progress, notice, dismiss);
    getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    visibleProperty()
        .bind(
            only.visibleProperty()
                .or(dropped.visibleProperty())
                .or(progress.visibleProperty())
                .or(notice.visibleProperty()));
    managedProperty().bind(visibleProperty());
    dismiss.visibleProperty().bind(notice.visibleProperty());
    all.visibleProperty().bind(only.visibleProperty());

    model.checks().onlyProperty().subscribe(_ -> showOnly(model.checks().nameOfOnly()));
    model.droppedProperty().subscribe(count -> showDropped(count.longValue()));
    saving.progressProperty().subscribe(done -> showProgress(done.doubleValue()));
    saving.noticeProperty().subscribe(this::show);
  }

  private void showOnly(String which) {
    only.setVisible(!which.isEmpty());
    only.setText("Only the lines of " + which);
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
