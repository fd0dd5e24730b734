package org.echolot.ui.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;
import org.echolot.report.Comparison;
import org.echolot.text.ElapsedText;
import org.echolot.ui.SharedTip;

/** The last checks of a peer, a bar for each, the newest at the right. A click takes one. */
final class ResultStrip extends FlowPane {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Consumer<CheckResult> chosen;
  private final SharedTip tip = new SharedTip();

  /**
   * @param chosen is given the check whose bar was clicked
   */
  ResultStrip(Consumer<CheckResult> chosen) {
    super(2, 2);
    this.chosen = chosen;
    setId("history-strip");
    getStyleClass().add("history-strip");
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Shows checks, oldest first. */
  void show(List<CheckResult> results) {
    getChildren().setAll(results.stream().map(this::bar).toList());
    long answered = results.stream().filter(CheckResult::isSuccess).count();
    setAccessibleText(answered + " of the last " + results.size() + " checks succeeded");
  }

  private Region bar(CheckResult result) {
    Region bar = new Region();
    bar.getStyleClass().addAll("history-bar", styleOf(result));
    tip.tell(bar, text(result));
    bar.setOnMouseClicked(_ -> chosen.accept(result));
    return bar;
  }

  private static String styleOf(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> result.isMarked() ? "history-warning" : "history-ok";
      case FAILURE -> "history-failed";
      case CANCELLED -> "history-stopped";
    };
  }

  static String text(CheckResult result) {
    return TIME.format(result.startedAt().atZoneSameInstant(ZoneId.systemDefault()))
        + "  "
        + Comparison.verdict(result)
        + "  "
        + ElapsedText.of(result.total());
  }
}
