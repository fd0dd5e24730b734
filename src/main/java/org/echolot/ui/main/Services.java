package org.echolot.ui.main;

import java.util.concurrent.ExecutorService;
import org.echolot.check.run.ChosenEngine;
import org.echolot.faults.FaultLog;
import org.echolot.fleet.Fleet;
import org.echolot.history.HistoryStore;
import org.echolot.history.RecentResults;
import org.echolot.journal.Journal;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.SettingsStore;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/**
 * What the window works with.
 *
 * @param engine what {@code fleet} checks with
 * @param secrets what users were asked for
 * @param materials the files with certificates and keys
 * @param disk runs what reads and writes files, one after the other
 * @param background runs what waits for the system, one after the other
 * @param faults has what none of them dealt with
 * @param history keeps the results, and has those of before; null: none is kept
 */
public record Services(
    Journal journal,
    ChosenEngine engine,
    Fleet fleet,
    SecretBook secrets,
    TlsMaterials materials,
    PeerStore peerStore,
    SettingsStore settingsStore,
    ExecutorService disk,
    ExecutorService background,
    FaultLog faults,
    @Nullable HistoryStore history) {

  /** The same where no history is kept. */
  public Services(
      Journal journal,
      ChosenEngine engine,
      Fleet fleet,
      SecretBook secrets,
      TlsMaterials materials,
      PeerStore peerStore,
      SettingsStore settingsStore,
      ExecutorService disk,
      ExecutorService background,
      FaultLog faults) {
    this(
        journal,
        engine,
        fleet,
        secrets,
        materials,
        peerStore,
        settingsStore,
        disk,
        background,
        faults,
        null);
  }

  /** The same with another list of peers. */
  Services with(PeerStore other) {
    return new Services(
        journal,
        engine,
        fleet,
        secrets,
        materials,
        other,
        settingsStore,
        disk,
        background,
        faults,
        history);
  }

  /** What is known of peers from before. */
  public RecentResults recentResults() {
    return history == null ? RecentResults.NONE : history.reader();
  }
}
