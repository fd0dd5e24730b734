package org.echolot.ui.main;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.echolot.check.CheckStage;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** Goes from a stage of the result that is shown to its lines in the console. */
final class StageLines {

  private final ObservableValue<@Nullable PeerRow> shown;
  private final ConsoleModel console;
  private final Consumer<String> say;

  /**
   * @param shown the peer whose result is shown; null for none
   * @param say tells the user that there is nothing to show
   */
  StageLines(ObservableValue<@Nullable PeerRow> shown, ConsoleModel console, Consumer<String> say) {
    this.shown = shown;
    this.console = console;
    this.say = say;
  }

  void show(CheckStage stage) {
    PeerRow row = shown.getValue();
    if (row != null && !console.checks().showStage(row.lastConversationId(), stage)) {
      say.accept("The console no longer has the lines of that stage.");
    }
  }
}
