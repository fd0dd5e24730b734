package org.echolot.ui.main;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.echolot.settings.Settings;
import org.echolot.settings.WindowSettings;
import org.echolot.ui.FxThread;

/** Where the splits were, and how to put them there again. To be used on the FX thread. */
final class SplitMemory {

  /** So much a divider moves by itself. */
  private static final double SLACK = 0.004;

  private final SplitPane result;
  private final SplitPane console;
  private final ReadOnlyDoubleProperty listWidth;
  private double consoleSplit = WindowSettings.DEFAULT.consoleSplit();

  /** Where the divider was put because nobody had moved it; negative: nowhere. */
  private double ownSplit = -1;

  /**
   * @param listWidth what the list at the left of {@code result} needs
   */
  SplitMemory(SplitPane result, SplitPane console, ReadOnlyDoubleProperty listWidth) {
    this.result = result;
    this.console = console;
    this.listWidth = listWidth;
  }

  /**
   * Puts the splits where they were, and again each time that the window gets another size before
   * the mouse is used in it: it has its own size only some time after it is shown, and the console
   * keeps its height then.
   */
  void restore(Scene scene, Settings settings) {
    consoleSplit = settings.window().consoleSplit();
    Executor afterLayout = new FxThread().frames();
    Runnable put =
        () -> {
          result.setDividerPositions(resultSplit(settings));
          console.setDividerPositions(consoleSplit);
        };
    Subscription sized =
        Subscription.combine(
            console.widthProperty().subscribe(_ -> afterLayout.execute(put)),
            listWidth.subscribe((_, _) -> afterLayout.execute(put)),
            console.heightProperty().subscribe(_ -> afterLayout.execute(put)));
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            sized.unsubscribe();
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, this);
          }
        });
  }

  /** Where the user had it; who never moved it gets a list in which no column is cut off. */
  private double resultSplit(Settings settings) {
    double kept = settings.window().resultSplit();
    if (kept != WindowSettings.DEFAULT.resultSplit() || result.getWidth() <= 0) {
      return kept;
    }
    double now = position(result, kept);
    if (ownSplit >= 0 && Math.abs(now - ownSplit) > SLACK) {
      return now; // it was moved by a key
    }
    ownSplit = Math.max(kept, listWidth.get() / result.getWidth());
    return ownSplit;
  }

  private double resultSplitToKeep(Settings settings) {
    double now = position(result, settings.window().resultSplit());
    return Math.abs(now - ownSplit) < SLACK ? WindowSettings.DEFAULT.resultSplit() : now;
  }

  private static double position(SplitPane pane, double otherwise) {
    double[] positions = pane.getDividerPositions();
    return positions.length == 0 ? otherwise : positions[0];
  }

  /** Puts the console where it was when it was last open; it has just been added. */
  void reopenConsole() {
    console.setDividerPositions(consoleSplit);
    if (console.getScene() != null) {
      // The first layout takes the divider for that of another height: without the drawer's edge.
      Parent root = console.getScene().getRoot();
      root.applyCss();
      root.layout();
      console.setDividerPositions(consoleSplit);
    }
  }

  /** The console goes away. */
  void consoleCloses() {
    consoleSplit = position(console, consoleSplit);
  }

  Settings addTo(Settings settings) {
    return settings.with(
        settings.window().withSplits(resultSplitToKeep(settings), position(console, consoleSplit)));
  }
}
