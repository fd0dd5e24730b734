package org.echolot.ui.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Timeouts;
import org.echolot.check.Warning;
import org.echolot.peers.Peer;
import org.echolot.text.Escapes;
import org.echolot.ui.CopyableText;
import org.echolot.ui.action.Actions;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.ResultWords;
import org.echolot.ui.peers.RunningCheck;
import org.echolot.ui.peers.TitlesTried;
import org.jspecify.annotations.Nullable;

/**
 * A peer's last result for a person: the verdict, what has changed since it worked, the ladder,
 * what to do, and the warnings. While it is checked again the old verdict stays, dimmed, and the
 * ladder fills up.
 */
final class Verdict extends VBox {

  /** How often the seconds of a running stage are counted. */
  private static final double TICK_MILLIS = 500;

  private final Label hint = new Label();
  private final Function<Peer, Timeouts> timeouts;
  private final VerdictCard card;
  private final WorkedCard worked;
  private final TitlesCard titles;
  private final Ladder ladder;
  private final Label todo = new Label("What to do");
  private final CopyableText advice = new CopyableText("result-advice");
  private final CopyableText warnings = new CopyableText("result-warnings");
  private final TitledPane warningsSection = new TitledPane("", new VBox(warnings));
  private final CheckStrip strip = new CheckStrip();
  private final CopyableText ended = new CopyableText("result-ended");
  private final Timeline ticks;
  private @Nullable PeerRow shown;
  private @Nullable CheckResult laidOut;

  /**
   * @param actions those of the window
   * @param deeds what can be done about the result
   * @param remedies the button of each
   * @param setBack sets the peer that is shown back to how it was asked
   * @param titles shows what other AE titles came to
   */
  Verdict(
      Actions actions,
      ResultDeeds deeds,
      Map<Remedy, Button> remedies,
      Consumer<CheckRequest> setBack,
      TitlesCard titles) {
    this.titles = titles;
    card = new VerdictCard(actions, remedies);
    worked = new WorkedCard(setBack);
    ladder = new Ladder(deeds.showStage());
    this.timeouts = deeds.timeouts();
    getStyleClass().add("verdict");
    hint.setId("result-hint");
    hint.setWrapText(true);
    hint.getStyleClass().add("result-hint");
    todo.getStyleClass().add("section-title");
    todo.visibleProperty().bind(advice.visibleProperty());
    todo.managedProperty().bind(advice.visibleProperty());
    advice.getStyleClass().add("advice");
    warningsSection.setId("result-warnings-section");
    warningsSection.getStyleClass().add("warnings-section");
    warningsSection.setAnimated(false);
    warningsSection.setAccessibleText("Warnings");
    ended.getStyleClass().add("result-ended");
    ticks =
        new Timeline(
            new KeyFrame(javafx.util.Duration.millis(TICK_MILLIS), _ -> showRunningStages()));
    ticks.setCycleCount(Animation.INDEFINITE);
    getChildren()
        .setAll(hint, card, titles, worked, ladder, todo, advice, warningsSection, strip, ended);
  }

  Button setBackButton() {
    return worked.button();
  }

  /**
   * Shows a peer.
   *
   * @param row null: none
   */
  void show(@Nullable PeerRow row) {
    shown = row;
    CheckResult result = row == null ? null : row.lastResult();
    boolean busy = row != null && row.isBusy();
    hint.setText(hintFor(row, result));
    Parts.show(hint, result == null);
    Parts.show(card, result != null);
    Parts.show(ladder, busy || result != null);
    setOpacity(card, busy);
    setOpacity(worked, busy);
    titles.show(row == null ? TitlesTried.NOT : row.titlesProperty().get());
    setOpacity(advice, busy);
    if (row != null && result != null && !result.equals(laidOut)) {
      showResult(row, result);
      laidOut = result;
    }
    if (result == null) {
      laidOut = null;
      worked.show(null);
      Parts.show(advice, false);
      Parts.show(warningsSection, false);
      Parts.show(ended, false);
    }
    strip.show(row);
    if (busy) {
      showRunningStages();
      ticks.play();
    } else {
      ticks.stop();
      if (result != null) {
        ladder.show(result);
      }
    }
  }

  private static String hintFor(@Nullable PeerRow row, @Nullable CheckResult result) {
    if (row == null) {
      return "Select a peer to see its last result.";
    }
    if (row.isBusy()) {
      return sentence(ResultWords.of(row));
    }
    return result == null ? VerdictCard.notCheckedNow(row) : "";
  }

  private static void setOpacity(Node part, boolean dimmed) {
    part.setOpacity(dimmed ? 0.55 : 1);
  }

  private void showRunningStages() {
    PeerRow row = shown;
    if (row == null || !row.isBusy()) {
      ticks.stop();
      return;
    }
    RunningCheck running = row.running();
    Instant since = running.since();
    Duration inStage = since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    ladder.show(
        running,
        inStage.isNegative() ? Duration.ZERO : inStage,
        mayTake(timeouts.apply(row.peer()), running.stage()));
  }

  private static Duration mayTake(Timeouts timeouts, @Nullable CheckStage stage) {
    return switch (stage) {
      case RESOLVE -> timeouts.lookup();
      case CONNECT -> timeouts.connect();
      case TLS -> timeouts.tls();
      case ASSOCIATE -> timeouts.associate();
      case ECHO -> timeouts.echo();
      case RELEASE -> timeouts.release();
      case null -> Duration.ZERO;
    };
  }

  private void showResult(PeerRow row, CheckResult result) {
    Worked before =
        VerdictCard.needsAction(result) ? Worked.since(row.goodBeforeLast(), result) : null;
    card.show(result, before == null || before.then() == null);
    worked.show(before);
    showAdvice(result.advice());
    showWarnings(TlsReportText.withoutLegacy(result.warnings()));
    ended.show(ResultText.endOf(result));
    Parts.show(ended, true);
  }

  private void showAdvice(List<String> steps) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String number = steps.size() > 1 ? (i + 1) + ". " : "";
      lines.add(number + Escapes.oneLine(steps.get(i)));
    }
    advice.show(String.join("\n", lines));
    Parts.show(advice, !steps.isEmpty());
  }

  private void showWarnings(List<Warning> all) {
    List<String> lines = all.stream().map(w -> "⚠ " + Escapes.oneLine(w.text())).toList();
    warnings.show(String.join("\n", lines));
    warningsSection.setText(
        String.format(Locale.ROOT, "%d %s", all.size(), all.size() == 1 ? "warning" : "warnings"));
    warningsSection.setExpanded(all.stream().anyMatch(w -> w.code().marksThePeer()));
    Parts.show(warningsSection, !all.isEmpty());
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
