package org.echolot.settings;

/** What is changed as a whole, see {@link Settings#with}. */
public sealed interface SettingsSection
    permits AppearanceSettings,
        WindowSettings,
        ListSettings,
        ConsoleSettings,
        CheckSettings,
        ListenerSettings,
        TicketSettings,
        HistorySettings,
        WatchSettings {}
