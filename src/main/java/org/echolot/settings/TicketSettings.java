package org.echolot.settings;

import org.echolot.ticket.TicketFormat;

/**
 * How tickets are made.
 *
 * @param format what is copied where nobody says
 * @param hidesNames whether addresses and names are hidden in tickets and captures
 */
public record TicketSettings(TicketFormat format, boolean hidesNames)
    implements SettingsSection, SettingsPart<TicketSettings> {

  public static final TicketSettings DEFAULT = new TicketSettings(TicketFormat.TEXT, false);

  @Override
  public TicketSettings through(SettingsFields fields) {
    return new TicketSettings(
        fields.choice("format", format), fields.bool("hidesNames", hidesNames));
  }
}
