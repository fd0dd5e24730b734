package org.echolot;

import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.echolot.check.OwnEngine;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.peers.PeerStore;
import org.echolot.settings.Folders;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.ui.main.MainWindow;
import org.echolot.ui.main.Services;

/** Starts Echolot. */
public final class Echolot {

  private Echolot() {}

  public static void main(String[] args) {
    openWindow();
  }

  private static void openWindow() {
    Folders folders = Folders.ofThisUser();
    SettingsStore settingsStore = new SettingsStore(folders.settingsFile());
    Settings settings = settingsStore.load().settings();
    Journal journal = new Journal();
    Fleet fleet = new Fleet(new OwnEngine(), journal, settings.parallelism());
    ExecutorService disk = Threads.newSerial("disk");
    Services services =
        new Services(
            journal,
            fleet,
            new PeerStore(folders.peersFile(null)),
            settingsStore,
            disk,
            Threads.newSerial("background"));
    Platform.startup(() -> new MainWindow(services, settings, new Stage(), Platform::exit).open());
  }
}
