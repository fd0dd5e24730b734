package org.echolot.ui.main;

import java.util.concurrent.ExecutorService;
import org.echolot.check.ChosenEngine;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.peers.PeerStore;
import org.echolot.settings.SettingsStore;

/**
 * What the window works with.
 *
 * @param engine what {@code fleet} checks with
 * @param disk runs what reads and writes files, one after the other
 * @param background runs what waits for the system, one after the other
 */
public record Services(
    Journal journal,
    ChosenEngine engine,
    Fleet fleet,
    PeerStore peerStore,
    SettingsStore settingsStore,
    ExecutorService disk,
    ExecutorService background) {}
