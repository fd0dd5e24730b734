package org.echolot.settings;

import org.echolot.dicom.pdu.AeTitle;

/**
 * The built-in echo server that the window runs on loopback.
 *
 * @param port 1 to 65,535
 * @param anyCalled whether it answers whatever AE title it is called by
 * @param startsWithWindow whether it is started when the window opens
 */
public record ListenerSettings(AeTitle ae, int port, boolean anyCalled, boolean startsWithWindow)
    implements SettingsSection, SettingsPart<ListenerSettings> {

  private static final int MAX_PORT = 65_535;

  public static final ListenerSettings DEFAULT =
      new ListenerSettings(new AeTitle("ECHOLOT"), 11_112, false, true);

  /**
   * @throws IllegalArgumentException if the port is out of range
   */
  public ListenerSettings {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
    }
  }

  @Override
  public ListenerSettings through(SettingsFields fields) {
    String title = fields.text("ae", ae.value());
    return new ListenerSettings(
        AeTitle.faultOf(title) == null ? new AeTitle(title) : ae,
        fields.integer("port", 1, MAX_PORT, port),
        fields.bool("anyCalled", anyCalled),
        fields.bool("startsWithWindow", startsWithWindow));
  }

  public ListenerSettings withPort(int value) {
    return new ListenerSettings(ae, value, anyCalled, startsWithWindow);
  }
}
