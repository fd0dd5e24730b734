package org.echolot.ui.main;

import java.util.concurrent.Executor;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.echolot.settings.Settings;
import org.echolot.ui.FxThread;

/** Where the splits were, and how to put them there again. To be used on the FX thread. */
final class SplitMemory {

  private final SplitPane result;
  private final SplitPane console;

  SplitMemory(SplitPane result, SplitPane console) {
    this.result = result;
    this.console = console;
  }

  /**
   * Puts the splits where they were, and again each time that the window gets another size before
   * the mouse is used in it: it has its own size only some time after it is shown, and the console
   * keeps its height then.
   */
  void restore(Scene scene, Settings settings) {
    Executor afterLayout = new FxThread().frames();
    Runnable put =
        () -> {
          result.setDividerPositions(settings.window().resultSplit());
          console.setDividerPositions(settings.window().consoleSplit());
        };
    Subscription sized =
        Subscription.combine(
            console.widthProperty().subscribe(_ -> afterLayout.execute(put)),
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

  Settings addTo(Settings settings) {
    return settings.with(
        settings
            .window()
            .withSplits(result.getDividerPositions()[0], console.getDividerPositions()[0]));
  }
}
