package org.echolot.settings;

/**
 * What the window remembers and the user chose, in sections that are each changed whole. Immutable;
 * always within its ranges. A new setting is a component of its section's record, which has all
 * that it takes: see {@link SettingsPart}.
 */
public record Settings(
    AppearanceSettings appearance,
    WindowSettings window,
    ListSettings list,
    ConsoleSettings console,
    CheckSettings checks,
    ListenerSettings listener,
    TicketSettings tickets,
    HistorySettings history,
    WatchSettings watch)
    implements SettingsPart<Settings> {

  public static final Settings DEFAULT =
      new Settings(
          AppearanceSettings.DEFAULT,
          WindowSettings.DEFAULT,
          ListSettings.DEFAULT,
          ConsoleSettings.DEFAULT,
          CheckSettings.DEFAULT,
          ListenerSettings.DEFAULT,
          TicketSettings.DEFAULT,
          HistorySettings.DEFAULT,
          WatchSettings.DEFAULT);

  /** These settings with another section in the place of the one of its kind. */
  public Settings with(SettingsSection section) {
    return switch (section) {
      case AppearanceSettings it ->
          new Settings(it, window, list, console, checks, listener, tickets, history, watch);
      case WindowSettings it ->
          new Settings(appearance, it, list, console, checks, listener, tickets, history, watch);
      case ListSettings it ->
          new Settings(appearance, window, it, console, checks, listener, tickets, history, watch);
      case ConsoleSettings it ->
          new Settings(appearance, window, list, it, checks, listener, tickets, history, watch);
      case CheckSettings it ->
          new Settings(appearance, window, list, console, it, listener, tickets, history, watch);
      case ListenerSettings it ->
          new Settings(appearance, window, list, console, checks, it, tickets, history, watch);
      case TicketSettings it ->
          new Settings(appearance, window, list, console, checks, listener, it, history, watch);
      case HistorySettings it ->
          new Settings(appearance, window, list, console, checks, listener, tickets, it, watch);
      case WatchSettings it ->
          new Settings(appearance, window, list, console, checks, listener, tickets, history, it);
    };
  }

  /** The first sections have their fields in the file itself, as older versions read them. */
  @Override
  public Settings through(SettingsFields fields) {
    return new Settings(
        appearance.through(fields),
        window.through(fields),
        list.through(fields),
        console.through(fields),
        checks.through(fields),
        fields.part("listener", listener),
        fields.part("tickets", tickets),
        fields.part("history", history),
        fields.part("watch", watch));
  }
}
