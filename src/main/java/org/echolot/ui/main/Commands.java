package org.echolot.ui.main;

import javafx.stage.Stage;
import org.echolot.ui.FxThread;
import org.echolot.ui.action.Action;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.CheckAction;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.ExchangeAction;
import org.echolot.ui.action.HandoutAction;
import org.echolot.ui.action.PeerAction;
import org.echolot.ui.action.TicketAction;
import org.echolot.ui.action.WatchAction;
import org.echolot.ui.action.WindowAction;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.exchange.ExchangeCommands;
import org.echolot.ui.peers.KeptDrafts;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.StateStrip;
import org.echolot.ui.result.ResultDeeds;
import org.echolot.ui.ticket.TicketCommands;

/** Makes what carries out the user's wishes, and binds every action of the window to its deed. */
final class Commands {

  private final PeerCommands peers;
  private final WatchCommands watch;
  private final ExchangeCommands exchange;
  private final ResultDeeds result;
  private final Actions actions;

  Commands(
      Stage stage,
      Services services,
      WindowModels models,
      PeerTable table,
      FilterField filter,
      StateStrip strip,
      TicketCommands tickets,
      ConsolePane console) {
    HandoutCommands handouts = new HandoutCommands(stage, services, models, table);
    peers =
        new PeerCommands(
            stage,
            models,
            table,
            new PeerEditing(
                services.fleet(),
                models.frames,
                models.requests,
                models.secrets,
                services.peerStore().folder(),
                new KeptDrafts(),
                new DraftRemedies(models.secrets, handouts)));
    watch = new WatchCommands(stage, services, models, table, peers::show);
    CheckCommands checks = new CheckCommands(stage, services, models, table);
    WindowCommands window =
        new WindowCommands(stage, services, models, table, filter, strip, console);
    exchange =
        new ExchangeCommands(
            stage,
            models.peers,
            new ExchangeCommands.Surroundings(
                services.background(),
                new FxThread(),
                models.message::say,
                models.message::say,
                peers::show));
    DroppedCertificates certificates =
        new DroppedCertificates(
            services.peerStore().folder(),
            services.background(),
            new FxThread(),
            peers::edit,
            models.message::say);
    table
        .files()
        .onFile(
            (_, file) -> models.peers.editableProperty().get() && DroppedCertificates.isOne(file),
            certificates::take);
    result =
        new ResultCommands(stage, services, models, handouts, table::requestFocus, peers::edit)
            .deeds(table.shownRow());
    actions =
        new Actions(
            Action.all(),
            any ->
                switch (any) {
                  case CheckAction action -> checks.deed(action);
                  case PeerAction action -> peers.deed(action);
                  case WatchAction action -> watch.deed(action);
                  case ExchangeAction action -> exchange.deed(action);
                  case WindowAction action -> window.deed(action);
                  case TicketAction action -> tickets.deed(action);
                  case HandoutAction action -> handouts.deed(action);
                  case ConsoleAction action -> console.actions().deed(action);
                });
  }

  /** All actions of the window. */
  Actions actions() {
    return actions;
  }

  /** What the pane with the result asks for. */
  ResultDeeds result() {
    return result;
  }

  WatchCommands watch() {
    return watch;
  }

  ExchangeCommands exchange() {
    return exchange;
  }

  PeerCommands peers() {
    return peers;
  }
}
