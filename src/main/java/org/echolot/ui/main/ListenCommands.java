package org.echolot.ui.main;

import javafx.beans.binding.Bindings;
import javafx.stage.Window;
import org.echolot.check.CheckStage;
import org.echolot.listener.Call;
import org.echolot.settings.ListenerSettings;
import org.echolot.ticket.CallTicket;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.action.Deed;
import org.echolot.ui.listener.CallDeeds;
import org.echolot.ui.listener.ReverseTests;
import org.echolot.ui.peers.PeerTable;

/** Carries out what the user asks for about calls to us. To be used on the FX thread. */
final class ListenCommands {

  private static final int HIGHEST_PORT = 65_535;

  private final Window owner;
  private final WindowModels models;
  private final PeerTable table;
  private final Services services;

  ListenCommands(Window owner, Services services, WindowModels models, PeerTable table) {
    this.owner = owner;
    this.models = models;
    this.table = table;
    this.services = services;
  }

  /** Few look at these windows; what they are made of is made when somebody does. */
  private ReverseTests tests() {
    return new ReverseTests(
        services.journal(),
        services.materials(),
        services.secrets(),
        services.background(),
        models.frames,
        models.calls,
        models.callLines);
  }

  /** Opens the reverse test. */
  Deed reverse() {
    return Deed.always(
        () ->
            tests()
                .listen(
                    owner,
                    models.builtIn.settings(),
                    port(),
                    new CallDeeds(models::callerOf, this::showStage, this::copyTicket)));
  }

  /** Waits for a call from the selected peer. */
  Deed expect() {
    return Deed.when(
        Bindings.createBooleanBinding(
            () -> table.selectedRows().size() == 1, table.getSelectionModel().getSelectedItems()),
        () ->
            tests()
                .expect(
                    owner,
                    models.requests.apply(table.selectedRows().getFirst().peer()),
                    port(),
                    this::copyTicket));
  }

  /** The built-in server's, unless that is listening there. */
  private int port() {
    ListenerSettings own = models.builtIn.settings();
    boolean taken = models.listener.runningProperty().get();
    return taken && own.port() < HIGHEST_PORT ? own.port() + 1 : own.port();
  }

  private void showStage(Call call, CheckStage stage) {
    if (!models.console.checks().showStage(call.conversationId(), stage)) {
      models.message.say("The console no longer has the lines of that stage.");
    }
  }

  private void copyTicket(Call call) {
    TextClipboard.copy(
        CallTicket.of(
            call,
            models.callLines.of(call.conversationId()),
            models.tickets.formatProperty().get(),
            models.tickets.hidesNamesProperty().get()));
    models.message.say("Copied the findings about this call.");
  }
}
