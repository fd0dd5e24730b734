package org.echolot.ui.main;

import org.echolot.fleet.watch.WatchEvent;
import org.echolot.history.HistoryStore;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.ui.watch.DesktopNotice;
import org.echolot.ui.watch.EventTone;
import org.echolot.ui.watch.WatchModel;

/** Tells in the console, the status bar and on the desktop what a watch found. */
final class WatchNews implements WatchModel.Told {

  private final Services services;
  private final StatusMessage message;
  private final DesktopNotice desktop = new DesktopNotice();

  WatchNews(Services services, StatusMessage message) {
    this.services = services;
    this.message = message;
  }

  @Override
  public void happened(WatchEvent event) {
    services
        .journal()
        .write(JournalLine.info(LineSource.PROGRAM, EventTone.of(event.kind()), event.text()));
    HistoryStore history = services.history();
    if (history != null) {
      history.keep(event.kept());
    }
  }

  @Override
  public void ring(String words) {
    message.announce(words);
    desktop.show("Echolot", words);
  }
}
