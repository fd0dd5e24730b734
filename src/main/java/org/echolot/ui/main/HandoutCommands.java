package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.stage.Window;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.Threads;
import org.echolot.handout.SameTest;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.HandoutAction;
import org.echolot.ui.handout.RegisterDialog;
import org.echolot.ui.handout.RegisterModel;
import org.echolot.ui.logs.ExplainModel;
import org.echolot.ui.logs.ExplainWindow;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.jspecify.annotations.Nullable;

/** What comes after a check: to ask for registration, to hand on the test, to read logs. */
final class HandoutCommands {

  private final Window owner;
  private final Services services;
  private final WindowModels models;
  private final PeerTable table;

  HandoutCommands(Window owner, Services services, WindowModels models, PeerTable table) {
    this.owner = owner;
    this.services = services;
    this.models = models;
    this.table = table;
  }

  Deed deed(HandoutAction action) {
    return switch (action) {
      case COPY_AS ->
          new Deed.Options(
              Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems()),
              true,
              Stream.of(SameTest.values()).map(this::copying).toList());
      case REGISTER -> Deed.always(this::askToRegister);
      case EXPLAIN -> Deed.always(this::explainLogs);
    };
  }

  /** The same test for one of the tools that can make it. */
  private Deed.Option copying(SameTest test) {
    return new Deed.Option(
        test.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        test.label(),
        Deed.always(() -> copy(test)));
  }

  private void copy(SameTest test) {
    List<String> commands = new ArrayList<>();
    for (PeerRow row : table.selectedRows()) {
      CheckRequest request = models.requests.apply(row.peer());
      String obstacle = test.obstacle(request);
      if (obstacle != null) {
        models.message.say("Nothing copied. " + obstacle);
        return;
      }
      commands.add(test.text(request));
    }
    if (!commands.isEmpty()) {
      TextClipboard.copy(String.join("\n", commands) + (commands.size() == 1 ? "" : "\n"));
      models.message.say("Copied: " + test.description() + ".");
    }
  }

  /** Shows what the other side needs to take our calls. */
  void askToRegister() {
    List<PeerRow> selected = table.selectedRows();
    PeerRow row = selected.isEmpty() ? null : selected.getFirst();
    askToRegister(
        owner,
        row == null ? null : models.requests.apply(row.peer()),
        row == null ? null : row.lastResult());
  }

  /**
   * The same.
   *
   * @param above the window over which it opens
   * @param peer who is to take our calls; null: nobody in particular
   * @param result what the last check of it found; null: none was made
   */
  void askToRegister(Window above, @Nullable CheckRequest peer, @Nullable CheckResult result) {
    RegisterModel model =
        new RegisterModel(
            peer,
            result,
            peer == null ? models.peers.book().callingAe() : peer.callingAe(),
            models.builtIn.settings().port());
    model.lookUpHostName(services.background(), models.frames);
    RegisterDialog.show(above, model);
  }

  private void explainLogs() {
    ExplainWindow.show(
        owner, new ExplainModel(work -> Threads.startVirtual("explain", work), models.frames));
  }
}
